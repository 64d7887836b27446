import { z } from 'zod';
import { type Finding, finding, type Place } from '../findings/finding.ts';
import { nearest } from '../findings/suggest.ts';
import type { Library } from './library.ts';

/** `content/searches.yaml`: questions by language, each with the article that must be among the first three answers. */
export const SearchesFile = z
  .record(
    z.string(),
    z
      .array(
        z.strictObject({
          question: z.string().trim().min(1).describe('What a customer types.'),
          article: z.string().min(1).describe('The id of the article that must be found, such as cards/order-a-card.'),
        }),
      )
      .describe('Questions, each with its article.'),
  )
  .describe('Languages, each with its questions.');

/** A question that the search of the site must be able to answer. */
export interface ExpectedSearch {
  locale: string;
  question: string;
  article: string;
  place: Place;
}

/** How many answers customers look at before they give up. */
export const SEEN = 3;

/** Questions that name a language or an article there is not. */
export function unknownSearches(searches: readonly ExpectedSearch[], library: Library): Finding[] {
  const ids = library.articles.map(({ id }) => id);
  return searches.flatMap(({ locale, article, place }) => {
    if (library.find(locale, article) || library.unread.has(article)) return [];
    const near = nearest(article, ids);
    const fix = near
      ? `Write "${near}", which is the nearest.`
      : 'Write the id of an article, such as cards/order-a-card.';
    return finding('searches-invalid', place, `There is no article "${article}" for readers of "${locale}".`, fix);
  });
}

/**
 * A question that has lost its article.
 *
 * @param instead the ids of the first answers
 */
export function lostSearch({ question, article, place }: ExpectedSearch, instead: readonly string[]): Finding {
  return finding(
    'search-lost',
    place,
    `"${question}" no longer finds "${article}" among the first ${SEEN}; there ${instead.length === 0 ? 'is nothing' : `stand ${instead.map((id) => `"${id}"`).join(', ')}`}.`,
    'Give the article an alias or a title in the words of the question, or take the question out if another article answers it better.',
  );
}
