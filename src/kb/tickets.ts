import { compareText } from './finding.ts';

/** How many tickets of one category were opened on one day in one language: the only shape tickets have here. */
export interface DailyCount {
  /** `YYYY-MM-DD`. */
  day: string;
  /** A language of the site. */
  locale: string;
  /** The help desk's word, as exported; or one of the two below. */
  category: string;
  /** At least 1. */
  tickets: number;
  /** How many of these tickets are closed; absent where the export does not say, as with the two below. */
  closed?: number | undefined;
  /** How many carry the customer's answer to the question of satisfaction. */
  rated?: number | undefined;
  /** How many of those answers are positive. */
  satisfied?: number | undefined;
}

/** Words too rare or too personal to be shown by themselves are summed under this one. */
export const OTHER = '(other)';
/** Tickets that carry no category at all. */
export const NONE = '(none)';

/** By day, then locale, then category: the order in which counts are written. */
export function compareCounts(a: DailyCount, b: DailyCount): number {
  return compareText(a.day, b.day) || compareText(a.locale, b.locale) || compareText(a.category, b.category);
}

/**
 * The counts of a source after one more export of it.
 *
 * The export speaks for every day from its first to its last ticket. Those two days may be
 * cut by the moment of the export, so on them the larger count of each locale and category stays.
 */
export function replaceDays(old: readonly DailyCount[], fresh: readonly DailyCount[]): DailyCount[] {
  const days = fresh.map(({ day }) => day).sort(compareText);
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [...old].sort(compareCounts);
  const kept = old.filter(({ day }) => day <= first || day >= last);
  const result = new Map<string, DailyCount>();
  for (const count of [...kept, ...fresh]) {
    const key = JSON.stringify([count.day, count.locale, count.category]);
    const other = result.get(key);
    if (!other || other.tickets < count.tickets) result.set(key, count);
  }
  return [...result.values()].sort(compareCounts);
}
