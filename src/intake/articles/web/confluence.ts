import { wordsIn } from './dom.ts';

/** Confluence's boxes by the end of their class name. */
const BOXES: Readonly<Record<string, string>> = {
  information: 'note',
  note: 'warning',
  warning: 'warning',
  tip: 'tip',
  success: 'tip',
};

/** Writes the macros of Confluence as plain HTML, in place: boxes, panels, expandable parts, code, emoticons. */
export function turnConfluence(root: Element, document: Document): void {
  for (const macro of root.querySelectorAll('.confluence-information-macro')) {
    const kind = /confluence-information-macro-(\w+)/.exec(macro.className)?.[1] ?? '';
    const title = macro.querySelector('.title');
    const body = macro.querySelector('.confluence-information-macro-body') ?? macro;
    const box = boxOf(document, BOXES[kind] ?? 'note', wordsIn(title), body);
    title?.remove();
    macro.replaceWith(box);
  }
  for (const item of root.querySelectorAll('ul.inline-task-list > li')) {
    const box = document.createElement('input');
    box.setAttribute('type', 'checkbox');
    box.setAttribute('disabled', '');
    if (item.classList.contains('checked')) box.setAttribute('checked', '');
    item.prepend(box, ' ');
  }
  for (const plain of root.querySelectorAll('.preformatted.panel')) plain.replaceWith(...plain.querySelectorAll('pre'));
  for (const panel of root.querySelectorAll('.panel')) {
    const body = panel.querySelector('.panelContent');
    if (!body || panel.classList.contains('code')) continue;
    panel.replaceWith(boxOf(document, 'note', wordsIn(panel.querySelector('.panelHeader')), body));
  }
  for (const part of root.querySelectorAll('.expand-container')) {
    const details = document.createElement('details');
    const summary = document.createElement('summary');
    summary.textContent = wordsIn(part.querySelector('.expand-control-text, .expand-control')) || '…';
    details.append(summary, ...(part.querySelector('.expand-content')?.childNodes ?? []));
    part.replaceWith(details);
  }
  for (const code of root.querySelectorAll('pre[data-syntaxhighlighter-params], pre.syntaxhighlighter-pre')) {
    const language = /brush:\s*([\w+#-]+)/.exec(code.getAttribute('data-syntaxhighlighter-params') ?? '')?.[1];
    const inner = document.createElement('code');
    if (language && !/^(?:text|none|plain)$/.test(language)) inner.className = `language-${language}`;
    inner.textContent = code.textContent;
    code.replaceChildren(inner);
    const title = code.closest('.code.panel')?.querySelector('.codeHeader');
    if (title && wordsIn(title)) title.replaceWith(strongLine(document, wordsIn(title)));
  }
  for (const icon of root.querySelectorAll('img.emoticon')) {
    const shown = icon.getAttribute('data-emoji-fallback') ?? icon.getAttribute('alt') ?? '';
    icon.replaceWith(document.createTextNode(shown));
  }
  for (const part of root.querySelectorAll('.toc-macro, .confluence-embedded-file-wrapper > .title')) part.remove();
}

function boxOf(document: Document, type: string, title: string, body: Element): Element {
  const box = document.createElement('div');
  box.setAttribute('data-callout', type);
  if (title) box.setAttribute('data-title', title);
  box.append(...[...body.childNodes].filter((node) => !(node as Element).classList?.contains('title')));
  return box;
}

function strongLine(document: Document, text: string): Element {
  const line = document.createElement('p');
  const strong = document.createElement('strong');
  strong.textContent = text;
  line.append(strong);
  return line;
}
