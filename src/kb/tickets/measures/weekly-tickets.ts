import type { Library } from '../../content/library.ts';
import { topicOfCategory } from '../../content/topic.ts';
import { measureTrend, type Trend } from '../../statistics/trend.ts';
import { addDays, daysBetween } from '../../values/day.ts';
import { ratesOf, tallyCounts } from '../records/ticket-tally.ts';
import type { DailyCount } from '../records/tickets.ts';

/** How many tickets came in each week, oldest week first. */
export interface WeeklyTickets {
  /** The first day of each week, `YYYY-MM-DD`; the last week ends with the day of the report. */
  weeks: string[];
  /** Whether each week is in the window of the report, completely or partly. */
  inWindow: boolean[];
  /** Tickets of all categories; `null` for weeks that the counts do not cover completely. */
  total: (number | null)[];
  /** How all tickets of the window compare with the window before. */
  trend: Trend;
  /** The same by topic id, for every topic of the library. */
  topics: Map<string, (number | null)[]>;
}

/** Half a year shows a season and still fits a chart the size of a word. */
const WEEKS = 26;

/**
 * Sums the counts by weeks of seven days, counted back from the day of the report.
 *
 * @param until the day the last week ends with, `YYYY-MM-DD`
 */
export function weeklyTickets(library: Library, counts: readonly DailyCount[], until: string): WeeklyTickets {
  const { windowDays } = library.site.recurrence;
  const topicOf = topicOfCategory(library.topics);
  const aged = counts.map((count) => ({ ...count, age: daysBetween(count.day, until) })).filter(({ age }) => age >= 0);
  const days = aged.reduce((most, { age }) => Math.max(most, age + 1), 0);
  const ages = Array.from({ length: WEEKS }, (_, index) => WEEKS - 1 - index);
  const empty = () => ages.map((age) => ((age + 1) * 7 <= days ? 0 : null));
  const total = empty();
  const topics = new Map(library.topics.map(({ id }) => [id, empty()]));
  const add = (series: (number | null)[] | undefined, index: number, tickets: number) => {
    const sum = series?.[index];
    if (series && typeof sum === 'number') series[index] = sum + tickets;
  };
  for (const { age, category, tickets } of aged) {
    const index = WEEKS - 1 - Math.floor(age / 7);
    if (index < 0) continue;
    add(total, index, tickets);
    add(topics.get(topicOf(category) ?? ''), index, tickets);
  }
  const all = tallyCounts(counts, until, windowDays, () => 'all');
  return {
    weeks: ages.map((age) => addDays(until, -7 * age - 6)),
    inWindow: ages.map((age) => age * 7 < windowDays),
    total,
    trend: measureTrend(...ratesOf(all.of('all'), all)),
    topics,
  };
}
