import { fitting, isLocal, isOrdered, largestNumbers, localMacros, someTimes } from '#intake/tickets/local-dates.ts';
import { monthNames } from '#intake/tickets/month-names.ts';
import type { Site } from '#kb/content/site.ts';
import type { DateOrder } from '#kb/tickets/records/ticket-sources.ts';
import { explainFailure } from './count-failure.ts';
import type { Database } from './duckdb.ts';
import { ExportError } from './export.ts';
import type { ExportQuery } from './export-query.ts';

export interface DateOptions {
  site: Pick<Site, 'locales'>;
  /** The name of the source. */
  name: string;
  /** The order set in tickets.yaml. */
  dates?: DateOrder | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Makes the database read dates in local formats, such as 02/11/2026 or 2 Nov 2026.
 *
 * @throws ExportError if it's unclear whether the day or the month comes first, or dates contradict each other
 */
export async function readLocalDates(
  database: Database,
  exports: readonly ExportQuery[],
  { site, name, dates, signal }: DateOptions,
): Promise<void> {
  const local: string[] = [];
  const unordered: ExportQuery[] = [];
  for (const one of exports) {
    const values = await explainFailure(one.file, signal, () =>
      database.rows<{ v: string }>(someTimes(timesOf(one), one.from)),
    );
    const found = values.map(({ v }) => v).filter(isLocal);
    local.push(...found);
    if (found.some(isOrdered)) unordered.push(one);
  }
  if (local.length === 0) return;
  const order = dates ?? (unordered.length > 0 ? await orderIn(database, unordered, name, signal) : 'day-first');
  const formats = await database.rows<{ format: string }>(fitting(local, order));
  for (const sql of localMacros(
    order,
    formats.map(({ format }) => format),
    monthNames(site.locales),
    local,
  ))
    await database.run(sql);
}

/** The order of day and month that all dates together allow. */
async function orderIn(
  database: Database,
  exports: readonly ExportQuery[],
  name: string,
  signal: AbortSignal | undefined,
): Promise<DateOrder> {
  let first = 0;
  let second = 0;
  for (const one of exports) {
    const [row] = await explainFailure(one.file, signal, () =>
      database.rows<{ first: number | null; second: number | null }>(largestNumbers(timesOf(one), one.from)),
    );
    first = Math.max(first, row?.first ?? 0);
    second = Math.max(second, row?.second ?? 0);
  }
  if (first > 12 && second <= 12) return 'day-first';
  if (second > 12 && first <= 12) return 'month-first';
  const paths = exports.map(({ file }) => file.path).join(', ');
  const setting = `"dates: day-first" or "dates: month-first" under "${name}" in tickets.yaml`;
  throw new ExportError(
    first > 12
      ? `${paths}: Some dates start with the day and others with the month.\n  Export the tickets again with one date format, or write ${setting}.`
      : `${paths}: A date such as 02/11/2026 can mean November 2 or February 11, and the export doesn't show which.\n  Write ${setting}.`,
  );
}

function timesOf({ ticket }: ExportQuery): string[] {
  return ticket.updated === undefined ? [ticket.created] : [ticket.created, ticket.updated];
}
