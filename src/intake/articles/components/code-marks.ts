import type { Code, Root } from 'mdast';
import { visit } from '#markdown/syntax/walk.ts';

const OPEN = String.raw`(?:\/\/|#|--|%|;|\/\*|\{\/\*|<!--)`;
const CLOSE = String.raw`(?:\*\/\}|\*\/|-->)?`;
/** A whole line of Docusaurus: `// highlight-next-line`. */
const LINE = new RegExp(
  `^[ \\t]*${OPEN}[ \\t]*(?:highlight|error|this-will-error|success)-(?:next-line|start|end)[ \\t]*${CLOSE}[ \\t]*$`,
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

/** Takes the marks that other systems read out of the text of code blocks, in place. Readers would see them. */
export function dropCodeMarks(tree: Root): void {
  visit(tree, 'code', (code) => {
    if (/-(?:next-line|start|end)\b|\[!code|\(\d+\)!/.test(code.value)) plainCode(code);
  });
}
