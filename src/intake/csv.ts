import type { Options } from 'csv-parse';
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

export interface CsvRow {
  cells: string[];
  /** The line of the file on which the row begins, counted from 1. */
  line: number;
}

/** How we read CSV: lines end in any way, rows may be too short or too long, and a quote within a value is one. */
export function csvOptions(delimiter: string): Options {
  return {
    delimiter,
    bom: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
  };
}

/** Reads a small file of CSV with commas. Empty lines are left out. */
export function parseCsv(text: string): CsvRow[] {
  const lineOf = countLines();
  return rowsOf(text, csvOptions(','))
    .map((cells) => ({ cells, line: lineOf(cells) }))
    .filter(({ cells }) => !isEmptyLine(cells));
}

/** The first rows of a text that may be cut off anywhere; what was begun last ends with it. */
export function firstRows(text: string, delimiter: string, rows: number): string[][] {
  return rowsOf(text, { ...csvOptions(delimiter), skip_empty_lines: true, to: rows });
}

/**
 * What stands between the cells of the first line. The signs of all lines, by which csv-parse would guess, say less:
 * there are more commas in questions than semicolons between the columns.
 */
export function delimiterOf(text: string): string {
  const [best = ','] = [',', ';', '\t', '|']
    .map((one) => [one, firstRows(text, one, 1)[0]?.length ?? 0] as const)
    .sort(([, a], [, b]) => b - a)
    .map(([one]) => one);
  return best;
}

/**
 * Says of each row in turn on which line it begins, and of no row (`[]`) on which the next would. csv-parse itself
 * counts a line break of two signs within quotes twice.
 */
export function countLines(): (cells: readonly string[]) => number {
  let next = 1;
  return (cells) => {
    const line = next;
    if (cells.length > 0) next++;
    for (const cell of cells) if (/[\r\n]/.test(cell)) next += cell.split(/\r\n|\r|\n/).length - 1;
    return line;
  };
}

export function isEmptyLine(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0] === '';
}

/** CSV with commas, quoted only where it has to be (RFC 4180). */
export function printCsv(rows: readonly (readonly (string | number)[])[], lineEnd = '\n'): string {
  // By itself csv-stringify would quote no line break but the one that ends the lines.
  return stringify([...rows], { record_delimiter: lineEnd, quoted_match: /[\r\n]/ });
}

function rowsOf(text: string, options: Options): string[][] {
  try {
    return parse(text, options);
  } catch (error) {
    if (!isUnclosed(error)) throw error;
    return parse(`${text}"`, options);
  }
}

/** Whether a quote was opened and never closed. */
export function isUnclosed(error: unknown): boolean {
  return error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED';
}
