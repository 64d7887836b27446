// Pagefind finds every word that starts with the one in the query; no other word starts with a word and its end mark.
const endMark = 'ꞏ';
// A different character, or a search for the first of two words would also find the pair.
const joint = 'ꟷ';

/** A key as it is stored in Pagefind: it is found whole or not at all. */
export function indexToken(key: string): string {
  return key + endMark;
}

/** A single key for adjacent keys; for one, the key itself. */
export function phraseKey(keys: readonly string[]): string {
  return keys.join(joint);
}
