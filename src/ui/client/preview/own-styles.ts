// All of it is in shadow roots: the theme has no effect on it, and it has none on the theme.
const shared = `
:host { all: initial; display: block; font: 400 15px/1.45 system-ui, sans-serif; color: #1b1f24; direction: ltr; text-align: start; color-scheme: light }
:host([hidden]) { display: none }
@media print { :host { display: none } }
* { box-sizing: border-box }
p, ul, ol, h2 { margin: 0; padding: 0; font: inherit }
:is(ul, ol) { list-style: none; display: grid; gap: 8px }
strong { font-weight: 700 }
.error strong { color: #8c1d18 }
.warning strong { color: #6b4500 }
.info strong { color: #1a4f8a }
code { font: 13px/1.4 ui-monospace, monospace; overflow-wrap: anywhere }
a { color: #1a4f8a }
button { font: inherit; color: inherit; background: #fff; border: 1px solid #5f6873; border-radius: 6px; padding: 4px 10px; min-block-size: 28px; cursor: pointer }
button.place { padding: 2px 8px }
button:hover { background: #eef1f4 }
:is(a, button, input, summary):focus-visible { outline: 3px solid #1a56a8; outline-offset: 2px }
li p + p { margin-block-start: 2px }
`;

export const noteStyles = `${shared}
.note { margin-block: 8px; padding: 8px 12px; background: #fff8e6; border: 1px solid #c9a24a; border-inline-start: 5px solid #8a5a00; border-radius: 6px }
.note.error { background: #fff1ef; border-color: #d88a84; border-inline-start-color: #b3261e }
`;

export const markStyles = `${shared}
:host { display: inline-block; margin-inline-start: 6px; vertical-align: middle }
:host([data-page]) { display: block; margin: 8px 0 }
span { display: inline-block; padding: 1px 8px; border-radius: 10px; border: 1px dashed #1b1f24; background: #ffe9a8; font-size: 13px; font-weight: 600 }
`;

export const panelStyles = `${shared}
:host { position: fixed; inset-block-end: 12px; inset-inline-end: 12px; z-index: 2147483000; max-inline-size: min(560px, calc(100vw - 24px)) }
aside { display: flex; flex-direction: column; gap: 8px; align-items: end }
.bar { display: flex; flex-wrap: wrap; gap: 8px; justify-content: end }
aside > .bar button { background: #1b1f24; color: #fff; border-color: #fff; box-shadow: 0 2px 8px rgb(0 0 0 / 0.35) }
aside > .bar button:hover { background: #333b45 }
.drawer { inline-size: 100%; max-block-size: min(60vh, 520px); overflow: auto; padding: 12px 16px; background: #fff; border: 1px solid #5f6873; border-radius: 8px; box-shadow: 0 4px 18px rgb(0 0 0 / 0.3) }
:is(.drawer, button)[hidden], .drawer:empty { display: none }
h2 { font-weight: 700; margin-block: 12px 6px }
h2:first-child { margin-block-start: 0 }
li { padding-block-end: 8px; border-block-end: 1px solid #d9dee5 }
li:last-child { border: 0 }
.explained { display: grid; align-content: start; gap: 12px }
.explained h2 { margin: 0 }
ol { counter-reset: place }
ol > li { counter-increment: place }
ol > li > p:first-child::before { content: counter(place) '. ' }
table { inline-size: 100%; border-collapse: collapse }
:is(th, td) { padding: 3px 8px 3px 0; text-align: start; vertical-align: top; border-block-end: 1px solid #d9dee5 }
td:nth-child(2) { font-variant-numeric: tabular-nums }
form { display: grid; gap: 6px }
label { font-weight: 700 }
input { flex: 1; min-inline-size: 0; font: inherit; color: inherit; background: #fff; border: 1px solid #5f6873; border-radius: 6px; padding: 4px 10px; min-block-size: 28px }
@media (pointer: coarse) { input { font-size: 16px } }
@media (prefers-color-scheme: dark) {
  :host { color: #e6eaef; color-scheme: dark }
  :is(.drawer, input, button) { background: #1b1f24; border-color: #8b95a1 }
  button:hover { background: #333b45 }
  a { color: #8cc2ff }
  .error strong { color: #ffb4ab }
  .warning strong { color: #f2c46d }
  .info strong { color: #8cc2ff }
  :is(a, button, input, summary):focus-visible { outline-color: #8cc2ff }
  :is(li, th, td) { border-color: #444c56 }
}
`;
