import { replaceOutsideCode } from '../dialects/code-ranges.ts';

/** `require('./a.png').default` and `useBaseUrl('/a.png')`, which give the address of a file. */
const FILE = /\{\s*(?:require|useBaseUrl)\(\s*["'`]([^"'`$\n]+)["'`]\s*\)(?:\.default)?\s*\}/g;
/** `pathname:///a.pdf`, the address of a file that isn't a page. */
const STATIC = /(\]\(\s*<?|\bhref=["'])pathname:\/\/(?=\/)/g;
/** `{translate({ message: 'Hello', id: 'a' })}`, which gives the message in the language of the page. */
const MESSAGE =
  /(=?)\{\s*translate\(\s*\{[^{}]*?\bmessage:\s*(?:"([^"\n]*)"|'([^'\n]*)'|`([^`$\n]*)`)[^{}]*\}[^{}()]*\)\s*\}/g;

/** ReadMe's `<HTMLBlock>{`<p>…</p>`}</HTMLBlock>`, which holds HTML. */
const HELD_HTML = /<HTMLBlock\b[^<>]*>\s*\{\s*`([\s\S]*?)`\s*\}\s*<\/HTMLBlock>/g;

/** HTML without the lines at which Markdown would read on as text, and as many lines as before. */
function wholeBlock([all = '', inside = '']: (string | undefined)[]): string {
  const lines = inside
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, '')
    .split('\n')
    .map((line) => line.trim());
  const block = ['<div>', ...lines.filter((line) => line !== ''), '</div>'].join('');
  return block + '\n'.repeat(all.split('\n').length - 1);
}

/** Writes what functions of Docusaurus give instead of their calls. The lines of the page stay the same. */
export function withPlainCalls(body: string): string {
  if (!/require\(|useBaseUrl\(|translate\(|pathname:\/\/|<HTMLBlock/.test(body)) return body;
  const plain = body.includes('<HTMLBlock') ? replaceOutsideCode(body, HELD_HTML, wholeBlock) : body;
  const addressed = replaceOutsideCode(plain, FILE, ([, path = '']) => `"${path}"`).replace(STATIC, '$1');
  return replaceOutsideCode(addressed, MESSAGE, ([whole = '', sign, ...texts]) => {
    const message = texts.find((text) => text !== undefined) ?? '';
    const said = sign ? `="${message.replaceAll('"', '&quot;')}"` : message;
    return said + '\n'.repeat(whole.split('\n').length - 1);
  });
}
