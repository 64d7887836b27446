/** Text whose lines come from lines of a file, in order; other texts may be put in between. */
export interface MappedText {
  text: string;
  /** 1-based line in the file of each line of the text. */
  lines: readonly number[];
}

export function mappedText(text: string): MappedText {
  return { text, lines: text.split('\n').map((_line, index) => index + 1) };
}

/**
 * Replaces what a pattern finds. What is put in has the line of the place where it is; a match for which there is
 * nothing to put in stays.
 *
 * @param pattern with the flag `g`
 */
export function replaceMapped(
  { text, lines }: MappedText,
  pattern: RegExp,
  instead: (match: RegExpExecArray, line: number) => string | undefined,
): MappedText {
  let result = '';
  const numbers: number[] = [];
  let at = 0;
  let line = 0;
  const keep = (end: number) => {
    const piece = text.slice(at, end);
    result += piece;
    for (let breaks = piece.split('\n').length - 1; breaks > 0; breaks -= 1) {
      numbers.push(lines[line] ?? 1);
      line += 1;
    }
    at = end;
  };
  for (const match of text.matchAll(pattern)) {
    if (match.index < at) continue;
    const ahead = line + text.slice(at, match.index).split('\n').length - 1;
    const replaced = instead(match, lines[ahead] ?? 1);
    if (replaced === undefined) continue;
    keep(match.index);
    result += replaced;
    for (let breaks = replaced.split('\n').length - 1; breaks > 0; breaks -= 1) numbers.push(lines[line] ?? 1);
    line += match[0].split('\n').length - 1;
    at = match.index + match[0].length;
  }
  if (at === 0 && result === '') return { text, lines };
  keep(text.length);
  numbers.push(lines[line] ?? 1);
  return { text: result, lines: numbers };
}
