/** Finds the entries that contain a word; rare words weigh more. */
export interface WordIndex {
  /**
   * Visits each entry that shares words with a query.
   *
   * @param visit gets its id, the weight of these words, and its place among all entries
   */
  shared(asked: ReadonlySet<string>, visit: (id: string, weight: number, place: number) => void): void;
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
  const ids = [...wordsOf.keys()];
  const having = new Map<string, number[]>();
  for (const [at, words] of [...wordsOf.values()].entries())
    for (const word of words) {
      const places = having.get(word);
      if (places === undefined) having.set(word, [at]);
      else places.push(at);
    }
  const weightOf = (places: readonly number[]) =>
    places.length > common * ids.length ? 0 : Math.log(1 + ids.length / Math.max(1, places.length));
  // By place, because adding up by id would take most of the time.
  const sums = new Float64Array(ids.length);
  const shared: WordIndex['shared'] = (asked, visit) => {
    const touched: number[] = [];
    for (const word of asked) {
      const places = having.get(word) ?? [];
      const gain = weightOf(places);
      if (gain === 0) continue;
      for (const at of places) {
        if (sums[at] === 0) touched.push(at);
        sums[at] = (sums[at] ?? 0) + gain;
      }
    }
    for (const at of touched) {
      visit(ids[at] ?? '', sums[at] ?? 0, at);
      sums[at] = 0;
    }
  };
  return {
    shared,
    whole: (asked) => [...asked].reduce((sum, word) => sum + weightOf(having.get(word) ?? []), 0),
  };
}
