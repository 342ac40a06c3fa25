// How the pages look: dark text on paper, faces of the reader's system, one column on phones; on paper without what is
// only for the screen. Colours have a contrast of 7 : 1 and more with what is behind them.
#include "site/pages.h"

namespace zheye::site {

std::string style_sheet() {
    return R"(:root {
  --paper: #faf8f3; --ink: #22201c; --soft: #55504a; --line: #d9d3c7; --accent: #8c1f14;
  --sans: "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", system-ui, sans-serif;
  --serif: "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", STSong, SimSun, serif;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 0 1.25rem; max-width: 72rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.75 var(--sans); line-break: strict; overflow-wrap: anywhere; text-autospace: normal; text-spacing-trim: trim-start;
}
h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; font-weight: inherit; }
ul, ol { list-style: none; }
h1, h2, .title { font-family: var(--serif); font-weight: 700; text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.75rem); line-height: 1.3; }
h2 { font-size: 1.25rem; line-height: 1.5; }
h3 { font-size: 1rem; font-weight: 700; }
a { color: var(--accent); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .25em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
img { display: block; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1.25rem; top: -4rem; z-index: 2; padding: .5rem 1rem; background: var(--accent); color: #fff; }
.skip:focus { top: .5rem; }
body > header { padding: 3.5rem 0 1.5rem; border-bottom: 1px solid var(--ink); }
body > header p, .subtitle, .facts, .folio, dt, summary, figcaption { color: var(--soft); }
.facts, .get, dl, details, figcaption, footer, .place, .groups { font-size: .9375rem; font-variant-numeric: tabular-nums; }
.groups { padding: 1rem 0 0; }
.groups ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
main { padding: 2rem 0 3rem; }
main > * + section { margin-top: 3.5rem; }
main > section > h2 { margin-bottom: 1.25rem; }
.cover img { height: auto; box-shadow: 0 0 0 1px rgb(0 0 0 / 12%), 0 6px 18px rgb(0 0 0 / 16%); }
.shelf { display: grid; gap: 2rem; }
.shelf > li { position: relative; display: grid; grid-template-columns: 6.5rem 1fr; column-gap: 1.25rem; align-content: start; }
.shelf .cover { grid-row: 1 / span 5; }
.shelf .cover img { width: auto; max-width: 100%; max-height: 10rem; }
.shelf > li > :not(.cover) { grid-column: 2; }
.title { font-size: 1.125rem; line-height: 1.45; }
.title a { color: inherit; text-decoration-color: transparent; }
.title a::after { content: ""; position: absolute; inset: 0; }
li:hover > .title a { text-decoration-color: currentcolor; }
.facts span { margin-right: .75em; }
.get a { position: relative; display: inline-block; padding: .375rem 0; }
@media (min-width: 40rem) {
  .shelf { grid-template-columns: repeat(auto-fill, minmax(12.5rem, 1fr)); gap: 3rem 2.5rem; }
  .shelf > li { display: grid; grid-template-columns: 1fr; grid-template-rows: 17rem auto; align-self: start; }
  .shelf .cover { grid-row: auto; align-self: end; margin-bottom: 1rem; }
  .shelf .cover img { max-height: 16rem; }
  .shelf > li > :not(.cover) { grid-column: 1; }
}
.place { padding: 1.5rem 0 0; }
.place a::before { content: "← "; content: "← " / ""; }
.brochure { display: grid; gap: 1.75rem; }
.brochure .subtitle { margin-top: .5rem; font-size: 1.125rem; }
.brochure .cover img { width: auto; max-width: 100%; max-height: 70vh; }
.about { display: grid; gap: 2.25rem; }
dl { display: grid; gap: .25rem; border-top: 1px solid var(--line); padding-top: 1rem; }
dl div { display: grid; grid-template-columns: 5rem 1fr; }
.files > li { padding: 1rem 0; border-top: 1px solid var(--line); }
.files .get { margin-top: .5rem; }
.files, .contents { margin-top: .75rem; border-bottom: 1px solid var(--line); }
.button { padding: .375rem 1.25rem !important; margin-right: 1rem; border-radius: 3px; background: var(--accent); color: #fff; text-decoration: none; }
.button:hover { background: #6b150c; }
summary { cursor: pointer; padding: .375rem 0; }
code { font: .875rem/1.6 ui-monospace, "Noto Sans Mono", Consolas, monospace; }
.contents li { border-top: 1px solid var(--line); }
.contents a, .contents li:not(:has(a)) { display: flex; justify-content: space-between; gap: 1rem; padding: .5rem 0; color: inherit; text-decoration: none; }
.contents a:hover span:first-child { text-decoration: underline; }
.qr { display: flex; flex-wrap: wrap; align-items: center; gap: 1rem; }
.qr img { border: 1px solid var(--line); }
.qr figcaption { flex: 1 1 12rem; }
footer { padding: 1.25rem 0 3rem; border-top: 1px solid var(--line); }
footer a { display: inline-block; padding: .375rem 0; margin-right: 1.5rem; }
@media (min-width: 52rem) {
  .brochure { grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); column-gap: 4rem; padding-top: 2.5rem; align-items: start; grid-template-rows: auto 1fr; }
  .brochure > header, .about { grid-column: 2; }
  .brochure > .cover { grid-column: 1; grid-row: 1 / span 2; }
  .brochure > .cover img { max-height: 88vh; }
}
@media print {
  body { max-width: none; padding: 0; background: none; color: #000; }
  .skip, .place, .groups, footer, .shelf .get, summary { display: none; }
  .shelf { grid-template-columns: repeat(3, 1fr); }
  .shelf > li, .files > li, .qr { break-inside: avoid; }
  .brochure { grid-template-columns: 5fr 6fr; column-gap: 10mm; }
  .brochure > header, .about { grid-column: 2; }
  .brochure > .cover { grid-column: 1; grid-row: 1 / span 2; }
  .cover img { box-shadow: 0 0 0 1px #999; }
}
)";
}

}  // namespace zheye::site
