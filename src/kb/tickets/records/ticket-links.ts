import { z } from 'zod';
import { dayAndLocale, numberFromOne } from '../../values/fields.ts';
import { compareText } from '../../values/text.ts';
import { type CountChoice, chosenRows } from './tickets.ts';

/** Links to articles that answered a ticket, and to those that the customer had read when writing. */
export const linkKinds = ['links', 'startedOn'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** How many tickets that were opened on one day in one language are linked to exactly these articles. */
export interface LinkedCount {
  /** `YYYY-MM-DD`. */
  day: string;
  /** A language of the site. */
  locale: string;
  /** Ids of articles, sorted; at least one. */
  articles: readonly string[];
  /** At least 1. */
  tickets: number;
}

/** A line of `content/tickets/links/<source>.csv`. */
export const LinkLine = z.strictObject({
  ...dayAndLocale,
  articles: z
    .string()
    .refine(
      (text) => !text.split(' ').includes('') && [...new Set(text.split(' '))].sort(compareText).join(' ') === text,
      'Write the article ids in alphabetical order with one space between them, such as cards/order-a-card.',
    ),
  tickets: numberFromOne,
});

/** By day, then locale, then articles: the order in which they are written. */
export function compareLinks(a: LinkedCount, b: LinkedCount): number {
  return (
    compareText(a.day, b.day) ||
    compareText(a.locale, b.locale) ||
    compareText(a.articles.join(' '), b.articles.join(' '))
  );
}

/**
 * The links of a source after one more export of it. They are part of its tickets, so they come from where the counts of
 * the same day and language come from. A ticket whose link has changed would count twice if both were used.
 */
export function replaceLinks(
  before: readonly LinkedCount[],
  links: readonly LinkedCount[],
  choose: CountChoice,
): LinkedCount[] {
  return chosenRows(before, links, choose).sort(compareLinks);
}
