import { wrapText } from './wrap-text.ts';

const BETWEEN = 2;
/** A narrower column of text is hard to read. */
const NARROWEST = 24;
/** The same if ids have to be broken all the same. */
const NARROWEST_BROKEN = 16;

/**
 * Wraps the longest cells of text, so the rows fit into so many characters when their columns are aligned. A command stays
 * on one line, as people copy it. If nothing else helps, an id is broken after a "/" or "-".
 *
 * @returns the same rows if their longest words and commands don't fit even so
 */
export function fitColumns(rows: readonly (readonly string[])[], width: number): (readonly string[])[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const of = (column: number) => rows.map((row) => row[column] ?? '');
  const widths = Array.from({ length: columns }, (_, column) => Math.max(0, ...of(column).map(({ length }) => length)));
  const leastOf = (narrowest: number, partsOf: (cell: string) => string[]) =>
    widths.map((most, column) => {
      const parts = of(column).flatMap((cell) => (isCommand(cell) ? [cell] : partsOf(cell)));
      return Math.min(most, Math.max(narrowest, ...parts.map(({ length }) => length)));
    });
  const room = width - BETWEEN * (columns - 1);
  const least = [
    leastOf(NARROWEST, (cell) => cell.split(' ')),
    leastOf(NARROWEST_BROKEN, (cell) => cell.split(' ').flatMap(piecesOf)),
  ].find((one) => sum(one) <= room);
  if (!least) return [...rows];
  while (sum(widths) > room) {
    const spare = widths.map((one, column) => one - (least[column] ?? 0));
    const widest = widths.reduce(
      (best, one, column) => ((spare[column] ?? 0) > 0 && one > (widths[best] ?? 0) ? column : best),
      spare.findIndex((one) => one > 0),
    );
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return rows.flatMap((row) => {
    const cells = row.map((cell, column) => wrapCell(cell, widths[column] ?? width));
    const lines = Math.max(1, ...cells.map(({ length }) => length));
    return Array.from({ length: lines }, (_, line) => cells.map((cell) => cell[line] ?? ''));
  });
}

function wrapCell(cell: string, width: number): string[] {
  if (isCommand(cell)) return [cell];
  const words = cell.split(' ').flatMap((word) => (word.length > width ? brokenTo(word, width) : [word]));
  return wrapText(words.join(' '), width);
}

/** The parts of a word, each as long as possible: two of them never fit into a line. */
function brokenTo(word: string, width: number): string[] {
  const parts: string[] = [];
  for (const piece of piecesOf(word)) {
    const part = parts.at(-1);
    if (part !== undefined && part.length + piece.length <= width) parts[parts.length - 1] = part + piece;
    else parts.push(piece);
  }
  return parts;
}

function piecesOf(word: string): string[] {
  return word.split(/(?<=[/-])/);
}

function isCommand(cell: string): boolean {
  return /^(?:npm|npx) /.test(cell);
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
