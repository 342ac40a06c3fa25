// What Typst makes of a brochure's content, beside what zheye makes of it: bytes, and the time of a whole run.
//   node measure.mjs ZHEYE BROCHURE FOLDER COPIES...
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { document } from './document.mjs';
import { read } from './read.mjs';

const [zheye, brochure, folder, ...counts] = process.argv.slice(2);
const fonts = ['/usr/share/fonts/opentype/noto', '/usr/share/fonts/truetype/lxgw-wenkai'];
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(dirname(brochure))) copyFileSync(join(dirname(brochure), name), join(folder, name));

const timed = (action) => {
  const begin = performance.now();
  action();
  return performance.now() - begin;
};

function typst(content, copies) {
  const source = join(folder, `${copies}.typ`), target = join(folder, `typst-${copies}.pdf`);
  writeFileSync(source, document(content));
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: fonts }] });
  return { time: timed(() => writeFileSync(target, compiler.pdf({ mainFilePath: source }))), bytes: statSync(target).size };
}

/// The brochure with its list of chapters so many times.
function ours(copies) {
  const source = join(folder, `${copies}.yaml`), target = join(folder, `zheye-${copies}.pdf`);
  execFileSync('awk', ['-v', `copies=${copies}`, '-v', `target=${source}`,
    '/^- !include/ { chapters = chapters $0 "\\n"; next } { print > target } END { while (copies--) printf "%s", chapters > target }',
    brochure]);
  return { time: timed(() => execFileSync(zheye, ['build', source, '-o', target, '-q'])), bytes: statSync(target).size };
}

const row = (...cells) => console.log(cells.map((cell) => String(cell).padStart(14)).join(''));
row('copies', 'zheye KB', 'Typst KB', 'ratio', 'zheye ms', 'Typst ms', 'ratio');
for (const copies of counts.map(Number)) {
  const here = ours(copies), there = typst(read(brochure, copies), copies);
  row(copies, Math.round(here.bytes / 1024), Math.round(there.bytes / 1024), (here.bytes / there.bytes).toFixed(2),
      Math.round(here.time), Math.round(there.time), (here.time / there.time).toFixed(2));
}
