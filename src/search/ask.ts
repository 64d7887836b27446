import { rank } from './rank.ts';
import type { Index, Page } from './search-index.ts';
import { wordsOf } from './words.ts';

export interface Result extends Page {
  score: number;
}

export interface Answer {
  /** Whether the best result holds enough of the question to be called an answer. */
  confident: boolean;
  results: Result[];
}

// The share of the question's rarity that the best page must hold to be offered as an answer.
const CONFIDENT_SHARE = 0.5;

/**
 * Answers a question in a customer's own words: the same in the browser and on the terminal.
 *
 * @param limit how many results at the most
 */
export async function ask(index: Index, question: string, locale: string, limit: number): Promise<Answer> {
  const words = wordsOf(question, locale);
  const [together = [], ...each] = await Promise.all([words.join(' '), ...words].map((term) => index.search(term)));
  const ranked = rank(each, words.length > 1 ? together : [], index.pages);
  const best = ranked.slice(0, limit);
  const pages = await Promise.all(best.map(({ hit }) => hit.load()));
  return {
    confident: (ranked[0]?.share ?? 0) >= CONFIDENT_SHARE,
    results: pages.map((page, place) => ({ ...page, score: best[place]?.score ?? 0 })),
  };
}
