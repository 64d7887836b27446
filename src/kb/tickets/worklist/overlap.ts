import type { Article } from '../../content/article.ts';
import { compareText } from '../../values/text.ts';
import { type Reason, ticketsText } from './reason.ts';
import type { TopicCoverage } from './topic-coverage.ts';

/** A topic that customers ask about and several articles answer. */
export interface Overlap {
  topic: string;
  /** In the window. */
  tickets: number;
  /** Ids of the articles that compete. */
  articles: string[];
  /** The languages in which they compete. */
  locales: string[];
  reasons: Reason[];
}

/**
 * Most tickets first.
 *
 * @param articles the published ones
 * @param competing how many articles in one language count as competing
 */
export function findOverlaps(
  topics: readonly TopicCoverage[],
  articles: readonly Article[],
  locales: readonly string[],
  competing: number,
): Overlap[] {
  return topics
    .filter(({ tickets }) => tickets > 0)
    .flatMap(({ id, tickets }): Overlap[] => {
      const rivals = locales
        .map((locale) => articles.filter((article) => article.locale === locale && article.topics.includes(id)))
        .filter((group) => group.length >= competing);
      if (rivals.length === 0) return [];
      const ids = [...new Set(rivals.flat().map((article) => article.id))].sort(compareText);
      const within = rivals.flatMap(([first]) => (first ? [first.locale] : []));
      return [
        {
          topic: id,
          tickets,
          articles: ids,
          locales: within,
          reasons: [
            {
              code: 'competing',
              says: `${ids.length} articles in ${within.join(', ')}, ${ticketsText(tickets)}`,
              threshold: `at least ${competing} articles in one language on a topic with tickets`,
              numbers: { topic: id, tickets, articles: ids.length, locales: within.join(', '), competing },
            },
          ],
        },
      ];
    })
    .sort((a, b) => b.tickets - a.tickets || compareText(a.topic, b.topic));
}
