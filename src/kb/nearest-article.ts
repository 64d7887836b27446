import type { Library } from './library.ts';

/** Of all that a question says, an article has to name so much to be near it. */
const NEAR = 0.5;
/** A word that more of the articles name than that says nothing. */
const COMMON = 0.5;

/**
 * Finds the article whose title, aliases and summary name most of a question. A word counts by its inverse document
 * frequency.
 */
export function nearestArticle(library: Library): (question: string, locale: string) => string | undefined {
  const byLocale = new Map<string, Map<string, Set<string>>>();
  return (question, locale) => {
    const named = byLocale.get(locale) ?? articlesByWord(library, locale);
    byLocale.set(locale, named);
    const all = library.shown(locale).length;
    const near = new Map<string, number>();
    let whole = 0;
    for (const word of wordsOf(question)) {
      const ids = named.get(word) ?? new Set();
      if (ids.size > COMMON * all) continue;
      const worth = Math.log(1 + all / Math.max(1, ids.size));
      whole += worth;
      for (const id of ids) near.set(id, (near.get(id) ?? 0) + worth);
    }
    const [best] = [...near].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    return best && best[1] >= NEAR * whole ? best[0] : undefined;
  };
}

function articlesByWord(library: Library, locale: string): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>();
  for (const { article } of library.shown(locale))
    for (const word of wordsOf([article.title, ...article.aliases, article.summary ?? ''].join(' ')))
      named.set(word, (named.get(word) ?? new Set()).add(article.id));
  return named;
}

function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu),
  );
}
