const colors = {
  light: `--text: #1c1d20; --muted: #5a5e66; --line: #dcdcd6; --faint: #f3f3ef; --page: #fffffd;
  --accent: #0a5a66; --wash: #e3eff0; --quiet: #b9bcb8; --alarm: #a12a1c;`,
  dark: `--text: #e9eaea; --muted: #a5aab0; --line: #34393d; --faint: #1d2124; --page: #131618;
  --accent: #6cc6d3; --wash: #1b3439; --quiet: #565c61; --alarm: #ff9d8c;`,
};

/** The page looks like a printed report: one accent color, thin rules, no boxes. */
export const styles = `
:root { color-scheme: light dark; ${colors.light} }
@media (prefers-color-scheme: dark) { :root { ${colors.dark} } }
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-block-start: 1rem; }
body { max-inline-size: 76rem; margin: 0 auto; padding: 1.8rem clamp(1rem, 4vw, 3rem) 5rem; background: var(--page);
  color: var(--text); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; letter-spacing: -0.015em; }
h1 { margin: 0; font-size: clamp(1.7rem, 4vw, 2.3rem); font-weight: 650; }
h2 { margin: 4.5rem 0 1rem; padding-block-start: 0.9rem; border-block-start: 3px solid var(--accent);
  font-size: 1.65rem; font-weight: 650; }
/* What to do is on the first screen. */
#week { margin-block-start: 1.5rem; }
h3 { margin: 2.5rem 0 0.4rem; font-size: 1.15rem; }
p { max-inline-size: 44rem; margin: 0 0 1rem; }
.figures + table { margin-block-start: 2rem; }
section > p, figcaption, .legend { color: var(--muted); }
.eyebrow { margin: 0 0 0.4rem; color: var(--accent); font-weight: 600; }
.lead { margin-block-start: 0.8rem; font-size: 1.15rem; color: var(--muted); }
td .facts, th .facts { margin-block-start: 0.15rem; color: var(--muted); font-weight: 400; font-size: 0.92rem; }
.note { color: var(--muted); font-size: 0.9rem; }
a { color: var(--accent); text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
h2:focus { outline: none; }
code { font: 0.88em ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: break-word; }
code.id { display: block; color: var(--muted); font-weight: 400; }
strong { color: var(--text); }
nav ul, .legend, .plain { display: flex; flex-wrap: wrap; gap: 0.4rem 1.6rem; margin: 0; padding: 0; list-style: none; }
nav { margin-block-start: 1rem; }
.plain { display: block; }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1.5rem 2rem; margin: 2.5rem 0 0; }
.figures > div { padding-block-start: 0.7rem; border-block-start: 1px solid var(--line); }
dt { color: var(--muted); font-size: 0.9rem; }
dd { margin: 0; }
dd.value { font-size: 2.4rem; font-weight: 650; line-height: 1.2; letter-spacing: -0.03em; font-variant-numeric: tabular-nums; }
.over { margin: 0; padding-inline-start: 1.2rem; }
.over strong { color: var(--alarm); }
figure { margin: 2.5rem 0 0; break-inside: avoid; }
figcaption { max-inline-size: 44rem; margin-block-end: 0.8rem; }
.plot { display: grid; grid-template-columns: auto 1fr auto; gap: 0.3rem 0.6rem; color: var(--muted); font-size: 0.85rem;
  font-variant-numeric: tabular-nums; }
.drawn { grid-column: 2; block-size: 7rem; border-block-end: 1px solid var(--muted); }
.high .drawn { block-size: 15rem; }
.plot .axis { display: flex; flex-direction: column; justify-content: space-between; line-height: 1; }
.plot .axis:first-child { text-align: end; }
.plot .below { position: relative; grid-column: 2; display: flex; justify-content: space-between; min-block-size: 1.4rem; }
.plot .at { position: absolute; inset-inline-end: calc(100% - var(--at)); color: var(--accent); font-weight: 600; white-space: nowrap; }
.plot .at.early { inset-inline: var(--at) auto; }
svg { display: block; overflow: visible; }
.stretched { inline-size: 100%; block-size: 100%; }
.bar { fill: var(--quiet); }
.bar.now { fill: var(--accent); }
.line, .cut, .whisker, .axis { fill: none; vector-effect: non-scaling-stroke; }
.line { stroke: var(--text); stroke-width: 1.5; stroke-linejoin: round; }
.cut { stroke: var(--accent); stroke-width: 1.5; stroke-dasharray: 4 3; }
.spark { inline-size: 130px; block-size: 24px; }
.spark .line { stroke: var(--muted); }
.window { fill: var(--wash); }
.dot { fill: var(--accent); }
.interval { inline-size: 130px; block-size: 16px; }
.interval .axis { stroke: var(--quiet); stroke-width: 1.5; }
.whisker { stroke: var(--accent); stroke-width: 1.5; }
.scale { display: flex; justify-content: space-between; inline-size: 130px; font-weight: 400; }
table { border-collapse: collapse; inline-size: 100%; margin-block-start: 0.8rem; font-size: 0.94rem; font-variant-numeric: tabular-nums; }
th, td { padding-block: 0.5rem; padding-inline: 0 1.2rem; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { border-block-end-color: var(--muted); color: var(--muted); font-size: 0.85rem; font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 600; }
tbody th code:not(.id) { font-weight: 600; color: var(--text); }
.cards tbody th { min-inline-size: 11rem; }
.cards td:last-child:not(.number) { min-inline-size: 12rem; }
.facts code { color: var(--muted); font-weight: 400; }
th.number, td.number { text-align: end; }
td.number, .whole { white-space: nowrap; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
.reasons { margin: 0; padding: 0; list-style: none; }
.reasons li + li, td p + .reasons { margin-block-start: 0.25rem; }
td p { margin: 0 0 0.25rem; color: var(--text); }
.threshold { color: var(--muted); font-size: 0.88em; }
.verdict { display: inline-block; min-inline-size: 11rem; color: var(--muted); }
.verdict.rising, .verdict.falling, .verdict.clear { color: var(--text); font-weight: 600; }
.recurs { font-weight: 400; color: var(--muted); }
.sideways { position: relative; overflow-x: auto; }
h2 + figure, h2 + h3 { margin-block-start: 1.5rem; }
.grid { inline-size: auto; }
.grid td, .grid thead th + th { text-align: end; white-space: nowrap; }
.note + .note { margin-block-start: 0.4rem; }
table + .note { margin-block-start: 0.8rem; }
.grid th:first-child { position: sticky; inset-inline-start: 0; background: var(--page); }
.grid td { min-inline-size: 4rem; }
.cell { display: inline-flex; align-items: center; justify-content: space-between; gap: 0.4rem; min-inline-size: 3.6rem; padding: 0.05rem 0.35rem; border: 2px solid transparent; border-radius: 4px; }
.gap { display: inline-flex; align-items: center; gap: 0.4rem; padding: 0.05rem 0.35rem; border: 2px solid var(--alarm); border-radius: 4px; font-weight: 650; }
.none { color: var(--muted); }
.sign { display: inline-block; inline-size: 12px; block-size: 12px; flex: none; }
.full { fill: var(--accent); }
.ring { fill: none; stroke: var(--muted); stroke-width: 1.4; }
.outdated .ring { stroke: var(--accent); }
.legend { font-size: 0.9rem; }
.legend li { display: flex; align-items: center; gap: 0.4rem; }
details { margin-block-start: 0.8rem; }
summary { inline-size: fit-content; padding-block: 0.3rem; color: var(--accent); cursor: pointer; }
@media screen and (max-width: 56rem) {
  .cards, .cards tbody, .cards tr, .cards th, .cards td { display: block; }
  .cards thead { display: none; }
  .cards tr { display: flex; flex-wrap: wrap; gap: 0.3rem 1.2rem; padding-block: 0.8rem; border-block-end: 1px solid var(--line); }
  .cards th, .cards td { padding: 0; border: 0; text-align: start; }
  .cards tbody th { flex: 1 0 100%; min-inline-size: 0; overflow-wrap: anywhere; }
  .cards td:empty { display: none; }
  .cards td::before { content: attr(data-name); display: block; color: var(--muted); font-size: 0.8rem; }
  .cards td:last-child:not(.number) { flex: 1 1 100%; min-inline-size: 0; overflow-wrap: anywhere; }
}
@media (max-width: 40rem) {
  body { padding-block-start: 1.5rem; }
  .high .drawn { block-size: 11rem; }
  .grid th, .grid td { padding-inline-end: 0.5rem; }
  .grid th:first-child { min-inline-size: 8rem; max-inline-size: 9rem; white-space: normal; }
}
@page { size: A4; margin: 14mm 12mm; }
@media print {
  :root { color-scheme: light; ${colors.light} --page: #fff; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { max-inline-size: none; padding: 0; font-size: 9pt; }
  nav { display: none; }
  section:has(> #topics), section:has(> #languages) { break-before: page; }
  section:has(> #topics) h2, section:has(> #languages) h2 { margin-block-start: 0; }
  h2 { margin-block-start: 1.6rem; font-size: 15pt; }
  h2, h3, figcaption { break-after: avoid; }
  h3 + p { break-after: avoid; }
  table { font-size: 8pt; }
  th, td { padding-block: 0.25rem; padding-inline: 0 0.7rem; }
  .sideways { overflow: visible; }
  .grid th:first-child { position: static; }
  .spark, .interval, .scale { inline-size: 84px; }
  .high .drawn { block-size: 10rem; }
  dd.value { font-size: 20pt; }
  .figures { grid-template-columns: repeat(4, 1fr); gap: 0 1.2rem; }
  .id { display: none !important; }
  .cards th, .cards td { min-inline-size: 0 !important; }
  .verdict { min-inline-size: 7rem; }
  .cards td:last-child:not(.number) { min-inline-size: 6.5rem !important; }
}
`;
