import { type TicketRate, USUAL_WINDOWS } from '../../statistics/trend.ts';
import { daysBetween } from '../../values/day.ts';
import type { DailyCount } from './tickets.ts';

/** The tickets of a topic or category, by their age on the day of the report. */
export interface Tally {
  /** In the window. */
  tickets: number;
  /** In the window before. */
  previous: number;
  /** In all windows that define what is usual, including the one before. */
  usual: number;
  /** In how many of the last four 7-day weeks. */
  weeksSeen: number;
  /** Tickets in the window, per language. */
  locales: Map<string, number>;
  /** Tickets of any age, per spelling of the category. */
  spellings: Map<string, number>;
}

export interface Tallies {
  of(key: string): Tally;
  keys(): string[];
  /** The number of days with counts: an export may start in the middle of a window. */
  days: { now: number; before: number; usual: number };
}

const WEEKS = 4;

/**
 * Sums counts per key.
 *
 * @param until the day the window ends with, `YYYY-MM-DD`; later counts are left out
 * @param keyOf the key that a count belongs to, if any
 */
export function tallyCounts(
  counts: readonly DailyCount[],
  until: string,
  windowDays: number,
  keyOf: (count: DailyCount) => string | undefined,
): Tallies {
  const tallies = new Map<string, Tally>();
  const weeks = new Map<string, Set<number>>();
  const ages = new Map<string, number>();
  let oldest = -1;
  for (const count of counts) {
    const age = ages.get(count.day) ?? daysBetween(count.day, until);
    ages.set(count.day, age);
    if (age < 0) continue;
    oldest = Math.max(oldest, age);
    const key = keyOf(count);
    if (key === undefined) continue;
    const tally = tallies.get(key) ?? emptyTally();
    tallies.set(key, tally);
    add(tally.spellings, count.category, count.tickets);
    if (age < windowDays) {
      tally.tickets += count.tickets;
      add(tally.locales, count.locale, count.tickets);
    } else if (age < windowDays * (1 + USUAL_WINDOWS)) {
      tally.usual += count.tickets;
      if (age < windowDays * 2) tally.previous += count.tickets;
    }
    const week = Math.floor(age / 7);
    if (week < WEEKS) weeks.set(key, (weeks.get(key) ?? new Set()).add(week));
  }
  for (const [key, tally] of tallies) tally.weeksSeen = weeks.get(key)?.size ?? 0;
  const daysOf = (from: number, length: number) => Math.max(0, Math.min(length, oldest + 1 - from));
  return {
    of: (key) => tallies.get(key) ?? emptyTally(),
    keys: () => [...tallies.keys()],
    days: {
      now: daysOf(0, windowDays),
      before: daysOf(windowDays, windowDays),
      usual: daysOf(windowDays, windowDays * USUAL_WINDOWS),
    },
  };
}

/** The three rates that a trend compares. */
export function ratesOf(tally: Tally, { days }: Tallies): [now: TicketRate, before: TicketRate, usual: TicketRate] {
  return [
    { tickets: tally.tickets, days: days.now },
    { tickets: tally.previous, days: days.before },
    { tickets: tally.usual, days: days.usual },
  ];
}

function emptyTally(): Tally {
  return { tickets: 0, previous: 0, usual: 0, weeksSeen: 0, locales: new Map(), spellings: new Map() };
}

function add(sums: Map<string, number>, key: string, tickets: number): void {
  sums.set(key, (sums.get(key) ?? 0) + tickets);
}
