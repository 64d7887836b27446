import { replaceOutsideCode } from '../dialects/code-ranges.ts';

/** `require('./a.png').default` and `useBaseUrl('/a.png')`, which give the address of a file. */
const FILE = /\{\s*(?:require|useBaseUrl)\(\s*["'`]([^"'`$\n]+)["'`]\s*\)(?:\.default)?\s*\}/g;
/** `pathname:///a.pdf`, the address of a file that isn't a page. */
const STATIC = /(\]\(\s*<?|\bhref=["'])pathname:\/\/(?=\/)/g;
/** `{translate({ message: 'Hello', id: 'a' })}`, which gives the message in the language of the page. */
const MESSAGE =
  /(=?)\{\s*translate\(\s*\{[^{}]*?\bmessage:\s*(?:"([^"\n]*)"|'([^'\n]*)'|`([^`$\n]*)`)[^{}]*\}[^{}()]*\)\s*\}/g;

/** Writes what functions of Docusaurus give instead of their calls. The lines of the page stay the same. */
export function withPlainCalls(body: string): string {
  if (!/require\(|useBaseUrl\(|translate\(|pathname:\/\//.test(body)) return body;
  const addressed = replaceOutsideCode(body, FILE, ([, path = '']) => `"${path}"`).replace(STATIC, '$1');
  return replaceOutsideCode(addressed, MESSAGE, ([whole = '', sign, ...texts]) => {
    const message = texts.find((text) => text !== undefined) ?? '';
    const said = sign ? `="${message.replaceAll('"', '&quot;')}"` : message;
    return said + '\n'.repeat(whole.split('\n').length - 1);
  });
}
