import type { Report } from '../imported-site.ts';
import { COMMENTS, TRACKED } from './comment-marks.ts';
import { dropFences } from './private-fences.ts';
import { isPrivateBlock, shortText } from './private-names.ts';

/** Says whether a place of a text is code. */
export type IsCode = (at: number) => boolean;

/** Blocks with a name, which says whether readers see them. */
const BLOCKS: readonly RegExp[] = [
  /\{%-?\s*([\w-]+)(?=[\s%-])[^%]*%\}([\s\S]*?)\{%-?\s*end_?\1\s*-?%\}/g,
  /\{\{[<%]\s*([\w-]+)(?=[\s>%])[^{}]*[>%]\}\}([\s\S]*?)\{\{[<%]\s*\/\s*\1\s*[>%]\}\}/g,
  /^[ \t]*(?:!!!|\?\?\?\+?)[ \t]+([\w-]+)[^\n]*((?:\n[ \t]*(?=\n|$(?![\s\S]))|\n(?:[ \t]{4}| {0,3}\t)[^\n]*)*)/gm,
  /^[ \t]*>[ \t]*\[!([\w-]+)\][^\n]*((?:\n(?:[ \t]*>|(?![#\d*-]))[^\n]*\S[^\n]*)*)/gm,
];

/** Blocks that show their text on a condition that only the old site could decide. */
const CONDITIONS =
  /\{%-?\s*((?:if|unless|case|ifversion|ifuser)\b[^%]*?)\s*-?%\}|\{\{#((?:if|unless|is|has)\b[^{}]*)\}\}|\{\{[<%]\s*((?:if[\w-]*|condition\w*)\b[^{}]*?)\s*[>%]\}\}/g;
const ENDS =
  /\{%-?\s*(?:elsif|elif|else|elseif|when|endif|endunless|endcase|endifversion|endifuser)\b[^%]*%\}|\{\{(?:\/(?:if|unless|is|has)|else)\b[^{}]*\}\}|\{\{[<%]\s*\/(?:if[\w-]*|condition\w*)\s*[>%]\}\}/g;

function gap(text: string): string {
  return '\n'.repeat(text.split('\n').length - 1);
}

/**
 * Removes what the source never shows to readers: comments of every dialect and blocks for the team. Reports both. Text
 * on a condition stays, and is reported as text whose readers aren't known. The number of lines stays the same.
 *
 * @param codeIn finds code, which stays as it is
 */
export function dropPrivateText(body: string, codeIn: (text: string) => IsCode, report: Report): string {
  if (!/[{%!]|:::|\?\?\?|\[\/\/\]|comments?\]/i.test(body)) return body;
  let text = body;
  const replaceAll = (pattern: RegExp, instead: (match: RegExpExecArray, line: number) => string | undefined) => {
    const matches = [...text.matchAll(pattern)];
    if (matches.length === 0) return;
    const isCode = codeIn(text);
    let result = '';
    let end = 0;
    for (const match of matches) {
      if (match.index < end || isCode(match.index)) continue;
      const replaced = instead(match, text.slice(0, match.index).split('\n').length);
      if (replaced === undefined) continue;
      result += text.slice(end, match.index) + replaced;
      end = match.index + match[0].length;
    }
    text = result + text.slice(end);
  };
  for (const pattern of COMMENTS) {
    replaceAll(pattern, ([whole], line) => {
      // A comment of MDX is like one of HTML: writers know that no one sees it.
      if (!/^\{\s*\/\*/.test(whole))
        report(line, `A comment that the source doesn't show was left out: "${shortText(whole)}"`, 'private');
      return gap(whole);
    });
  }
  for (const pattern of TRACKED) replaceAll(pattern, ([, inside = '']) => inside);
  for (const pattern of BLOCKS) {
    replaceAll(pattern, ([whole, name = '', inside = ''], line) => {
      // MkDocs and Obsidian show boxes of the type "todo".
      if (!isPrivateBlock(name) || (name.toLowerCase() === 'todo' && /^[ \t]*[!?>]/.test(whole))) return undefined;
      report(line, `The block "${name}" isn't for readers and was left out: "${shortText(inside)}"`, 'private');
      return gap(whole);
    });
  }
  if (/^[ \t>]*:::/m.test(text)) text = dropFences(text, codeIn(text), report);
  replaceAll(CONDITIONS, ([whole], line) => {
    const condition = shortText(whole);
    report(
      line,
      `The text after "${condition}" was shown only on that condition. Decide who can see it.`,
      'visibility',
    );
    return gap(whole);
  });
  replaceAll(ENDS, ([whole]) => gap(whole));
  return text;
}
