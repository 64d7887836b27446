import { z } from 'zod';
import { type VoteReason, voteReasons } from '../../content/vote-reasons.ts';
import { dayAndLocale, numberFromZero } from '../../values/fields.ts';
import { compareText } from '../../values/text.ts';

/** How many readers on one day, in one language, said that an article did or did not help them. */
export interface VoteCount {
  /** `YYYY-MM-DD`. */
  day: string;
  /** The reader's language, one of the site's; the article may not exist in it. */
  locale: string;
  /** The id of the article. */
  article: string;
  /** The slug of the heading they voted under, if any. */
  section?: string | undefined;
  reason?: VoteReason | undefined;
  /** From 0; one of the two is at least 1. */
  helpful: number;
  unhelpful: number;
}

/** A line of `content/tickets/votes.csv`. */
export const VoteLine = z
  .strictObject({
    ...dayAndLocale,
    article: z.string().refine((text) => text.trim() !== '', 'Write the article id, or remove the line.'),
    section: z.string().transform((text) => text || undefined),
    reason: z
      .enum(['', ...voteReasons], `Use one of ${voteReasons.join(', ')}, or leave it empty.`)
      .transform((text) => text || undefined),
    helpful: numberFromZero,
    unhelpful: numberFromZero,
  })
  .refine(({ helpful, unhelpful }) => helpful + unhelpful > 0, {
    path: ['unhelpful'],
    message: 'Write the number of votes, or remove the line.',
  });

/** By day, language, article, section, then reason: the order in which votes are written. */
export function compareVotes(a: VoteCount, b: VoteCount): number {
  return (
    compareText(a.day, b.day) ||
    compareText(a.locale, b.locale) ||
    compareText(a.article, b.article) ||
    compareText(a.section ?? '', b.section ?? '') ||
    compareText(a.reason ?? '', b.reason ?? '')
  );
}

/** What number ratings mean: a scale in either direction, and the rating from which an article counts as helpful. */
export interface VoteScale {
  worst: number;
  best: number;
  satisfied: number;
}

/** `votes` in `content/tickets.yaml`. */
export const VoteScaleFields = z
  .strictObject({
    worst: z.number().describe('The rating that means least helpful, such as 1.'),
    best: z.number().describe('The rating that means most helpful, such as 5.'),
    satisfied: z.number().describe('The rating from which an article counts as helpful, such as 4.'),
  })
  .refine(({ worst, best }) => worst !== best, {
    path: ['best'],
    message: 'Write a number other than "worst".',
  })
  .refine((scale) => isOnScale(scale.satisfied, scale) && scale.satisfied !== scale.worst, {
    path: ['satisfied'],
    message: 'Write a number between "worst" and "best" that is not "worst".',
  });
export function isOnScale(rating: number, { worst, best }: Pick<VoteScale, 'worst' | 'best'>): boolean {
  return rating >= Math.min(worst, best) && rating <= Math.max(worst, best);
}

/** Whether a rating means that the article helped. */
export function isSatisfied(rating: number, { worst, best, satisfied }: VoteScale): boolean {
  return best > worst ? rating >= satisfied : rating <= satisfied;
}
