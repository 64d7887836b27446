import { measureBoth, type NowAndBefore, type Span, within } from '../../values/day-span.ts';
import { compareText } from '../../values/text.ts';
import type { LinkedCount } from '../records/ticket-links.ts';

/** Tickets of customers who wrote from an article, in one window. */
export interface StartedTickets {
  tickets: number;
  /** Most tickets first. A ticket that names two articles counts for both. */
  articles: { article: string; tickets: number }[];
}

/**
 * Tickets started on an article: the customer read it, and wrote all the same. It isn't known whether the article was
 * wrong, unclear, or the wrong one for the question.
 *
 * @param started of all sources; without any, the result is `undefined`
 */
export function measureStarted(
  started: readonly (readonly LinkedCount[])[],
  windows: NowAndBefore<Span>,
): NowAndBefore<StartedTickets> | undefined {
  if (started.length === 0) return undefined;
  const all = started.flat();
  return measureBoth(windows, (span) => {
    const inSpan = within(all, span);
    const articles = [...startedByArticle(inSpan)]
      .map(([article, tickets]) => ({ article, tickets }))
      .sort((a, b) => b.tickets - a.tickets || compareText(a.article, b.article));
    return { tickets: inSpan.reduce((sum, { tickets }) => sum + tickets, 0), articles };
  });
}

/** How many tickets were started on each article, by its id. */
export function startedByArticle(started: readonly LinkedCount[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { articles, tickets } of started)
    for (const article of articles) sums.set(article, (sums.get(article) ?? 0) + tickets);
  return sums;
}
