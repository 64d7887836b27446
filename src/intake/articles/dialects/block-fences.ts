import type { NumberedLine } from './numbered-lines.ts';

const COLON_FENCE = /^(\s*(?:>\s*)*):{3,}/;
const MKDOCS_BLOCK = /^(\s*)(?:!!!|\?\?\?\+?)\s+([\w-]+)(?:\s+"([^"]*)")?\s*$/;

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function gap(prefix: string, from: number): NumberedLine {
  return { text: prefix.trimEnd(), from };
}

/** Rewrites MkDocs' `!!! note "Title"` and its indented text as a `:::note Title` block. */
function unfoldMkDocs(lines: readonly NumberedLine[], isCode: (line: number) => boolean): NumberedLine[] {
  const result: NumberedLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as NumberedLine;
    const match = MKDOCS_BLOCK.exec(line.text);
    if (!match || isCode(line.from)) {
      result.push(line);
      continue;
    }
    const [, indent = '', kind = '', title] = match;
    const inside = indent.length + 4;
    let end = at + 1;
    while (end < lines.length && (lines[end]?.text.trim() === '' || indentOf(lines[end]?.text ?? '') >= inside))
      end += 1;
    while (lines[end - 1]?.text.trim() === '') end -= 1;
    const last = lines[end - 1]?.from ?? line.from;
    const opening = line.text.trimStart().startsWith('?') ? 'details' : kind;
    const block = lines.slice(at + 1, end).map(({ text, from }) => ({ text: indent + text.slice(inside), from }));
    result.push(gap('', line.from), { text: `${indent}:::${opening} ${title ?? ''}`, from: line.from });
    // Indented text in a note was counted as code when the code in the file was located.
    result.push(gap('', line.from), ...unfoldMkDocs(block, () => false));
    result.push(gap('', last), { text: `${indent}:::`, from: last }, gap('', last));
    at = end - 1;
  }
  return result;
}

/**
 * Puts empty lines around each `:::` line. A Markdown parser then reads it as its own paragraph, and what is between two
 * of them as blocks. `isCode` says whether a line of the source is inside code.
 */
export function separateFences(lines: readonly NumberedLine[], isCode: (line: number) => boolean): NumberedLine[] {
  const apart = lines.flatMap((line) => {
    const prefix = COLON_FENCE.exec(line.text)?.[1];
    if (prefix === undefined || isCode(line.from)) return [line];
    return [gap(prefix, line.from), line, gap(prefix, line.from)];
  });
  return unfoldMkDocs(apart, isCode);
}
