import * as dateSql from '#intake/tickets/date-sql.ts';
import { shownValue } from '#intake/tickets/times/shown-value.ts';
import { timeWords } from '#intake/tickets/times/time-words.ts';
import type { CountedTickets, UnreadDates, WrongDates } from '#kb/tickets/imports/imported-tickets.ts';
import { type DayTickets, type MisdatedDay, misdatedDays } from '#kb/tickets/imports/misdated-days.ts';
import type { TicketSource } from '#kb/tickets/records/ticket-sources.ts';
import { addDays } from '#kb/values/day.ts';
import type { Database } from './duckdb.ts';
import { ExportError } from './export-error.ts';
import type { ExportQuery } from './export-query.ts';

/** A ticket can be changed this long after the last one was opened. */
const LATEST_CHANGE_DAYS = 400;
/**
 * A larger share of tickets without a readable date means that a format isn't known, so all counts would be too small. A
 * few are rows that people added, unless they are most of a small export.
 */
const MOST_UNREAD = 0.1;
const FEW_UNREAD = 4;
/** Values that couldn't be read, to show. */
const SHOWN = 3;

/**
 * Takes the opening for the last change of tickets whose last change is out of line. Otherwise it would decide which
 * version of a ticket is the newest.
 *
 * @param known the days of earlier imports
 * @param today by the clock
 * @returns how many versions of tickets they are, and an example
 */
export async function correctChanges(
  database: Database,
  known: readonly DayTickets[],
  today: string | undefined,
): Promise<WrongDates['changed']> {
  const days = await database.rows<DayTickets>(dateSql.openedDays('tickets'));
  const wrong = new Set(misdatedDays(days, known, today).map(({ day }) => day));
  const last = days.findLast(({ day }) => !wrong.has(day))?.day;
  if (last === undefined) return undefined;
  const tomorrow = today === undefined ? undefined : addDays(today, 1);
  const limit = tomorrow === undefined || tomorrow < last ? addDays(last, LATEST_CHANGE_DAYS) : tomorrow;
  const [later] = await database.rows<{ tickets: number; last: string | null }>(dateSql.changedAfter(limit));
  if (!later || later.tickets === 0) return undefined;
  await database.run(dateSql.resetChanges(limit));
  return { tickets: later.tickets, example: later.last ?? '' };
}

/** Leaves out the tickets that were opened on a day out of line. */
export async function leaveOutDays(
  database: Database,
  known: readonly DayTickets[],
  today: string | undefined,
): Promise<readonly MisdatedDay[]> {
  const opened = misdatedDays(await database.rows<DayTickets>(dateSql.openedDays('kept')), known, today);
  const days = opened.map(({ day }) => day);
  if (days.length > 0) for (const sql of dateSql.markMisdated(days)) await database.run(sql);
  return opened;
}

/** How dates were read, for the report: from which columns, in which zone, and what couldn't be read. */
export async function datesRead(
  database: Database,
  exports: readonly ExportQuery[],
  noDate: number,
  times: string,
  { site, source }: { site: { locales: readonly string[] }; source: TicketSource },
): Promise<Pick<CountedTickets, 'unread' | 'readFrom' | 'times'>> {
  const locale = source.locale === undefined ? {} : { locale: source.locale };
  return {
    unread: noDate > 0 ? await unreadDates(database, exports, site.locales) : undefined,
    readFrom: { created: '', ...exports[0]?.ticket.readFrom, ...locale },
    times: exports.some(({ file }) => file.format.layout === 'table') ? times : undefined,
  };
}

/** Examples of the values that couldn't be read as the day of opening, each of another shape. */
async function unreadDates(
  database: Database,
  exports: readonly ExportQuery[],
  locales: readonly string[],
): Promise<UnreadDates> {
  const words = timeWords(locales);
  const shown = new Map<string, string>();
  let empty = false;
  for (const { ticket, from } of exports)
    for (const { v } of await database.rows<{ v: string | null }>(dateSql.unreadTimes(ticket.created, from))) {
      if (v === null) empty = true;
      const value = v === null ? '' : shownValue(v, words);
      const shape = value.replace(/\p{Nd}+/gu, '9').replace(/\p{L}+/gu, 'a');
      if (v !== null && !shown.has(shape)) shown.set(shape, value);
    }
  return { examples: [...shown.values()].slice(0, SHOWN), empty };
}

/**
 * @param readable tickets that are counted
 * @param otherwise what to do besides naming another column
 * @throws ExportError if too many tickets have no readable date
 */
export function mustBeDated(
  place: string,
  { noDate, unread, wrongDates, readFrom }: Pick<CountedTickets, 'noDate' | 'unread' | 'wrongDates' | 'readFrom'>,
  readable: number,
  otherwise = "write dates like 2026-11-15 10:30 in the export and delete rows that aren't tickets",
): void {
  const examples = (unread?.examples ?? []).map((value) => `"${value}"`);
  const such = examples.length > 0 ? `, such as ${examples.join(', ')}` : '';
  const empty = !unread?.empty ? '' : examples.length > 0 ? ', and some are empty' : ': it is empty';
  const isMany = noDate > FEW_UNREAD && noDate > (noDate + readable) * MOST_UNREAD;
  if (isMany || noDate > readable)
    throw new ExportError(
      `${place}: ${noDate} of ${noDate + readable} tickets have no valid date in "${readFrom.created}"${such}${empty}.\n` +
        `  Set "created:" in tickets.yaml to another column, or ${otherwise}.`,
    );
  const [wrong] = wrongDates?.opened ?? [];
  if (readable === 0 && wrong)
    throw new ExportError(
      `${place}: All tickets are dated in the future or many years ago in "${readFrom.created}", such as ${wrong.day}.\n  Set "created:" in tickets.yaml to the column with the day a ticket was opened.`,
    );
}
