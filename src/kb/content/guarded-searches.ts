import { z } from 'zod';
import { type Finding, finding, type Place } from '../findings/finding.ts';
import { didYouMean, nearest } from '../findings/suggest.ts';
import type { Library } from './library.ts';

/** `content/searches.yaml`: questions by language, each with the article that must be among the first three answers. */
export const SearchesFile = z
  .record(
    z.string(),
    z
      .array(
        z.strictObject({
          question: z.string().trim().min(1).describe('What a customer types into the search.'),
          article: z
            .string()
            .min(1)
            .describe('The id of the article that the search must find, such as cards/order-a-card.'),
        }),
      )
      .describe('Questions, each with its article.'),
  )
  .describe('Languages, each with its questions.');

/** A question that the search of the site must be able to answer. */
export interface GuardedSearch {
  locale: string;
  question: string;
  article: string;
  place: Place;
}

/** How many answers customers look at before they give up. */
export const TOP_ANSWERS = 3;

/**
 * What the search does with a question whose right articles are known. Each question is exactly one of these:
 * a right article is first; it is second or third; another article is called the answer; there are only results that
 * aren't called an answer, none of them right; there are no results, or none that come close.
 */
export const answerKinds = ['first', 'amongThree', 'wrong', 'unsure', 'nothing'] as const;

export type AnswerKind = (typeof answerKinds)[number];

/** Questions for a language or an article that does not exist. */
export function unknownSearchFindings(searches: readonly GuardedSearch[], library: Library): Finding[] {
  const ids = library.articles.map(({ id }) => id);
  return searches.flatMap(({ locale, article, place }) => {
    if (library.find(locale, article) || library.unread.has(article)) return [];
    const near = nearest(article, ids);
    const fix = near ? didYouMean(near) : 'Use the id of an article, such as cards/order-a-card.';
    return finding('searches-invalid', place, `There is no article "${article}" for readers of "${locale}".`, fix);
  });
}

/**
 * A question that no longer finds its article.
 *
 * @param instead the ids of the first answers
 */
export function lostSearchFinding({ question, article, place }: GuardedSearch, instead: readonly string[]): Finding {
  const found = instead.length === 0 ? 'nothing' : instead.map((id) => `"${id}"`).join(', ');
  return finding(
    'search-lost',
    place,
    `The search for "${question}" finds ${found}, but should find "${article}" among the first ${TOP_ANSWERS}.`,
    'Add the words of the question to the title or the aliases of the article, or remove the question if another article answers it better.',
  );
}
