import type { Element, Root as HtmlRoot } from 'hast';
import { h } from 'hastscript';
import type { Code, Root } from 'mdast';
import { SKIP, visit } from '#markdown/syntax/walk.ts';
import { isElement } from '../elements/html-elements.ts';

/** Words after the language of a code block that say how it looks. */
const LOOK =
  /^(?:copy|lines|wrap|expandable|live|noinline|twoslash|showlinenumbers|linenumbers|nolinenumbers|no-?copy|numberlines|frame=?\S*|startline=?\S*|highlight|focus|diff|norun|editable|ignore|text|preview|collapse[=\d\s-]*|wordwrap|silent|output)$/i;
const NAMED = /(?:^|\s)(?:title|filename|file|name|label|caption)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))/i;

function titleIn(meta: string): string | undefined {
  const named = NAMED.exec(meta);
  if (named) return (named[1] ?? named[2] ?? named[3])?.trim() || undefined;
  const bracketed = /(?:^|\s)\[([^\]\n]+)\]/.exec(meta)?.[1];
  if (bracketed) return bracketed.replace(/\s*~[\w-]+~|:[\w-]+:/g, '').trim() || undefined;
  // A block with an answer of an interface is called after its status.
  if (/^[1-5]\d\d$/.test(meta.trim())) return meta.trim();
  const words = meta
    .replace(/[\w-]+=\{[^{}]*\}+/g, ' ')
    .replace(/\{[^{}]*\}+/g, ' ')
    .replace(/[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'|\{[^}]*\}|\S+)/g, ' ')
    .replace(/[#/][^/\s]*\/\S*/g, (found) => (found.startsWith('#') ? ' ' : found))
    .split(/\s+/)
    .filter(
      (word) =>
        /[\p{L}\p{N}]/u.test(word) && !LOOK.test(word) && !/^[[{!#:.]/.test(word) && !/^\d+(?:[-,]\d+)*$/.test(word),
    );
  return words.join(' ').trim() || undefined;
}

/** Languages with more in their word: `{.python .annotate title="x"}`, `js{1,3}`, `js:app.js`, `{r}`. */
function settleLanguage(code: Code): void {
  const written = [code.lang, code.meta].filter(Boolean).join(' ');
  const list = /^\{\s*([^{}]*)\}?\s*(.*)$/.exec(written);
  if (list) {
    const words = list[1] ?? '';
    const name = /\.([\w+#-]+)/.exec(words)?.[1] ?? /^([\w+-]+)(?:[\s,]|$)/.exec(words)?.[1];
    code.lang = name ?? null;
    code.meta = [NAMED.exec(words)?.[0].trim(), list[2]].filter(Boolean).join(' ') || null;
    return;
  }
  const [, language = '', file, rest] = /^([\w+#.-]+?)(?::(\S+\.\w+\S*))?(\{.*|:.*)?$/.exec(code.lang ?? '') ?? [];
  if (language && (file !== undefined || rest !== undefined)) {
    code.lang = language;
    if (file) code.meta = [`title="${file}"`, code.meta].filter(Boolean).join(' ');
  }
}

/** Marks code blocks with the title after their language, in place: Markdown loses it on its way through HTML. */
export function markCodeTitles(tree: Root): void {
  visit(tree, 'code', (code) => {
    settleLanguage(code);
    const title = titleIn(code.meta ?? '');
    if (title) code.data = { ...code.data, hProperties: { ...code.data?.hProperties, dataTitle: title } };
  });
}

/** Writes the titles of code blocks above them, in place. Those of tabs are labels by now. */
export function writeCodeTitles(tree: HtmlRoot): void {
  visit(tree, 'element', (pre, index, parent) => {
    if (!isElement(pre, 'pre') || !parent || index === undefined) return undefined;
    const code = pre.children.find((child) => isElement(child, 'code')) as Element | undefined;
    const title = code?.properties.dataTitle;
    if (!code || typeof title !== 'string') return undefined;
    delete code.properties.dataTitle;
    parent.children.splice(index, 0, {
      ...h('p', [h('strong', title)]),
      ...(pre.position && { position: pre.position }),
    });
    return [SKIP, index + 2];
  });
}
