/** Which of many things have a word, and how much it counts for being rare. */
export interface WordIndex {
  /** The weight of the words that each thing shares with what is asked, by id; only of those that share any. */
  shared(asked: ReadonlySet<string>): Map<string, number>;
  /** The weight of all words of what is asked that tell anything. */
  whole(asked: ReadonlySet<string>): number;
}

/**
 * A word counts by its inverse document frequency (Spärck Jones 1972): "refund" counts for more than a word that many
 * have.
 *
 * @param wordsOf the words of each thing, by id
 * @param common a word that a larger part of the things has says nothing, between 0 and 1
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
