export interface CsvRow {
  cells: string[];
  /** The line of the file on which the row begins, counted from 1. */
  line: number;
}

/**
 * Reads CSV as RFC 4180 has it: quoted cells may hold the delimiter, line breaks and doubled quotes.
 * For small files and pieces of large ones. Empty lines are left out.
 *
 * @param limit how many rows at most
 */
export function parseCsv(text: string, delimiter: string, limit = Infinity): CsvRow[] {
  const rows: CsvRow[] = [];
  const plainEnd = new RegExp(`[${delimiter === '\t' ? '\\t' : delimiter}\\r\\n]`, 'g');
  let at = 0;
  let line = 1;
  while (at < text.length && rows.length < limit) {
    const row: CsvRow = { cells: [], line };
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        const end = closingQuote(text, at + 1);
        cell = text.slice(at + 1, end).replaceAll('""', '"');
        line += cell.split('\n').length - 1;
        at = end + 1;
      }
      plainEnd.lastIndex = at;
      const end = plainEnd.exec(text)?.index ?? text.length;
      cell += text.slice(at, end);
      row.cells.push(cell);
      at = end;
      if (text[at] !== delimiter) break;
      at++;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    line++;
    if (row.cells.length > 1 || row.cells[0] !== '') rows.push(row);
  }
  return rows;
}

function closingQuote(text: string, from: number): number {
  for (let at = from; ; at += 2) {
    at = text.indexOf('"', at);
    if (at === -1) return text.length;
    if (text[at + 1] !== '"') return at;
  }
}

/** What stands between the cells of the first line. */
export function delimiterOf(text: string): string {
  const [best = ','] = [',', ';', '\t', '|']
    .map((one) => [one, parseCsv(text, one, 1)[0]?.cells.length ?? 0] as const)
    .sort(([, a], [, b]) => b - a)
    .map(([one]) => one);
  return best;
}

/** A value as a cell of CSV with commas, quoted only where it has to be. */
export function printCell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
