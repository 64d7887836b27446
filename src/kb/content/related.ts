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

/** The articles that readers of a language see and that are similar to one of them: from `NEAR` to 2, by id. */
function similarity(library: Library, locale: string): (id: string) => Map<string, number> {
  const shown = library.shown(locale);
  const words = wordsByArticle(library, locale);
  const topics = new Map(shown.map(({ article: { id, topics } }) => [id, new Set(topics)]));
  const byWords = similarityBy(words, Math.max(COMMON, FEW / shown.length));
  const byTopics = similarityBy(topics, 1);
  return (id) => {
    const topical = new Map<string, number>();
    byTopics(id, (other, score) => topical.set(other, score));
    const scores = new Map<string, number>();
    const add = (other: string, score: number) => {
      if (score >= NEAR) scores.set(other, score);
    };
    byWords(id, (other, score) => {
      add(other, score + (topical.get(other) ?? 0));
      topical.delete(other);
    });
    topical.forEach((score, other) => {
      add(other, score);
    });
    return scores;
  };
}

type VisitScore = (other: string, score: number) => void;

function similarityBy(
  marksOf: ReadonlyMap<string, ReadonlySet<string>>,
  common: number,
): (id: string, visit: VisitScore) => void {
  const index = indexWords(marksOf, common);
  const wholes = [...marksOf.values()].map((marks) => index.whole(marks));
  const places = new Map([...marksOf.keys()].map((id, at) => [id, at]));
  return (id, visit) => {
    const own = wholes[places.get(id) ?? -1] ?? 0;
    index.shared(marksOf.get(id) ?? new Set(), (other, weight, at) => {
      visit(other, (2 * weight) / (own + (wholes[at] ?? 0)));
    });
  };
}
