import { daysBetween } from '../../values/day.ts';
import { agesUntil, type Desk } from './desk.ts';
import type { DailyCount } from './tickets.ts';

/** The tickets of a topic or category, by their age on the day of the report. */
export interface Tally {
  /** In the window. */
  tickets: number;
  /** In the window before. */
  previous: number;
  /** In how many of the last four weeks that are covered. */
  weeksSeen: number;
  /** Tickets in the window, per language. */
  locales: Map<string, number>;
  /** Tickets of any age, per spelling of the category. */
  spellings: Map<string, number>;
  /** For each source of the desk, tickets by age, on covered days. */
  perDay: readonly Float64Array[];
  /** For each source of the desk, tickets in the window, on all days. */
  sources: number[];
}

export interface Tallies {
  of(key: string): Tally;
  keys(): string[];
}

const WEEKS = 4;
/** A week with fewer covered days says little about what recurs. */
const MIN_DAYS_OF_WEEK = 4;

/**
 * Sums counts per key.
 *
 * @param keyOf the key that a count belongs to, if any
 */
export function tallyCounts(desk: Desk, keyOf: (count: DailyCount) => string | undefined): Tallies {
  const { sources, windowDays, until, length } = desk;
  const tallies = new Map<string, Tally>();
  const weeks = new Map<string, Set<number>>();
  const recent = new Set(coveredWeeks(desk));
  const ageOf = agesUntil(until);
  const emptyTally = (): Tally => ({
    tickets: 0,
    previous: 0,
    weeksSeen: 0,
    locales: new Map(),
    spellings: new Map(),
    perDay: sources.map(() => new Float64Array(length)),
    sources: sources.map(() => 0),
  });
  for (const [place, { counts, weights }] of sources.entries())
    for (const count of counts) {
      const age = ageOf(count.day);
      if (age < 0) continue;
      const key = keyOf(count);
      if (key === undefined) continue;
      const tally = tallies.get(key) ?? emptyTally();
      tallies.set(key, tally);
      add(tally.spellings, count.category, count.tickets);
      if (age < windowDays) {
        tally.tickets += count.tickets;
        tally.sources[place] = (tally.sources[place] ?? 0) + count.tickets;
        add(tally.locales, count.locale, count.tickets);
      } else if (age < windowDays * 2) tally.previous += count.tickets;
      const days = tally.perDay[place];
      if (days && (weights[age] ?? 0) > 0) days[age] = (days[age] ?? 0) + count.tickets;
      const week = Math.floor(age / 7);
      if (recent.has(week)) weeks.set(key, (weeks.get(key) ?? new Set()).add(week));
    }
  for (const [key, tally] of tallies) tally.weeksSeen = weeks.get(key)?.size ?? 0;
  const none = emptyTally();
  return { of: (key) => tallies.get(key) ?? none, keys: () => [...tallies.keys()] };
}

/** The last weeks, by age, that some source covers: while all desks were closed, nothing could recur. */
function coveredWeeks({ sources, length, until }: Desk): number[] {
  const found: number[] = [];
  const open = sources.flatMap(({ coverage, weights }) =>
    coverage ? [{ weights, oldest: daysBetween(coverage.first, until) }] : [],
  );
  for (let week = 0; week * 7 < length && found.length < WEEKS; week++) {
    const ages = Array.from({ length: 7 }, (_, day) => week * 7 + day);
    const covered = open.some(
      ({ weights, oldest }) => ages.filter((age) => age > oldest || (weights[age] ?? 0) > 0).length >= MIN_DAYS_OF_WEEK,
    );
    if (covered) found.push(week);
  }
  return found;
}

function add(sums: Map<string, number>, key: string, tickets: number): void {
  sums.set(key, (sums.get(key) ?? 0) + tickets);
}
