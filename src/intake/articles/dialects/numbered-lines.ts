/** A line of text with its number in the source file (1-based). */
export interface NumberedLine {
  text: string;
  from: number;
}

/** Cuts text into lines numbered from 1. */
export function numberLines(text: string): NumberedLine[] {
  return text.split('\n').map((line, index) => ({ text: line, from: index + 1 }));
}

/** A blank line of the same list item or quote: `prefix` is what it starts with. */
export function emptyLine(prefix: string, from: number): NumberedLine {
  return { text: prefix.trimEnd(), from };
}

/** The line in the source file of each line of the prepared text, both 1-based. */
export function lineFinder(lines: readonly NumberedLine[]): (line: number | undefined) => number | undefined {
  // Kept as long as the page, so without its text.
  const numbers = lines.map(({ from }) => from);
  return (line) => (line === undefined ? undefined : (numbers[line - 1] ?? numbers.at(-1)));
}
