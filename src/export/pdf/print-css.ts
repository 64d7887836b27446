/** Sizes of paper that documents are printed on. */
export const papers = ['a4', 'letter'] as const;
export type Paper = (typeof papers)[number];

/** The layout of the printed pages. Colors and fonts are those of the theme. */
export function printCss(paper: Paper): string {
  return `
@page { size: ${paper === 'a4' ? 'A4' : 'letter'}; margin: 22mm 20mm 20mm; @bottom-center { content: counter(page); font: 9pt sans-serif; color: #555; } }
@page cover { margin: 0; @bottom-center { content: none; } }
:root { color-scheme: light; }
html { font-size: 10.5pt; }
html, body { background: #fff; }
body { display: block; }
/* The browser makes bookmarks of the lines of a heading, and would leave out the space between two of them. */
h1, h2, h3, h4, h5, h6 { white-space: pre-wrap; }
.cover { page: cover; break-after: page; box-sizing: border-box; block-size: 100vh; padding: 32mm 24mm; display: flex; flex-direction: column; background: var(--hc-brand); color: var(--hc-on-brand); print-color-adjust: exact; }
.cover-logo { margin: 0 0 auto; }
.cover-logo img { background: #fff; padding: 5mm; border-radius: var(--hc-radius); max-block-size: 24mm; max-inline-size: 70mm; inline-size: auto; block-size: auto; }
.cover-title { font: 700 34pt/1.2 var(--hc-font-heading); margin: auto 0 4mm; overflow-wrap: anywhere; }
.cover-line { font-size: 14pt; margin: 0; }
.cover-address { margin: auto 0 0; }
.cover a { color: inherit; }
.printed-contents { break-after: page; }
.printed-contents h1 { margin-block-start: 0; }
.printed-contents p { margin: 0; }
.contents-section { font-weight: 700; padding-block: 4mm 1mm; break-after: avoid; }
.contents-depth-1 { padding-inline-start: 5mm; }
.contents-depth-2 { padding-inline-start: 10mm; }
.contents-line a { display: flex; align-items: baseline; gap: 2mm; color: inherit; text-decoration: none; padding-block: .6mm; }
.contents-dots { flex: 1 0 6mm; border-block-end: 1px dotted #999; }
.contents-page { min-inline-size: 8mm; text-align: end; font-variant-numeric: tabular-nums; }
.printed-section { break-before: page; font-size: 24pt; color: var(--hc-brand); }
.printed-section-1 { break-before: auto; font-size: 18pt; }
.printed > .printed-section:first-child { break-before: auto; }
.printed .article { margin-block-end: 10mm; display: block; }
.printed .article > :is(h1, h2):first-child { font-size: 17pt; margin-block: 6mm 2mm; }
.printed .article a { color: var(--hc-link); }
.printed .article :is(p, li, td) a[href^='http']::after { content: none; }
/* Larger ones leave half a page empty. */
.printed .article :is(img, svg) { max-block-size: 11cm; }
.printed .article .button { display: inline-block; }
.printed :is(.callout, .steps > ol > li::before) { print-color-adjust: exact; }
`;
}
