import { rank } from './rank.ts';
import type { Index, Page } from './search-index.ts';
import { wordsOf } from './words.ts';

export interface Result extends Page {
  score: number;
}

export interface Answer {
  /** Whether the best result fits the question well enough to be called an answer. */
  confident: boolean;
  results: Result[];
}

// Where a page holds each rare word of a question about once. Measured on the sample: nine in ten questions of its
// own customers lie above, and of questions about another company's products one in eight.
const CONFIDENT_FIT = 0.95;

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
    confident: (ranked[0]?.fit ?? 0) >= CONFIDENT_FIT,
    results: pages.map((page, place) => ({ ...page, score: best[place]?.score ?? 0 })),
  };
}
