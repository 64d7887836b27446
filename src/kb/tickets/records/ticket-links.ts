import { z } from 'zod';
import { dayAndLocale, numberFromOne } from '../../values/fields.ts';
import { compareText } from '../../values/text.ts';
import { coveredDays, type DailyCount } from './tickets.ts';

/** How many closed tickets that were opened on one day in one language are linked to exactly these articles. */
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

/** The links of an export, and the counts of that export and of earlier ones. */
export interface FreshLinks {
  links: readonly LinkedCount[];
  old: readonly DailyCount[];
  fresh: readonly DailyCount[];
}

/**
 * The links of a source after one more export of it.
 *
 * The export covers the same days as its counts. Its first and last day may be incomplete, so for each language the
 * links on those days come from the export with more tickets. A ticket whose link has changed would count twice if both
 * were used.
 */
export function replaceLinks(before: readonly LinkedCount[], { links, old, fresh }: FreshLinks): LinkedCount[] {
  const span = coveredDays(fresh);
  if (!span) return [...before].sort(compareLinks);
  const ticketsOf = (counts: readonly DailyCount[]) => {
    const sums = new Map<string, number>();
    for (const { day, locale, tickets } of counts)
      if (day === span.first || day === span.last)
        sums.set(`${day} ${locale}`, (sums.get(`${day} ${locale}`) ?? 0) + tickets);
    return sums;
  };
  const earlier = ticketsOf(old);
  const later = ticketsOf(fresh);
  const stays = ({ day, locale }: LinkedCount) => {
    if (day < span.first || day > span.last) return true;
    const key = `${day} ${locale}`;
    return (earlier.get(key) ?? 0) > (later.get(key) ?? 0);
  };
  return [...before.filter(stays), ...links.filter((link) => !stays(link))].sort(compareLinks);
}
