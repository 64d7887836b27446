import type { Article } from '../../content/article.ts';
import { customersWords } from '../../content/customers-words.ts';
import type { Library } from '../../content/library.ts';
import { articleToTranslate, newArticleCommand } from '../../content/new-article.ts';
import { compareText } from '../../values/text.ts';
import { type Reason, ticketsText } from './reason.ts';
import { type Recurrence, recurrenceText, type TopicCoverage } from './topic-coverage.ts';

/** A recurring topic without a published article in a language. */
export interface Gap {
  topic: string;
  locale: string;
  /** In this language, in the window. */
  tickets: number;
  reasons: Reason[];
  /** The words customers use in this language, as a start for a title; empty if none were learned. */
  words: string[];
  /** Paths of drafts that would fill the gap once they are published. */
  drafts: string[];
  /** The id of an article to translate. */
  translates?: string;
  /** The command that creates the article; left out if there is a draft to finish. */
  command?: string;
}

/**
 * Most tickets first.
 *
 * @param articles the published ones
 * @param content the content folder as the user typed it, if they did
 */
export function findGaps(
  recurring: readonly TopicCoverage[],
  articles: readonly Article[],
  library: Library,
  recurrence: Recurrence,
  content?: string,
): Gap[] {
  const { locales } = library.site;
  const { minTickets } = recurrence;
  return recurring
    .flatMap((topic) => {
      const covered = new Set(articles.filter(({ topics }) => topics.includes(topic.id)).map(({ locale }) => locale));
      const open = locales
        .filter((locale) => !covered.has(locale))
        .map((locale) => ({ topic, locale, tickets: topic.locales[locale] ?? 0 }))
        .sort((a, b) => b.tickets - a.tickets);
      const large = open.filter(({ tickets }) => tickets >= minTickets);
      return large.length === 0 && covered.size === 0 ? open.slice(0, 1) : large;
    })
    .map(({ topic, locale, tickets }): Gap => {
      const drafts = draftsOn(topic.id, locale, library);
      const original = articleToTranslate(library, topic.id, locale);
      return {
        topic: topic.id,
        locale,
        tickets,
        reasons: [
          {
            code: 'no-article',
            says: `${tickets} of ${ticketsText(topic.tickets)} in ${locale}, but no article in that language`,
            threshold: !topic.recurs
              ? 'far more tickets than usual, with no article in any language'
              : tickets < minTickets
                ? `${recurrenceText(recurrence)}, with no article in any language`
                : `at least ${minTickets} tickets in the language, on a recurring topic`,
            numbers: { topic: topic.id, locale, tickets, ofTickets: topic.tickets, minTickets },
          },
        ],
        words: customersWords(library, topic.id, locale),
        drafts,
        ...(original ? { translates: original.id } : {}),
        ...(drafts.length > 0 ? {} : { command: newArticleCommand(topic.id, locale, content) }),
      };
    })
    .sort((a, b) => b.tickets - a.tickets || compareText(a.topic, b.topic) || compareText(a.locale, b.locale));
}

function draftsOn(topic: string, locale: string, { articles }: Library): string[] {
  return articles
    .filter((article) => article.locale === locale && article.topics.includes(topic))
    .filter(({ confidence, audience }) => confidence === 'work-in-progress' && audience === 'public')
    .map(({ path }) => path);
}
