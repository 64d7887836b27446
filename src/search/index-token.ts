// Pagefind finds every word that starts with the one in the query; no other word starts with a word and its end mark.
const endMark = 'ꞏ';
// Another sign, or whoever asks for the first of two words would find both.
const joint = 'ꟷ';

/** A key as it is stored in Pagefind: it is found whole or not at all. */
export function indexToken(key: string): string {
  return key + endMark;
}

/** Two keys that are side by side, as one. */
export function pairKey(first: string, second: string): string {
  return first + joint + second;
}
