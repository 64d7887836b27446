import { z } from 'zod';
import type { Library } from '../../content/library.ts';
import { nearestArticle } from '../../content/nearest-article.ts';
import { dayField, localeField, numberFromOne, numberFromZero } from '../../values/fields.ts';
import { compareText } from '../../values/text.ts';

/** A question in `content/tickets/searches.csv`: how often customers searched for it, and how often without a result. */
export const SearchedQuestion = z
  .strictObject({
    locale: localeField,
    question: z.string().refine((text) => text.trim() !== '', 'Write the question, or remove the line.'),
    searches: numberFromOne,
    misses: numberFromZero,
    first: dayField,
    last: dayField,
  })
  .refine(({ searches, misses }) => misses <= searches, {
    path: ['misses'],
    message: 'Write a number that is not higher than "searches".',
  })
  .refine(({ first, last }) => first <= last, {
    path: ['last'],
    message: 'Write a date that is not before "first".',
  });
export type SearchedQuestion = z.output<typeof SearchedQuestion>;

/** A question is kept only if it was searched this often, because no one should read what one person typed. */
export const MIN_SEARCHES = 5;

/** By language, then question: the order in which searches are written. */
export function compareSearched(a: SearchedQuestion, b: SearchedQuestion): number {
  return compareText(a.locale, b.locale) || compareText(a.question, b.question);
}

/** A search without a result. */
export interface SearchWithoutResult {
  locale: string;
  question: string;
  searches: number;
  misses: number;
  /** The id of the article whose title and aliases are closest, if one is close. */
  nearest?: string;
}

/** The questions without a result, most misses first. */
export function searchesWithoutResult(searched: readonly SearchedQuestion[], library: Library): SearchWithoutResult[] {
  const nearest = nearestArticle(library);
  return searched
    .filter(({ misses }) => misses > 0)
    .sort((a, b) => b.misses - a.misses || compareSearched(a, b))
    .map(({ locale, question, searches, misses }) => {
      const near = nearest(question, locale);
      return { locale, question, searches, misses, ...(near === undefined ? {} : { nearest: near }) };
    });
}
