import { compareText } from './text.ts';
import { indexWords } from './word-index.ts';

/** The share of the query, by weight, that a match must contain. */
const NEAR = 0.5;

/**
 * Finds the one that shares most words with the query, by the weight of the words.
 *
 * @param wordsOf the words of each that can be found, by id
 * @param common a word that a larger part of them has says nothing, between 0 and 1
 * @returns an id, or nothing if none shares half of the words by weight
 */
export function nearestByWords(
  wordsOf: ReadonlyMap<string, ReadonlySet<string>>,
  common: number,
): (asked: ReadonlySet<string>) => string | undefined {
  const index = indexWords(wordsOf, common);
  return (asked) => {
    const [best] = [...index.shared(asked)].sort(([a, m], [b, n]) => n - m || compareText(a, b));
    return best !== undefined && best[1] >= NEAR * index.whole(asked) ? best[0] : undefined;
  };
}
