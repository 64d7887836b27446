import { USUAL_WINDOWS } from '../../statistics/trend.ts';
import { daysBetween } from '../../values/day.ts';
import { compareText } from '../../values/text.ts';
import { covers, type SourceCoverage, type SourceCoverages } from './source-coverage.ts';
import type { DailyCount } from './tickets.ts';

/** The daily counts of each source, by its name. */
export type SourceCounts = ReadonlyMap<string, readonly DailyCount[]>;

/** Days by their age on the day of the report: `days` of them, the newest of which is `from` days old. */
export interface Ages {
  from: number;
  days: number;
}

/** The counts up to the day of a report, and what they cover. */
export interface Desk {
  /** `YYYY-MM-DD`. */
  until: string;
  windowDays: number;
  /** Of each source, sorted by name. */
  sources: readonly DeskSource[];
  /** How many days back the counts of each day are known to the comparisons. */
  length: number;
}

export interface DeskSource {
  name: string;
  counts: readonly DailyCount[];
  /** `undefined` without a ticket up to the day of the report. */
  coverage: SourceCoverage | undefined;
  /**
   * For each age, what this day usually gets, as a part of a seventh of a week; 0 if it is not covered.
   */
  weights: Float64Array;
}

/** The windows that are compared. They have whole weeks, because no topic comes evenly on all days of the week. */
export interface ComparedWindows {
  now: Ages;
  before: Ages;
  usual: Ages;
}

export function comparedWindows(windowDays: number): ComparedWindows {
  const days = Math.max(7, Math.round(windowDays / 7) * 7);
  return {
    now: { from: 0, days },
    before: { from: days, days },
    usual: { from: days, days: days * USUAL_WINDOWS },
  };
}

/** @param until the day the window ends with, `YYYY-MM-DD`; later counts are left out */
export function deskUntil(sources: SourceCounts, coverages: SourceCoverages, until: string, windowDays: number): Desk {
  const { now, usual } = comparedWindows(windowDays);
  const length = now.days + usual.days;
  return {
    until,
    windowDays,
    length,
    sources: [...sources]
      .sort(([a], [b]) => compareText(a, b))
      .map(([name, counts]) => {
        const coverage = coverages(name, until);
        return { name, counts, coverage, weights: weightsOf(coverage, until, length) };
      }),
  };
}

function weightsOf(coverage: SourceCoverage | undefined, until: string, length: number): Float64Array {
  const weights = new Float64Array(length);
  if (!coverage) return weights;
  const today = Date.parse(until);
  for (let age = 0; age < length; age++) {
    const date = new Date(today - age * 86_400_000);
    if (covers(coverage, date.toISOString().slice(0, 10))) weights[age] = coverage.weekdays[date.getUTCDay()] ?? 1;
  }
  return weights;
}

/** What a source usually gets on these days, in days; and how many of the days it covers. */
export function exposure({ weights }: DeskSource, { from, days }: Ages): { weight: number; covered: number } {
  let [weight, covered] = [0, 0];
  for (let age = from; age < Math.min(weights.length, from + days); age++) {
    const one = weights[age] ?? 0;
    weight += one;
    if (one > 0) covered++;
  }
  return { weight, covered };
}

/** Ages of days on the day of the report, without computing one twice. */
export function agesUntil(until: string): (day: string) => number {
  const ages = new Map<string, number>();
  return (day) => {
    const age = ages.get(day) ?? daysBetween(day, until);
    ages.set(day, age);
    return age;
  };
}
