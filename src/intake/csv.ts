import type { Options } from 'csv-parse';
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

export interface CsvRow {
  cells: string[];
  /** The line of the file on which the row begins, counted from 1. */
  line: number;
}

/** How CSV is read: any line ending, rows of any length, and quotes allowed within a value. */
export function csvOptions(delimiter: string): Options {
  return {
    delimiter,
    bom: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
  };
}

/** Reads a small file of CSV with commas. Blank lines are left out. */
export function parseCsv(text: string): CsvRow[] {
  const lineOf = countLines();
  return rowsOf(text, csvOptions(','))
    .map((cells) => ({ cells, line: lineOf(cells) }))
    .filter(({ cells }) => !isEmptyLine(cells));
}

/** The first rows of a text that can be cut off anywhere, even within quotes. */
export function firstRows(text: string, delimiter: string, rows: number): string[][] {
  return rowsOf(text, { ...csvOptions(delimiter), skip_empty_lines: true, to: rows });
}

/** The first rows of such a text with their lines. Blank lines are left out. */
export function headRows(text: string, delimiter: string, rows: number): CsvRow[] {
  const lineOf = countLines();
  return rowsOf(text, { ...csvOptions(delimiter), to: rows })
    .map((cells) => ({ cells, line: lineOf(cells) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

/**
 * What is before a quote within quotes: a quote in almost all files, a backslash in those of MySQL. It is the one that
 * makes the first rows more even.
 */
export function escapeOf(text: string, delimiter: string): '"' | '\\' {
  if (!text.includes('\\"')) return '"';
  const unevenRows = (before: string) => {
    const rows = rowsOf(text, { ...csvOptions(delimiter), escape: before, skip_empty_lines: true });
    return rows.filter((cells) => cells.length !== rows[0]?.length).length;
  };
  return unevenRows('\\') < unevenRows('"') ? '\\' : '"';
}

/**
 * The separator of the cells in the first line. Counting separators in all lines, as csv-parse does, is less reliable:
 * questions contain more commas than there are semicolons between columns.
 */
export function delimiterOf(text: string): string {
  const [best = ','] = [',', ';', '\t', '|']
    .map((one) => [one, firstRows(text, one, 1)[0]?.length ?? 0] as const)
    .sort(([, a], [, b]) => b - a)
    .map(([one]) => one);
  return best;
}

/**
 * Returns a function that gives the line on which each row starts, called once per row in order; for no row (`[]`), the
 * line of the next one. csv-parse itself counts `\r\n` within quotes twice.
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

/** CSV with commas, quoted only if needed (RFC 4180). */
export function printCsv(rows: readonly (readonly (string | number)[])[], lineEnd = '\n'): string {
  // csv-stringify quotes only the line break that ends the lines.
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
