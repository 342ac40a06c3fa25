// A brochure's content → the source of a Typst document that says the same in the same faces: what zheye sets in Song,
// Hei or Kai is set so, the heavy weights where it has them, drawings and tables in their places. Its looks are simpler.
const text = (value) =>
  String(value ?? '').trim()
    .replace(/[\\#$@<>_`~=\[\]"'/]/g, '\\$&')
    .replace(/\*\*(.+?)\*\*/g, '#strong[$1]')
    .replace(/\n\n+/g, '\n\n');
const styled = (style, value) => `#${style}[${text(value)}]`;

const preamble = `
#set document(title: "$TITLE")
#set page(paper: "a4", columns: 2, margin: 2.2cm, numbering: "1")
#set text(font: "Noto Serif CJK SC", size: 10.5pt, lang: "zh", region: "cn")
#set par(justify: true, first-line-indent: (amount: 2em, all: true))
#let black(body) = text(font: "Noto Serif CJK SC", weight: 900, fill: rgb("#a8231a"), body)
#let hei(body) = text(font: "Noto Sans CJK SC", weight: 400, size: 9pt, body)
#let heavy(body) = text(font: "Noto Sans CJK SC", weight: 700, size: 9pt, body)
#let kai(body) = text(font: "LXGW WenKai", body)
#let across(body) = place(top, scope: "parent", float: true, body)
#show strong: it => text(font: "Noto Sans CJK SC", weight: 700, it.body)
#show heading.where(level: 1): it => black(text(30pt, it.body))
#show heading.where(level: 2): it => black(text(21pt, it.body))
#show heading.where(level: 3): it => heavy(text(10.5pt, it.body))
#show figure.caption: it => hei(it.body)
#show outline: it => { show text: black; it }
`;

const inside = {
  heading: (block) => `== ${text(block.heading)}\n`,
  subheading: (block) => `=== ${text(block.subheading)}\n`,
  lead: (block) => styled('kai', block.lead),
  text: (block) => text(block.text),
  list: (block) => block.list.map((item) => `- ${text(item.text ?? item)}`).join('\n'),
  table: ({ table }) => grid(table.columns.map((column) => column.title), table.rows, table.caption),
  stats: (block, facts) => figures(block.stats.map((name) => facts[name])),
  chart: ({ chart }, facts) => figures(chart.facts ? chart.facts.map((name) => facts[name]) : [], chart.title),
  flow: (block) => cards(block.flow),
  cards: (block) => cards(block.cards),
  hub: ({ hub }) => `${styled('black', hub.title)}\n${styled('kai', hub.text)}\n${cards(hub.items)}\n${styled('hei', hub.caption)}`,
  timeline: (block) => block.timeline.map((entry) => `${styled('black', entry.date)} ${text(entry.text)}`).join('\n\n'),
  box: ({ box }, facts) => `#block(stroke: 0.5pt, inset: 8pt)[${styled('black', box.title)}\n\n${blocks(box.content, facts)}]`,
  span: ({ span }, facts) => `#across[${blocks(span.content, facts)}]`,
  break: () => '#pagebreak(weak: true)',
  figure: ({ figure }) => pictures(figure),
};

function grid(head, rows, caption) {
  const cell = (value) => value.text === undefined ? styled('hei', value).slice(1)
    : `table.cell(rowspan: ${value.rowspan ?? 1}, colspan: ${value.colspan ?? 1}, ${styled('hei', value.text).slice(1)})`;
  const cells = rows.flat().map(cell).join(', ');
  const header = head.map((title) => styled('heavy', title).slice(1)).join(', ');
  const table = `table(columns: ${head.length}, table.header(${header}), ${cells})`;
  return caption ? `#figure(${table}, caption: [${text(caption)}])` : `#${table}`;
}

function figures(facts, title) {
  const cells = facts.map((fact) =>
    `[${styled('black', fact.value)}${styled('heavy', fact.unit)} ${styled('heavy', fact.name)} ${styled('hei', fact.period)}]`);
  return `${styled('heavy', title)}\n#grid(columns: 4, gutter: 8pt, ${cells.join(', ')})`;
}

const entry = (item, ...names) => names.map((name) => item[name]).find((value) => value !== undefined);
function cards(items) {
  const cells = items.map((item) => `[${styled('black', entry(item, 'title', '标题'))}\n\n${styled('hei', entry(item, 'text', '正文'))}]`);
  return `#grid(columns: 3, gutter: 8pt, ${cells.join(', ')})`;
}

function pictures(figure) {
  const all = figure.pictures ?? [figure];
  const one = ({ picture, alt, caption }) => {
    const shown = picture === 'placeholder'
      ? 'rect(width: 100%, height: 4cm, fill: luma(220))' : `image("${picture}", width: 100%)`;
    return `figure(${shown}, alt: "${alt}"${caption ? `, caption: [${text(caption)}]` : ''})`;
  };
  return `#across[#grid(columns: ${figure.grid ?? all.length}, gutter: 8pt, ${all.map(one).join(', ')})]`;
}

const blocks = (content, facts) =>
  content.map((block) => {
    const kind = Object.keys(block)[0];
    if (!inside[kind]) throw new Error(`the comparison does not know the block "${kind}"`);
    return inside[kind](block, facts);
  }).join('\n\n');

export function document(brochure) {
  const chapters = brochure.chapters.map((chapter) => [
    '#pagebreak()', `= ${text(chapter.title)}`, styled('kai', chapter.subtitle), styled('kai', chapter.lead),
    styled('hei', chapter.byline), blocks(chapter.content, brochure.facts)].join('\n\n'));
  return [preamble.replace('$TITLE', brochure.title), styled('black', brochure.cover.kicker),
          styled('black', brochure.title), styled('kai', brochure.subtitle), '#outline(depth: 2)', ...chapters].join('\n\n');
}
