import { nearestByWords } from '../values/nearest-by-words.ts';
import { bareWords } from '../values/word-segments.ts';
import type { Library } from './library.ts';

/** A word in a larger share of the articles than this is ignored. */
const COMMON = 0.5;

/** Finds the article whose title, aliases and summary share most with a question, weighting rare words more. */
export function nearestArticle(library: Library): (question: string, locale: string) => string | undefined {
  const byLocale = new Map<string, ReturnType<typeof nearestByWords>>();
  return (question, locale) => {
    const nearest = byLocale.get(locale) ?? nearestByWords(wordsByArticle(library, locale), COMMON);
    byLocale.set(locale, nearest);
    return nearest(new Set(bareWords(question, locale)));
  };
}

/** The words in the title, aliases and summary of each article that readers of a language see, by id. */
export function wordsByArticle(library: Library, locale: string): Map<string, Set<string>> {
  return new Map(
    library
      .shown(locale)
      .map(({ article: { id, title, aliases, summary } }) => [
        id,
        new Set(bareWords([title, ...aliases, summary ?? ''].join('\n'), locale)),
      ]),
  );
}
