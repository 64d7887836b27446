import { parseCsv } from '../tickets/csv-text.ts';

const BATCH = 2 ** 20;

/** The rows of a large CSV text, read a piece at a time so that no more than a piece of them lies in memory. */
export function* csvRows(text: string, delimiter: string): Generator<string[]> {
  for (let at = 0; at < text.length; ) {
    const end = rowEnd(text, at, at + BATCH);
    for (const { cells } of parseCsv(text.slice(at, end), delimiter)) yield cells;
    at = end;
  }
}

/** Where the row ends that `from` lies in; a line break between quotes ends none. */
function rowEnd(text: string, start: number, from: number): number {
  let quoted = false;
  let at = start;
  for (;;) {
    const end = text.indexOf('\n', Math.max(at, from));
    if (end < 0) return text.length;
    for (let quote = text.indexOf('"', at); quote >= 0 && quote < end; quote = text.indexOf('"', quote + 1))
      quoted = !quoted;
    if (!quoted) return end + 1;
    at = end + 1;
  }
}
