import { z } from 'zod';
import { dayAndLocale, numberFromOne } from '../../values/fields.ts';
import { compareText } from '../../values/text.ts';

/** How many tickets of one category were opened on one day in one language. Nothing else about tickets is stored. */
export interface DailyCount {
  /** `YYYY-MM-DD`. */
  day: string;
  /** A language of the site. */
  locale: string;
  /** The help desk's category, as exported, or one of the two below. */
  category: string;
  /** At least 1. */
  tickets: number;
  /** How many of them are closed by now. All three numbers are left out if the export does not include them. */
  closed?: number;
  /** In how many of them the customer answered the satisfaction survey, and how many of these answers were positive. */
  rated?: number;
  satisfied?: number;
}

const outcome = z
  .string()
  .regex(/^(?:|0|[1-9]\d{0,14})$/, 'Write a whole number of 0 or more, or leave it empty if it is not known.')
  .transform((text) => (text === '' ? undefined : Number(text)))
  .optional();

/** A line of a counts file. */
export const CountLine = z
  .strictObject({
    ...dayAndLocale,
    category: z
      .string()
      .refine((text) => text.trim() !== '', 'Write the category, or "(none)" for tickets without one.'),
    tickets: numberFromOne,
    closed: outcome,
    rated: outcome,
    satisfied: outcome,
  })
  .superRefine(({ tickets, closed = 0, rated, satisfied = 0 }, { addIssue }) => {
    const most = { closed: tickets, rated: tickets, satisfied: rated ?? tickets };
    for (const [column, value] of Object.entries({ closed, rated: rated ?? 0, satisfied }))
      if (value > most[column as keyof typeof most])
        addIssue({
          code: 'custom',
          path: [column],
          message: `Write a whole number from 0 to ${most[column as keyof typeof most]}, or leave it empty if it is not known.`,
        });
  });

/** Categories that are too rare or too personal to be shown are counted under this one. */
export const OTHER = '(other)';
/** Tickets without any category. */
export const NONE = '(none)';

/** By day, then locale, then category: the order in which counts are written. */
export function compareCounts(a: DailyCount, b: DailyCount): number {
  return compareText(a.day, b.day) || compareText(a.locale, b.locale) || compareText(a.category, b.category);
}

/** The first and last day that an export covers; `undefined` if it has no tickets. */
export function coveredDays(counts: readonly DailyCount[]): { first: string; last: string } | undefined {
  const days = counts.map(({ day }) => day).sort(compareText);
  const [first] = days;
  const last = days.at(-1);
  return first === undefined || last === undefined ? undefined : { first, last };
}

/**
 * Which counts hold for a day after an export: those of before, those of the export, or for each language the ones with
 * more tickets, because the export or what was known can lack a part of the day.
 */
export type DayRule = 'old' | 'fresh' | 'larger';

/** Chooses between old and fresh counts for a day and language. */
export type CountChoice = (row: { day: string; locale: string }) => 'old' | 'fresh';

/** The rule for an export that has all tickets from its first to its last day; those two days can be incomplete. */
export function rulesOfSpan(fresh: readonly DailyCount[]): (day: string) => DayRule {
  const span = coveredDays(fresh);
  return (day) => {
    if (!span || day < span.first || day > span.last) return 'old';
    return day === span.first || day === span.last ? 'larger' : 'fresh';
  };
}

/**
 * Applies rules to the counts of days. All categories of a day and language come from the same export: a ticket whose
 * category has changed would count twice if they were mixed. If both have the same number of tickets, the export is
 * newer.
 */
export function chooseCounts(
  old: readonly DailyCount[],
  fresh: readonly DailyCount[],
  ruleOf: (day: string) => DayRule = rulesOfSpan(fresh),
): CountChoice {
  const sumsOf = (counts: readonly DailyCount[]) => {
    const sums = new Map<string, number>();
    for (const { day, locale, tickets } of counts)
      if (ruleOf(day) === 'larger') sums.set(`${day} ${locale}`, (sums.get(`${day} ${locale}`) ?? 0) + tickets);
    return sums;
  };
  const [before, after] = [sumsOf(old), sumsOf(fresh)];
  return ({ day, locale }) => {
    const rule = ruleOf(day);
    if (rule !== 'larger') return rule;
    const key = `${day} ${locale}`;
    return (before.get(key) ?? 0) > (after.get(key) ?? 0) ? 'old' : 'fresh';
  };
}

/** The counts of a source after one more export of it; without a choice, of one that has all tickets of its days. */
export function replaceDays(
  old: readonly DailyCount[],
  fresh: readonly DailyCount[],
  choose: CountChoice = chooseCounts(old, fresh),
): DailyCount[] {
  return chosenRows(old, fresh, choose).sort(compareCounts);
}

/** Takes each row from where its day and language are chosen from. */
export function chosenRows<Row extends { day: string; locale: string }>(
  old: readonly Row[],
  fresh: readonly Row[],
  choose: CountChoice,
): Row[] {
  return [...old.filter((row) => choose(row) === 'old'), ...fresh.filter((row) => choose(row) === 'fresh')];
}
