import { compareText } from './text.ts';
import { indexWords } from './word-index.ts';

/** The share of the query, by weight, that a match must contain. */
const NEAR = 0.5;

/**
 * Finds the entry that shares most words with a query, weighting rare words more.
 *
 * @param wordsOf the words of each entry, by id
 * @param common a word in a larger share of the entries than this is ignored, between 0 and 1
 * @returns an id, or `undefined` if no entry shares half of the query by weight
 */
export function nearestByWords(
  wordsOf: ReadonlyMap<string, ReadonlySet<string>>,
  common: number,
): (asked: ReadonlySet<string>) => string | undefined {
  const index = indexWords(wordsOf, common);
  return (asked) => {
    let best: { id: string; weight: number } | undefined;
    index.shared(asked, (id, weight) => {
      if (!best || weight > best.weight || (weight === best.weight && compareText(id, best.id) < 0))
        best = { id, weight };
    });
    return best && best.weight >= NEAR * index.whole(asked) ? best.id : undefined;
  };
}
