import type { Library } from '../../content/library.ts';
import { topicOfCategory } from '../../content/topic.ts';
import { measureTrend, type Trend } from '../../statistics/trend.ts';
import { addDays } from '../../values/day.ts';
import { agesUntil, deskUntil, type SourceCounts } from '../records/desk.ts';
import { coverSources, covers, type SourceCoverage } from '../records/source-coverage.ts';
import { tallyCounts } from '../records/ticket-tally.ts';
import { comparedRates } from './compared-rates.ts';

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
/** A partial last day is no reason to hide a week. */
const MOST_OF_WEEK = 6;

/**
 * Sums the counts by weeks of seven days, counted back from the day of the report.
 *
 * @param counts of each source
 * @param until the day the last week ends with, `YYYY-MM-DD`
 * @param coverages what the sources cover, if it is already known
 */
export function weeklyTickets(
  library: Library,
  counts: SourceCounts,
  until: string,
  coverages = coverSources(counts),
): WeeklyTickets {
  const { windowDays } = library.site.recurrence;
  const topicOf = topicOfCategory(library.topics);
  const desk = deskUntil(counts, coverages, until, windowDays);
  const covered = desk.sources.flatMap(({ coverage }) => coverage ?? []);
  const ages = Array.from({ length: WEEKS }, (_, index) => WEEKS - 1 - index);
  const empty = () => ages.map((age) => (isKnown(covered, addDays(until, -7 * age - 6)) ? 0 : null));
  const total = empty();
  const topics = new Map(library.topics.map(({ id }) => [id, empty()]));
  const add = (series: (number | null)[] | undefined, index: number, tickets: number) => {
    const sum = series?.[index];
    if (series && typeof sum === 'number') series[index] = sum + tickets;
  };
  const ageOf = agesUntil(until);
  for (const { day, category, tickets } of desk.sources.flatMap((source) => source.counts)) {
    const age = ageOf(day);
    const index = WEEKS - 1 - Math.floor(age / 7);
    if (age < 0 || index < 0) continue;
    add(total, index, tickets);
    add(topics.get(topicOf(category) ?? ''), index, tickets);
  }
  const all = tallyCounts(desk, () => 'all').of('all');
  return {
    weeks: ages.map((age) => addDays(until, -7 * age - 6)),
    inWindow: ages.map((age) => age * 7 < windowDays),
    total,
    trend: measureTrend(comparedRates(desk, all)),
    topics,
  };
}

/** Whether the sources that had already started cover nearly the whole week. */
function isKnown(coverages: readonly SourceCoverage[], first: string): boolean {
  const days = Array.from({ length: 7 }, (_, day) => addDays(first, day));
  const started = coverages.filter((coverage) => coverage.first <= first);
  const covered = (coverage: SourceCoverage) =>
    days.filter((day) => day > coverage.last || covers(coverage, day)).length;
  const open = started.filter(({ last }) => last >= first);
  return open.length > 0 && open.every((coverage) => covered(coverage) >= MOST_OF_WEEK);
}
