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
 * The counts of a source after one more export of it.
 *
 * The export covers every day from its first to its last ticket. Those two days may be incomplete, so on them the count
 * with more tickets is kept for each locale and category. It is kept as a whole, because closed, rated and satisfied
 * tickets are part of the same tickets. If both have the same number, the export is newer.
 */
export function replaceDays(old: readonly DailyCount[], fresh: readonly DailyCount[]): DailyCount[] {
  const span = coveredDays(fresh);
  if (!span) return [...old].sort(compareCounts);
  const kept = old.filter(({ day }) => day <= span.first || day >= span.last);
  const result = new Map<string, DailyCount>();
  for (const count of [...kept, ...fresh]) {
    const key = JSON.stringify([count.day, count.locale, count.category]);
    const other = result.get(key);
    if (!other || other.tickets <= count.tickets) result.set(key, count);
  }
  return [...result.values()].sort(compareCounts);
}
