import type { Article } from '../../content/article.ts';
import { type Topic, topicOfCategory } from '../../content/topic.ts';
import { addDays, daysBetween } from '../../values/day.ts';
import { compareText } from '../../values/text.ts';
import type { DailyCount } from '../records/tickets.ts';
import type { Reason } from './reason.ts';

/** A published article whose topics no longer occur. */
export interface QuietArticle {
  article: string;
  topics: string[];
  /** The day of the newest ticket on any of them; `null` if none was ever counted. */
  lastTicket: string | null;
  /** For how many days there have been no tickets, as far back as tickets are counted. */
  quietDays: number;
  reasons: Reason[];
}

/**
 * Longest without a ticket first. Left out are articles published in the meantime and articles on topics without any
 * help desk category; the list is empty if tickets have not been counted for that long.
 *
 * @param articles the published ones
 * @param until the day of the report, `YYYY-MM-DD`
 * @param minDays how many days without a ticket make an article quiet
 */
export function findQuietArticles(
  articles: readonly Article[],
  topics: readonly Topic[],
  counts: readonly DailyCount[],
  until: string,
  minDays: number,
): QuietArticle[] {
  const topicOf = topicOfCategory(topics);
  const last = new Map<string, string>();
  let first = until;
  for (const { day, category } of counts) {
    if (day > until) continue;
    if (day < first) first = day;
    const topic = topicOf(category);
    if (topic !== undefined && (last.get(topic) ?? '') < day) last.set(topic, day);
  }
  const counted = daysBetween(first, until) + 1;
  if (counted < minDays) return [];
  const countable = new Set(topics.filter(({ categories }) => categories.length > 0).map(({ id }) => id));
  const since = addDays(until, -minDays);
  return [...new Set(articles.map(({ id }) => id))]
    .flatMap((id): QuietArticle[] => {
      const versions = articles.filter((article) => article.id === id);
      const named = [...new Set(versions.flatMap((version) => version.topics))].sort(compareText);
      if (named.length === 0 || !named.every((topic) => countable.has(topic))) return [];
      if (versions.some(({ publishOn }) => (publishOn ?? '') > since)) return [];
      const lastTicket = named.reduce<string | null>((newest, topic) => later(newest, last.get(topic) ?? null), null);
      const quietDays = lastTicket === null ? counted : daysBetween(lastTicket, until);
      if (quietDays < minDays) return [];
      const says =
        lastTicket === null
          ? `no tickets on its topics in the ${counted} days counted`
          : `no tickets on its topics for ${quietDays} days, the last on ${lastTicket}`;
      return [
        {
          article: id,
          topics: named,
          lastTicket,
          quietDays,
          reasons: [
            {
              code: 'quiet',
              says,
              threshold: `at least ${minDays} days without a ticket`,
              numbers: { lastTicket, quietDays, countedDays: counted, minDays },
            },
          ],
        },
      ];
    })
    .sort((a, b) => b.quietDays - a.quietDays || compareText(a.article, b.article));
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
