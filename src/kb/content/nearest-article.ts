import { nearestByWords } from '../values/nearest-by-words.ts';
import { bareWords } from '../values/word-segments.ts';
import type { Library } from './library.ts';

/** A word that more of the articles name than that says nothing. */
const COMMON = 0.5;

/** Finds the article whose title, aliases and summary name most of a question, by the weight of the words. */
export function nearestArticle(library: Library): (question: string, locale: string) => string | undefined {
  const byLocale = new Map<string, ReturnType<typeof nearestByWords>>();
  return (question, locale) => {
    const nearest = byLocale.get(locale) ?? nearestByWords(wordsByArticle(library, locale), COMMON);
    byLocale.set(locale, nearest);
    return nearest(new Set(bareWords(question, locale)));
  };
}

/** The words of the title, aliases and summary of each article that readers of a language meet, by id. */
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
