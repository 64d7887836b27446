import type { Code, Root } from 'mdast';
import { SKIP, visit } from '#markdown/syntax/walk.ts';
import type { Report } from '../imported-site.ts';
import { shortText } from '../visibility/private-names.ts';

const OPEN = String.raw`(?:\/\/|#|--|%|;|\/\*|\{\/\*|<!--)`;
const CLOSE = String.raw`(?:\*\/\}|\*\/|-->)?`;
/** A whole line of Docusaurus: `// highlight-next-line`. */
const LINE = new RegExp(
  `^[ \\t]*${OPEN}[ \\t]*(?:(?:highlight|error|this-will-error|success)-(?:next-line|start|end)|#(?:end)?region\\b[^\\n]*?)[ \\t]*${CLOSE}[ \\t]*$`,
);
/** The end of a line of Shiki: `// [!code ++]`, `# [!code highlight:3]`. */
const END = new RegExp(`[ \\t]*${OPEN}[ \\t]*\\[!code[ \\t]+([^\\]\\n]+)\\][ \\t]*${CLOSE}[ \\t]*$`);
/** A number of MkDocs that leads to a note below the code: `# (1)!`. */
const NOTE = new RegExp(`(${OPEN}[ \\t]*\\(\\d+\\))!(?=[ \\t]*${CLOSE}[ \\t]*$)`);

function plainCode(code: Code): void {
  const lines = code.value.split('\n').filter((line) => !LINE.test(line));
  const marks = lines.map((line) => END.exec(line)?.[1]?.trim() ?? '');
  const isChange = (mark: string) => /^(?:\+\+|--)(?::|$)/.test(mark);
  const shown = lines
    .map((line) => line.replace(END, '').replace(NOTE, '$1'))
    .filter((line, at) => line.trim() !== '' || (lines[at] ?? '').trim() === '');
  if (!marks.some(isChange) || shown.length !== lines.length) {
    code.value = shown.join('\n');
    return;
  }
  // Which lines come and go is a part of what the code says.
  code.value = shown.map((line, at) => `${isChange(marks[at] ?? '') ? (marks[at] ?? '')[0] : ' '} ${line}`).join('\n');
  code.lang = 'diff';
}

/** Queries of note apps, which only the app can answer. */
const QUERY = /^(?:dataview(?:js)?|query|tasks|button|tracker|leaflet|base)$/;

/** Takes the marks that other systems read out of the text of code blocks, in place. Readers would see them. */
export function dropCodeMarks(tree: Root, report: Report): void {
  visit(tree, 'inlineCode', (code) => {
    // MkDocs names the language of code in a line: `#!python range()`.
    code.value = code.value.replace(/^(?:#!|:::)[a-z][\w+-]* +(?=\S)/, '');
  });
  visit(tree, 'code', (code, index, parent) => {
    if (!QUERY.test(code.lang ?? '') || !parent || index === undefined) return undefined;
    report(
      code.position?.start.line,
      `The query "${shortText(code.value)}" works only in the old system and was left out.`,
    );
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  visit(tree, 'code', (code) => {
    if (/-(?:next-line|start|end)\b|\[!code|\(\d+\)!|#(?:end)?region\b/.test(code.value)) plainCode(code);
  });
}
