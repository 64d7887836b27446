import { round } from '../../statistics/round.ts';
import { measureBoth, type NowAndBefore, type Span, within } from '../../values/day-span.ts';
import { compareText } from '../../values/text.ts';
import type { LinkedCount } from '../records/ticket-links.ts';

/** How often articles answered tickets in one window. */
export interface Reuse {
  /** A ticket that is linked to two articles counts for both. */
  links: number;
  /** How many of the published articles were linked at least once. */
  used: number;
  published: number;
  /** From 0 to 1: the share of all links that the most used articles have; `null` if there are no links. */
  topShare: number | null;
  /** Most links first. */
  articles: { article: string; links: number }[];
}

/** The "vital few" of Pareto, as many as fit on a screen. */
export const TOP = 10;

/**
 * Reuse: how often an article is linked to a ticket that it resolved
 * (Knowledge-Centered Success Practices Guide, Technique 1.3 "Track Reuse").
 *
 * @param links of all sources; without any, the result is `undefined`
 * @param published ids of the published articles
 */
export function measureReuse(
  links: readonly (readonly LinkedCount[])[],
  published: ReadonlySet<string>,
  windows: NowAndBefore<Span>,
): NowAndBefore<Reuse> | undefined {
  if (links.length === 0) return undefined;
  const all = links.flat();
  return measureBoth(windows, (span) => {
    const sums = new Map<string, number>();
    for (const { articles, tickets } of within(all, span))
      for (const article of articles) sums.set(article, (sums.get(article) ?? 0) + tickets);
    const used = [...sums]
      .map(([article, links]) => ({ article, links }))
      .sort((a, b) => b.links - a.links || compareText(a.article, b.article));
    const sumOf = (some: typeof used) => some.reduce((sum, one) => sum + one.links, 0);
    const total = sumOf(used);
    return {
      links: total,
      used: used.filter(({ article }) => published.has(article)).length,
      published: published.size,
      topShare: total === 0 ? null : round(sumOf(used.slice(0, TOP)) / total),
      articles: used,
    };
  });
}
