import { fitting, isLocal, isOrdered, largestNumbers, localMacros, someTimes } from '#intake/tickets/local-dates.ts';
import { TIME_READER } from '#intake/tickets/sql.ts';
import { languagesOf, monthNames } from '#intake/tickets/times/month-names.ts';
import { timeWords } from '#intake/tickets/times/time-words.ts';
import type { OrderSeen } from '#intake/tickets/times/written-day.ts';
import { printWrittenTime, writtenTimes } from '#intake/tickets/times/written-time.ts';
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
  timezone: string;
  /** The order set in tickets.yaml. */
  dates?: DateOrder | undefined;
  signal?: AbortSignal | undefined;
}

/** What reads the dates of exports that aren't ISO 8601. */
export interface LocalDates {
  /**
   * Finds the order of day and month, if dates were read since {@link readLocalDates} that need it.
   *
   * @returns whether it was needed: then the dates must be read again
   * @throws ExportError as {@link readLocalDates}
   */
  settleOrder(): Promise<boolean>;
}

/** Reads times that are written in other ways than ISO 8601, and finds out which way round they are. */
export type TimeReader = ReturnType<typeof provideTimeReader>;

/** Gives the database the function that reads times in other ways than ISO 8601; its macros need it. */
export function provideTimeReader(database: Database, { site, timezone, dates }: DateOptions) {
  const seen: OrderSeen = { first: 0, second: 0, unordered: false };
  let order = dates;
  let languages: readonly string[] = site.locales;
  let read: ReturnType<typeof writtenTimes> | undefined;
  // Most exports need no words, and all languages have many.
  const timeOf = (text: string) => {
    read ??= writtenTimes({ words: timeWords(languages), order, zone: timezone }, seen);
    return read(text);
  };
  database.define(TIME_READER, (text) => {
    const time = timeOf(text);
    return time && printWrittenTime(time);
  });
  return {
    seen,
    read: timeOf,
    order: () => order,
    /** Whose names of months and halves of a day win. */
    speak(likeliest: readonly string[]) {
      languages = likeliest;
      read = undefined;
    },
    decide(decided: DateOrder) {
      order = decided;
      seen.unordered = false;
      read = undefined;
    },
  };
}

/**
 * Makes the database read dates in local formats, such as 02/11/2026 or 2 Nov 2026. The formats of the first rows are
 * read fast; others can follow.
 *
 * @throws ExportError if it's unclear whether the day or the month comes first, or dates contradict each other
 */
export async function readLocalDates(
  database: Database,
  exports: readonly ExportQuery[],
  reader: TimeReader,
  { site, name, timezone, signal }: DateOptions,
): Promise<LocalDates> {
  const settleOrder = async () => {
    if (!reader.seen.unordered) return false;
    reader.decide(await orderIn(database, exports, reader.seen, name, signal));
    return true;
  };
  const local: string[] = [];
  for (const one of exports) {
    const values = await explainFailure(one.file, signal, () =>
      database.rows<{ v: string }>(someTimes(timesOf(one), one.from)),
    );
    local.push(...values.map(({ v }) => v).filter(isLocal));
  }
  if (local.length === 0) return { settleOrder };
  const languages = languagesOf(local, site.locales);
  reader.speak(languages);
  for (const value of local) reader.read(value);
  if (reader.order() === undefined && (reader.seen.unordered || local.some(isOrdered)))
    reader.decide(await orderIn(database, exports, reader.seen, name, signal));
  const order = reader.order() ?? 'day-first';
  const formats = await database.rows<{ format: string }>(fitting(local, order));
  for (const sql of localMacros(
    order,
    formats.map(({ format }) => format),
    monthNames(languages),
    local,
    timezone,
  ))
    await database.run(sql);
  return { settleOrder };
}

/** The order of day and month that all dates together allow. */
async function orderIn(
  database: Database,
  exports: readonly ExportQuery[],
  seen: OrderSeen,
  name: string,
  signal: AbortSignal | undefined,
): Promise<DateOrder> {
  for (const one of exports) {
    const [row] = await explainFailure(one.file, signal, () =>
      database.rows<{ first: number | null; second: number | null }>(largestNumbers(timesOf(one), one.from)),
    );
    seen.first = Math.max(seen.first, row?.first ?? 0);
    seen.second = Math.max(seen.second, row?.second ?? 0);
  }
  const { first, second } = seen;
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
