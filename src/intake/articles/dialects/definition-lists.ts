import { findCode } from './code-ranges.ts';
import type { NumberedLine } from './numbered-lines.ts';

const DEFINITION = /^ {0,3}[:~](?![:~])[ \t]+(\S.*)$/;
const NO_TERM = /^\s*(?:$|[#>|<:+]|[-*+]\s|\d+[.)]\s|```|~~~|\{|---|\uE00B|\uE00D)|^ {4}/;

/** Writes terms with their definitions (`Term` and, on the next line, `: What it is`) as a list. */
export function writeDefinitionLists(lines: readonly NumberedLine[]): NumberedLine[] {
  if (!lines.some(({ text }) => DEFINITION.test(text))) return [...lines];
  const { isCodeLine } = findCode(lines.map(({ text }) => text).join('\n'));
  const result: NumberedLine[] = [];
  const isBlank = (at: number) => (lines[at]?.text ?? '').trim() === '';
  const isDefinition = (at: number) => DEFINITION.test(lines[at]?.text ?? '') && !isCodeLine(at + 1);
  let inList = false;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as NumberedLine;
    const next = isBlank(at + 1) ? at + 2 : at + 1;
    const isTerm =
      !NO_TERM.test(line.text) &&
      !isCodeLine(at + 1) &&
      !isDefinition(at) &&
      isDefinition(next) &&
      (inList || isBlank(at - 1) || isTermLine(at - 1));
    if (isTerm) {
      result.push(
        { text: `- **${line.text.trim().replace(/^\*\*(.*)\*\*$/, '$1')}**`, from: line.from },
        { text: '', from: line.from },
      );
      inList = true;
      continue;
    }
    const definition = inList && isDefinition(at) ? DEFINITION.exec(line.text)?.[1] : undefined;
    if (definition !== undefined)
      result.push(
        { text: `  ${definition}`, from: line.from },
        ...(isBlank(at + 1) || /^\s/.test(lines[at + 1]?.text ?? '') ? [] : [{ text: '', from: line.from }]),
      );
    else if (inList && /^(?: {2,}|\t)\S/.test(line.text))
      result.push({ text: `  ${line.text.replace(/^(?: {1,4}|\t)/, '')}`, from: line.from });
    else {
      if (line.text.trim() !== '') inList = false;
      result.push(line);
    }
  }
  return result;

  // Two terms can share a definition.
  function isTermLine(at: number): boolean {
    return !NO_TERM.test(lines[at]?.text ?? '') && isBlank(at - 1) && !isDefinition(at);
  }
}
