import { wrapText } from './wrap-text.ts';

const BETWEEN = 2;
/** A narrower column of text is hard to read. */
const NARROWEST = 24;
/** Rows that are hardly longer are wrapped all the same; for others it would only make more lines. */
const OVERHANG = 10;

/**
 * Wraps the longest cells of text, so the rows fit into so many characters when their columns are aligned. A command stays
 * on one line, as people copy it.
 *
 * @returns the same rows if their longest words and commands don't fit
 */
export function fitColumns(rows: readonly (readonly string[])[], width: number): (readonly string[])[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const of = (column: number) => rows.map((row) => row[column] ?? '');
  const widths = Array.from({ length: columns }, (_, column) => Math.max(0, ...of(column).map(({ length }) => length)));
  const least = widths.map((most, column) => {
    const parts = of(column).flatMap((cell) => (isCommand(cell) ? [cell] : cell.split(' ')));
    return Math.min(most, Math.max(NARROWEST, ...parts.map(({ length }) => length)));
  });
  const room = Math.max(width - BETWEEN * (columns - 1), sum(least));
  if (room > width + OVERHANG) return [...rows];
  while (sum(widths) > room) {
    const spare = widths.map((one, column) => one - (least[column] ?? 0));
    const widest = widths.reduce(
      (best, one, column) => ((spare[column] ?? 0) > 0 && one > (widths[best] ?? 0) ? column : best),
      spare.findIndex((one) => one > 0),
    );
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return rows.flatMap((row) => {
    const cells = row.map((cell, column) => (isCommand(cell) ? [cell] : wrapText(cell, widths[column] ?? width)));
    const lines = Math.max(1, ...cells.map(({ length }) => length));
    return Array.from({ length: lines }, (_, line) => cells.map((cell) => cell[line] ?? ''));
  });
}

function isCommand(cell: string): boolean {
  return /^(?:npm|npx) /.test(cell);
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
