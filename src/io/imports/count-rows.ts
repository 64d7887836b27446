import * as count from '#intake/tickets/count.ts';
import { type LeftOutExamples, leftOutReasons } from '#kb/tickets/imports/left-out.ts';
import { explainFailure } from './count-failure.ts';
import type { Database } from './duckdb.ts';
import type { OpenExport } from './export.ts';
import type { ExportQuery } from './export-query.ts';
import { UnevenRows } from './tidy-csv.ts';

/** @throws what {@link mustHaveRows} throws */
export async function rowsIn(
  database: Database,
  exports: readonly ExportQuery[],
  signal: AbortSignal | undefined,
): Promise<number> {
  let rows = 0;
  for (const { file, from } of exports) {
    const [found] = await explainFailure(file, signal, () => database.rows<{ rows: bigint }>(count.countRows(from)));
    mustHaveRows(file, Number(found?.rows ?? 0));
    rows += Number(found?.rows ?? 0);
  }
  return rows;
}

/** The tickets inserted so far. */
export async function rowsSoFar(database: Database): Promise<number> {
  const [row] = await database.rows<{ rows: bigint }>(count.rowsRead);
  return Number(row?.rows ?? 0);
}

/**
 * The database finds no rows at all if the lines above the names of the columns, or a line break within a name, end in
 * another way than the others, or if the file starts with a byte order mark and a quote.
 *
 * @throws UnevenRows if there are no rows, unless they were already read one by one
 */
export function mustHaveRows(file: OpenExport, rows: number): void {
  if (rows === 0 && file.layout.kind === 'rows' && !file.uneven)
    throw new UnevenRows(file, `${file.path}: The rows can't be told apart.`);
}

/** The most frequent value per reason for which tickets are left out. */
export async function whatLeftOut(database: Database, exports: readonly ExportQuery[]): Promise<LeftOutExamples> {
  const rows = await database.rows<{ code: number; column: string; value: string | null }>(count.leftOutExamples);
  const lists = exports.flatMap(({ ticket }) => ticket.leftOut.filter(({ tag }) => tag).map(({ name }) => name));
  return Object.fromEntries(
    rows.map(({ code, column, value }) => [
      leftOutReasons[code - 1],
      { column, value: value ?? undefined, list: lists.includes(column) },
    ]),
  );
}
