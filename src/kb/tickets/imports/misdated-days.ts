import { addDays, daysBetween } from '../../values/day.ts';
import { compareText } from '../../values/text.ts';

/** A day and how many tickets were opened on it. */
export interface DayTickets {
  /** `YYYY-MM-DD` */
  day: string;
  tickets: number;
}

/** Why a day can't be the one on which a ticket was opened. */
export type MisdatedWhy = 'future' | 'far';

export interface MisdatedDay extends DayTickets {
  why: MisdatedWhy;
}

/** Daily counts of all languages and categories together. */
export function sumsPerDay(counts: readonly DayTickets[]): DayTickets[] {
  const sums = new Map<string, number>();
  for (const { day, tickets } of counts) sums.set(day, (sums.get(day) ?? 0) + tickets);
  return [...sums].map(([day, tickets]) => ({ day, tickets }));
}

/**
 * Takes days out of line out of the counts of earlier imports, which older versions did not leave out.
 *
 * @param fresh the counts of an export, which has no such days
 */
export function withoutMisdated<Row extends DayTickets>(
  known: readonly Row[],
  fresh: readonly DayTickets[],
  today: string | undefined,
): { kept: Row[]; misdated: MisdatedDay[] } {
  const misdated = misdatedDays(sumsPerDay(known), sumsPerDay(fresh), today);
  const days = new Set(misdated.map(({ day }) => day));
  return { kept: known.filter(({ day }) => !days.has(day)), misdated };
}

/** No help desk has tickets from before. */
const FIRST_DAY = '1990-01-01';
/** Fewer days without a ticket separate nothing, even if there is usually one every day. */
const GAP_DAYS = 90;
/** In a quiet help desk, a gap is this many times as long as the usual time between two days with tickets. */
const GAP_TIMES = 8;
/** Tickets that are far from all others are out of line if they are this few, and at most this share of all. */
const FEW = 3;
const FEW_SHARE = 0.1;
/** Or a smaller share, however many they are, if they are a year away. */
const RARE_SHARE = 0.001;
const YEAR_DAYS = 365;

/**
 * The days that are out of line: those after tomorrow, and those of a few tickets that are far from all others, such as
 * typos of the year and placeholders.
 *
 * A group of days is far if no day within 90 days, or 8 times the usual gap of the help desk, has a ticket. It is then
 * out of line if it has at most 3 tickets and a tenth of all, or at most a thousandth of all and is a year away, or is a
 * single first or last day of a year that is a year away. An old archive has more tickets than that.
 *
 * @param fresh the days of the export
 * @param known the days of earlier imports: an old ticket that was changed this week belongs to them
 * @param today by the clock; it is ignored if most tickets are later, because then the clock is wrong
 */
export function misdatedDays(
  fresh: readonly DayTickets[],
  known: readonly DayTickets[],
  today: string | undefined,
): MisdatedDay[] {
  const limit =
    today !== undefined && sumOf(fresh.filter(({ day }) => day <= addDays(today, 1))) * 2 >= sumOf(fresh)
      ? addDays(today, 1)
      : undefined;
  const future = fresh.filter(({ day }) => limit !== undefined && day > limit);
  const early = fresh.filter(({ day }) => day < FIRST_DAY);
  const isUsable = ({ day }: DayTickets) => day >= FIRST_DAY && (limit === undefined || day <= limit);
  const far = farDays([...fresh, ...known].filter(isUsable));
  return [
    ...future.map((one) => ({ ...one, why: 'future' as const })),
    ...[...early, ...fresh.filter(({ day }) => far.has(day))].map((one) => ({ ...one, why: 'far' as const })),
  ].sort((a, b) => compareText(a.day, b.day));
}

function farDays(all: readonly DayTickets[]): Set<string> {
  const sums = new Map<string, number>();
  for (const { day, tickets } of all) sums.set(day, Math.max(sums.get(day) ?? 0, tickets));
  const days = [...sums].map(([day, tickets]) => ({ day, tickets })).sort((a, b) => compareText(a.day, b.day));
  const gaps = days.slice(1).map(({ day }, index) => daysBetween(days[index]?.day ?? day, day));
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 1;
  const longest = Math.max(GAP_DAYS, GAP_TIMES * usual);
  const groups: DayTickets[][] = [];
  for (const [index, day] of days.entries()) {
    const group = groups.at(-1);
    if (group && (gaps[index - 1] ?? 0) <= longest) group.push(day);
    else groups.push([day]);
  }
  const total = sumOf(days);
  const main = groups.reduce((most, group) => (sumOf(group) >= sumOf(most) ? group : most), groups[0] ?? []);
  const isOut = (group: readonly DayTickets[]) => {
    const tickets = sumOf(group);
    if (tickets <= FEW && tickets <= total * FEW_SHARE) return true;
    if (distance(group, main) < YEAR_DAYS) return false;
    const [first] = group;
    const isYearEnd = group.length === 1 && /-(?:01-01|12-31)$/.test(first?.day ?? '');
    return isYearEnd || tickets <= total * RARE_SHARE;
  };
  return new Set(
    groups.filter((group) => group !== main && isOut(group)).flatMap((group) => group.map(({ day }) => day)),
  );
}

function distance(a: readonly DayTickets[], b: readonly DayTickets[]): number {
  const gap = (early: readonly DayTickets[], late: readonly DayTickets[]) =>
    daysBetween(early.at(-1)?.day ?? '', late[0]?.day ?? '');
  return Math.max(gap(a, b), gap(b, a));
}

function sumOf(days: readonly DayTickets[]): number {
  return days.reduce((sum, { tickets }) => sum + tickets, 0);
}
