import { plainName } from '../../column-name.ts';
import { type CsvRow, delimiterOf, headRows } from '../../csv.ts';
import { columnNames } from '../formats/column-names.ts';

/** Where the names of the columns are in a CSV file. */
export interface CsvHeader {
  delimiter: string;
  /** The number of lines above. */
  above: number;
  names: string[];
  /** Whether rows follow. */
  rows: boolean;
}

/** Lines above the names that a report can have: its title, its filters, who made it. */
const MOST_ABOVE = 40;
const known = new Set(Object.values(columnNames).flat());

/**
 * Finds the names of the columns. Excel's line `sep=;`, also in quotes, names the separator. Reports have lines above the names: then the
 * first row with several known names is the header, unless the first line has one.
 *
 * @param text the beginning of the file
 */
export function findHeader(text: string): CsvHeader {
  const [line = '', sign] = /^"?sep="*([^"\r\n])"*[;,|\t ]*(?:\r\n|\r|\n)/i.exec(text) ?? [];
  const rest = text.slice(line.length);
  const shift = line === '' ? 0 : 1;
  const usual = sign ?? delimiterOf(rest);
  const rowsBy = (delimiter: string) => headRows(rest, delimiter, MOST_ABOVE + 2);
  const found = (delimiter: string, rows: readonly CsvRow[], place: number): CsvHeader => ({
    delimiter,
    above: shift + (rows[place]?.line ?? 1) - 1,
    names: rows[place]?.cells ?? [],
    rows: rows[place + 1] !== undefined,
  });
  const rows = rowsBy(usual);
  if (knownIn(rows[0]) > 0) return found(usual, rows, 0);
  const [best] = (sign === undefined ? [',', ';', '\t', '|'] : [sign])
    .map((delimiter) => {
      const all = rowsBy(delimiter);
      const place = all.findIndex((row) => knownIn(row) >= 2);
      return { delimiter, all, place, names: knownIn(all[place]) };
    })
    .filter(({ place }) => place > 0)
    .sort((a, b) => b.names - a.names);
  return best ? found(best.delimiter, best.all, best.place) : found(usual, rows, 0);
}

function knownIn(row: CsvRow | undefined): number {
  return row && row.cells.length > 1 ? row.cells.filter((cell) => known.has(plainName(cell))).length : 0;
}
