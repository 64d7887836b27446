/** Finds the entries that contain a word; rare words weigh more. */
export interface WordIndex {
  /** The weight of the words that each entry shares with a query, by id; entries that share none are left out. */
  shared(asked: ReadonlySet<string>): Map<string, number>;
  /** The weight of all words of a query. */
  whole(asked: ReadonlySet<string>): number;
}

/**
 * The weight of a word is its inverse document frequency (Spärck Jones 1972), so "refund" counts for more than a word
 * that many entries contain.
 *
 * @param wordsOf the words of each entry, by id
 * @param common a word in a larger share of the entries than this is ignored, between 0 and 1
 */
export function indexWords(wordsOf: ReadonlyMap<string, ReadonlySet<string>>, common: number): WordIndex {
  const having = new Map<string, string[]>();
  for (const [id, words] of wordsOf)
    for (const word of words) {
      const ids = having.get(word);
      if (ids === undefined) having.set(word, [id]);
      else ids.push(id);
    }
  const idsOf = (word: string) => having.get(word) ?? [];
  const weight = (ids: readonly string[]) =>
    ids.length > common * wordsOf.size ? 0 : Math.log(1 + wordsOf.size / Math.max(1, ids.length));
  return {
    shared(asked) {
      const shared = new Map<string, number>();
      for (const word of asked) {
        const ids = idsOf(word);
        const gain = weight(ids);
        if (gain > 0) for (const id of ids) shared.set(id, (shared.get(id) ?? 0) + gain);
      }
      return shared;
    },
    whole: (asked) => [...asked].reduce((sum, word) => sum + weight(idsOf(word)), 0),
  };
}
