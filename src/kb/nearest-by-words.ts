import { compareText } from './finding.ts';

/** Of all that is asked, so much has to be shared to be near. */
const NEAR = 0.5;

/**
 * Finds the one that shares most words with what is asked. A word counts by its inverse document frequency (Spärck
 * Jones 1972), so that "refund" counts for more than a word that many have.
 *
 * @param wordsOf the words of each that can be found, by id
 * @param common a word that a larger part of them has says nothing, between 0 and 1
 * @returns an id, or nothing where none shares half of the words by weight
 */
export function nearestByWords(
  wordsOf: ReadonlyMap<string, ReadonlySet<string>>,
  common: number,
): (asked: ReadonlySet<string>) => string | undefined {
  const having = new Map<string, string[]>();
  for (const [id, words] of wordsOf)
    for (const word of words) {
      const ids = having.get(word);
      if (ids === undefined) having.set(word, [id]);
      else ids.push(id);
    }
  return (asked) => {
    const shared = new Map<string, number>();
    let whole = 0;
    for (const word of asked) {
      const ids = having.get(word) ?? [];
      if (ids.length > common * wordsOf.size) continue;
      const weight = Math.log(1 + wordsOf.size / Math.max(1, ids.length));
      whole += weight;
      for (const id of ids) shared.set(id, (shared.get(id) ?? 0) + weight);
    }
    const [best] = [...shared].sort(([a, m], [b, n]) => n - m || compareText(a, b));
    return best !== undefined && best[1] >= NEAR * whole ? best[0] : undefined;
  };
}
