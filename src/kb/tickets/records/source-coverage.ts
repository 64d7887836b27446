import { addDays, daysBetween } from '../../values/day.ts';
import type { Span } from '../../values/day-span.ts';
import { compareText } from '../../values/text.ts';
import { judgeDays, runs, usualWeek } from './covered-days.ts';
import { perCategory, realSpan } from './source-span.ts';
import type { DailyCount } from './tickets.ts';

/** Which days the counts of a source cover: on all others, few or no tickets say nothing about the customers. */
export interface SourceCoverage {
  /** The first and the last covered day, `YYYY-MM-DD`. */
  first: string;
  last: string;
  /** Runs of days in between that are not covered: not imported, or the desk was closed. */
  gaps: Span[];
  /** Days next to them on which only a part of the tickets was imported, or far fewer came than on all other days. */
  partial: Span[];
  /** What each day of the week, from Sunday on, usually gets; a week of them adds up to 7. */
  weekdays: readonly number[];
}

/** Tickets this many days from all others, such as those with a mistyped year, say nothing about the days between. */
const FAR = 60;
/** After so many days without a ticket, a source has stopped. */
const LONGEST_TAIL = 400;

/**
 * Finds the days that the counts of one source cover, by the counts alone: no one writes down when an export was
 * incomplete. A day is not covered if far fewer tickets came than on the days around it, over all categories.
 *
 * @param until later counts are left out
 * @returns `undefined` if there are no tickets
 */
export function coverSource(counts: readonly DailyCount[], until: string): SourceCoverage | undefined {
  const perDay = new Map<string, number>();
  for (const { day, tickets } of counts) if (day <= until) perDay.set(day, (perDay.get(day) ?? 0) + tickets);
  const main = withoutStrays([...perDay].sort(([a], [b]) => compareText(a, b)));
  const [start, end] = [main[0]?.[0], main.at(-1)?.[0]];
  if (start === undefined || end === undefined) return undefined;
  // Days after the last ticket count as covered as long as no ticket on them would be no surprise.
  const since = daysBetween(end, until);
  const totals = new Float64Array(daysBetween(start, end) + 1 + (since <= LONGEST_TAIL ? since : 0));
  for (const [day, tickets] of main) totals[daysBetween(start, day)] = tickets;
  const sunday = new Date(start).getUTCDay();
  const weekdays = usualWeek(totals, sunday);
  const weightOf = (day: number) => weekdays[(sunday + day) % 7] ?? 1;
  const covered = judgeDays(totals, weightOf);
  let categories: Float64Array[] | undefined;
  const [from, to] = realSpan(totals, covered, weightOf, () => {
    categories ??= perCategory(counts, start, totals.length);
    return categories;
  });
  covered.fill(0, 0, from);
  covered.fill(0, to + 1);
  const days = runs(totals.length, (day) => covered[day] === 1);
  const [head, tail] = [days[0], days.at(-1)];
  if (!head || !tail) return undefined;
  const dayAt = (index: number) => addDays(start, index);
  const open = runs(totals.length, (day) => covered[day] === 0);
  const span = ([a, b]: readonly [number, number]): Span => ({ from: dayAt(a), to: dayAt(b) });
  const empty = ([a, b]: readonly [number, number]) => totals.subarray(a, b + 1).every((tickets) => tickets === 0);
  return {
    first: dayAt(head[0]),
    last: dayAt(tail[1]),
    gaps: open.filter((run) => run[0] > head[0] && run[1] < tail[1] && empty(run)).map(span),
    partial: open.filter((run) => !empty(run)).map(span),
    weekdays,
  };
}

/** What a source covers, by its name and the day up to which its counts are read. */
export type SourceCoverages = (source: string, until: string) => SourceCoverage | undefined;

/** Finds what each source covers once, however many parts of a report ask for it. */
export function coverSources(counts: ReadonlyMap<string, readonly DailyCount[]>): SourceCoverages {
  const found = new Map<string, SourceCoverage | undefined>();
  return (source, until) => {
    const key = `${until} ${source}`;
    if (!found.has(key)) found.set(key, coverSource(counts.get(source) ?? [], until));
    return found.get(key);
  };
}

/** Whether the source covers a day. */
export function covers({ first, last, gaps, partial }: SourceCoverage, day: string): boolean {
  if (day < first || day > last) return false;
  return ![...gaps, ...partial].some(({ from, to }) => day >= from && day <= to);
}

/** Leaves out few tickets that are far from all others. */
function withoutStrays(days: readonly (readonly [string, number])[]): (readonly [string, number])[] {
  const parts: (readonly [string, number])[][] = [];
  for (const one of days) {
    const part = parts.at(-1);
    const before = part?.at(-1);
    if (part && before && daysBetween(before[0], one[0]) <= FAR) part.push(one);
    else parts.push([one]);
  }
  const sum = (part: readonly (readonly [string, number])[]) => part.reduce((all, [, tickets]) => all + tickets, 0);
  const most = Math.max(0, ...parts.map(sum));
  return parts.filter((part) => part.length >= 7 || sum(part) >= most / 10).flat();
}
