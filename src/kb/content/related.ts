import { compareText } from '../values/text.ts';
import { indexWords } from '../values/word-index.ts';
import type { Library, ShownArticle } from './library.ts';
import { wordsByArticle } from './nearest-article.ts';

/** A word in a larger share of the articles than this is ignored, unless it is in only a few articles. */
const COMMON = 0.2;
const FEW = 4;
/** Articles less similar than this are not related. */
const NEAR = 0.15;

/**
 * Finds what someone who reads an article may need next: first the articles its writer listed, then those that share its
 * topics and the words of its title, aliases and summary.
 *
 * Rare topics and words count more. The similarity is the sum of two Dice coefficients (Dice 1945), one for topics and
 * one for words. Articles in the reader's own language come first.
 *
 * @returns never the article itself, and no article twice
 */
export function relatedArticles(library: Library): (shown: ShownArticle, limit: number) => ShownArticle[] {
  const byLocale = new Map<string, ReturnType<typeof similarity>>();
  return ({ article, locale }, limit) => {
    const near = byLocale.get(locale) ?? similarity(library, locale);
    byLocale.set(locale, near);
    const scores = near(article.id);
    const found = [...scores]
      .filter(([, score]) => score >= NEAR)
      .flatMap(([id, score]) => {
        const shown = library.find(locale, id);
        return shown ? [{ id, score, fallback: shown.fallback }] : [];
      })
      .sort((a, b) => Number(a.fallback) - Number(b.fallback) || b.score - a.score || compareText(a.id, b.id));
    const ids = new Set([...article.related, ...found.map(({ id }) => id)]);
    ids.delete(article.id);
    return [...ids].flatMap((id) => library.find(locale, id) ?? []).slice(0, limit);
  };
}

/** How similar the articles that readers of a language see are to one of them, by id: from 0 to 2. */
function similarity(library: Library, locale: string): (id: string) => Map<string, number> {
  const shown = library.shown(locale);
  const words = wordsByArticle(library, locale);
  const topics = new Map(shown.map(({ article: { id, topics } }) => [id, new Set(topics)]));
  const byWords = similarityBy(words, Math.max(COMMON, FEW / shown.length));
  const byTopics = similarityBy(topics, 1);
  return (id) => {
    const scores = byWords(id);
    for (const [other, score] of byTopics(id)) scores.set(other, (scores.get(other) ?? 0) + score);
    return scores;
  };
}

function similarityBy(
  marksOf: ReadonlyMap<string, ReadonlySet<string>>,
  common: number,
): (id: string) => Map<string, number> {
  const index = indexWords(marksOf, common);
  const wholes = new Map([...marksOf].map(([id, marks]) => [id, index.whole(marks)]));
  const wholeOf = (id: string) => wholes.get(id) ?? 0;
  return (id) => {
    const shared = index.shared(marksOf.get(id) ?? new Set());
    for (const [other, weight] of shared) shared.set(other, (2 * weight) / (wholeOf(id) + wholeOf(other)));
    return shared;
  };
}
