import type { DeskChange } from '../../statistics/trend.ts';
import { daysBetween } from '../../values/day.ts';
import type { Span } from '../../values/day-span.ts';
import { MIN_COVERED, sum } from '../measures/compared-rates.ts';
import { comparedWindows, type Desk, type DeskSource, exposure } from '../records/desk.ts';
import type { Tally } from '../records/ticket-tally.ts';

/** What the counts of a source cover, as far as a report needs it. */
export interface SourceReport {
  name: string;
  /** In the window. */
  tickets: number;
  /** The first and last covered day, `YYYY-MM-DD`. */
  first: string;
  last: string;
  /** Runs of compared days that are not covered, or only in part. */
  gaps: Span[];
  /**
   * `complete`; `gaps` if some compared days are missing; `started` (`stopped`) if it covers too little of the window
   * before (of the window) to be compared; `ends` if the newest days are missing.
   */
  state: 'complete' | 'gaps' | 'started' | 'ends' | 'stopped';
}

/** How many tickets the whole desk usually has in a window, and whether it has more or fewer now. */
export interface UsualDesk {
  low: number;
  high: number;
  /** By which factor most topics changed; `null` if the desk is as usual. */
  change: number | null;
}

/** A shorter gap at the end of the counts is usual: tickets are not exported every day. */
const MIN_DAYS_MISSING = 3;
/** A change of the whole desk is worth a line from here on. */
const NOTICEABLE = 1.15;

export function sourceReports(desk: Desk, all: Tally): SourceReport[] {
  return desk.sources.flatMap((source, place) => {
    const { name, coverage } = source;
    if (!coverage) return [];
    const oldest = desk.length;
    const gaps = [...coverage.gaps, ...coverage.partial]
      .filter(({ from, to }) => daysBetween(to, desk.until) < oldest && from > coverage.first && to < coverage.last)
      .sort((a, b) => (a.from < b.from ? -1 : 1));
    return [
      {
        name,
        tickets: all.sources[place] ?? 0,
        first: coverage.first,
        last: coverage.last,
        gaps: joined(gaps),
        state: stateOf(desk, source, coverage.last, gaps),
      },
    ];
  });
}

function stateOf(desk: Desk, source: DeskSource, last: string, gaps: readonly Span[]): SourceReport['state'] {
  const { now, before } = comparedWindows(desk.windowDays);
  if (exposure(source, now).covered < Math.min(MIN_COVERED, now.days)) return 'stopped';
  if (exposure(source, before).covered < Math.min(MIN_COVERED, before.days)) return 'started';
  if (daysBetween(last, desk.until) >= MIN_DAYS_MISSING) return 'ends';
  return gaps.some(({ from, to }) => daysBetween(from, to) >= 1) ? 'gaps' : 'complete';
}

/** Whether the trends of this source are compared at all. */
export function isCompared({ state }: SourceReport): boolean {
  return state !== 'started' && state !== 'stopped';
}

/** Gaps next to each other as one: a holiday, and the day before with few tickets. */
function joined(gaps: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const gap of gaps) {
    const last = all.at(-1);
    if (last && daysBetween(last.to, gap.from) <= 1) last.to = gap.to;
    else all.push({ ...gap });
  }
  return all;
}

/** @returns `null` if no window before is covered well enough */
export function usualDesk(desk: Desk, all: Tally, change: DeskChange): UsualDesk | null {
  const { now, usual } = comparedWindows(desk.windowDays);
  const window = { from: 0, days: desk.windowDays };
  const totals: number[] = [];
  for (let from = now.days; from < now.days + usual.days; from += now.days) {
    const past = { from, days: now.days };
    let [total, known] = [0, false];
    for (const [place, source] of desk.sources.entries()) {
      const [here, there] = [exposure(source, window), exposure(source, past)];
      const isKnown = Math.min(here.covered, there.covered) >= Math.min(MIN_COVERED, window.days);
      // What is not known is taken to be as now.
      if (isKnown) total += (sum(all.perDay[place], past) * here.weight) / there.weight;
      else total += all.sources[place] ?? 0;
      known ||= isKnown;
    }
    if (known) totals.push(Math.round(total));
  }
  if (totals.length === 0) return null;
  const isLarge = change.before > NOTICEABLE || change.before < 1 / NOTICEABLE;
  return {
    low: Math.min(...totals),
    high: Math.max(...totals),
    change: isLarge ? Math.round(change.before * 100) / 100 : null,
  };
}
