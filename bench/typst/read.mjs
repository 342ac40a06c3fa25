// The files of a brochure → its content as plain values, with includes taken in and facts put into the text. Knows as
// much of the format as the default brochure uses.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

function load(path) {
  const include = { tag: '!include', resolve: (name) => load(join(dirname(path), name)) };
  return parse(readFileSync(path, 'utf8'), { customTags: [include] });
}

const figure = (fact) => `${fact.value}${fact.unit ?? ''}`;

/// `{name}` is a fact's figure, `{name.entry}` another entry of it.
function filled(value, facts) {
  if (typeof value === 'string')
    return value.replace(/\{([\w-]+)(?:\.(\w+))?\}/g, (_, name, entry) =>
      entry ? facts[name][entry] : figure(facts[name]));
  if (Array.isArray(value)) return value.map((each) => filled(each, facts));
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each, facts)]));
  return value;
}

/// As many copies of the chapters as wanted.
export function read(path, copies) {
  const { facts, ...brochure } = load(path);
  const chapters = filled(brochure.chapters, facts);
  return { ...filled(brochure, facts), facts, chapters: Array.from({ length: copies }, () => chapters).flat() };
}
