import { isConditionalBlock, isPrivateBlock } from '../visibility/private-names.ts';
import { BLOCK_END, type BlockBook, plainTitle } from './block-marks.ts';
import { findCode } from './code-ranges.ts';
import { emptyLine, type NumberedLine } from './numbered-lines.ts';

/** `!!! note "Title"`, `??? tip`, `=== "Tab"` of MkDocs; what belongs to them is indented by four spaces. */
const CALLOUT =
  /^(\s*)(!!!|\?\?\?\+?)[ \t]+(?:([\w-]+(?:[ \t]+[\w-]+)*)[ \t]*)?(?:"((?:[^"\\]|\\.)*)"|'([^']*)')?\s*(?:\{[^}]*\}\s*)?$/;
const TAB = /^(\s*)===[!+]{0,2}[ \t]+(?:"((?:[^"\\]|\\.)*)"|'([^']*)')\s*(?:\{[^}]*\}\s*)?$/;

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function withSpaces(line: NumberedLine): NumberedLine {
  const lead = /^[ \t]*/.exec(line.text)?.[0] ?? '';
  return lead.includes('\t') ? { ...line, text: lead.replaceAll('\t', '    ') + line.text.slice(lead.length) } : line;
}

function startOf(line: string, book: BlockBook): { indent: number; mark: string } | undefined {
  const tab = TAB.exec(line);
  if (tab) {
    const label = plainTitle((tab[2] ?? tab[3] ?? '').replace(/\\(.)/g, '$1'));
    return { indent: (tab[1] ?? '').length, mark: book.open('=== tab', { title: label }) };
  }
  const callout = CALLOUT.exec(line);
  if (!callout || (!callout[3] && callout[4] === undefined)) return undefined;
  const [, indent = '', sign = '', words = 'note', double, single] = callout;
  const title = plainTitle((double ?? single ?? '').replace(/\\(.)/g, '$1'));
  const kind = words.split(/\s+/)[0] ?? 'note';
  // A name that says who can read the block is kept, so the block is left out or reported.
  const opens = sign.startsWith('?') && !isPrivateBlock(kind) && !isConditionalBlock(kind);
  const name = opens ? 'details' : kind;
  const shown = title || (sign.startsWith('?') && kind ? kind.charAt(0).toUpperCase() + kind.slice(1) : '');
  return { indent: indent.length, mark: book.open(`${sign} ${name}`, shown ? { title: shown } : {}) };
}

/** Replaces the indented blocks of MkDocs with marks around their text. */
export function unfoldIndented(lines: readonly NumberedLine[], book: BlockBook): NumberedLine[] {
  if (!lines.some(({ text }) => /^\s*(?:!!!|\?\?\?|===)/.test(text))) return [...lines];
  const { isCodeLine } = findCode(lines.map(({ text }) => text).join('\n'));
  const result: NumberedLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = withSpaces(lines[at] as NumberedLine);
    const start = isCodeLine(at + 1) ? undefined : startOf(line.text, book);
    if (!start) {
      result.push(lines[at] as NumberedLine);
      continue;
    }
    const inside = start.indent + 4;
    const prefix = ' '.repeat(start.indent);
    const block: NumberedLine[] = [];
    let end = at + 1;
    for (; end < lines.length; end += 1) {
      const next = withSpaces(lines[end] as NumberedLine);
      if (next.text.trim() !== '' && indentOf(next.text) < inside) break;
      block.push({ text: next.text.trim() === '' ? '' : prefix + next.text.slice(inside), from: next.from });
    }
    while (block.at(-1)?.text === '') block.pop();
    const last = block.at(-1)?.from ?? line.from;
    result.push(
      emptyLine(prefix, line.from),
      { text: prefix + start.mark, from: line.from },
      emptyLine(prefix, line.from),
    );
    result.push(...unfoldIndented(block, book));
    result.push(emptyLine(prefix, last), { text: prefix + BLOCK_END, from: last }, emptyLine(prefix, last));
    at = at + block.length;
  }
  return result;
}
