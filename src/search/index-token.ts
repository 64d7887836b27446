// Pagefind finds every word that begins as the one asked for; nothing begins with a whole word and its end mark.
const endMark = 'ꞏ';
// Another sign, or whoever asks for the first of two words would find both.
const joint = 'ꟷ';

/** A key as Pagefind holds it, so that it is found whole or not at all. */
export function indexToken(key: string): string {
  return key + endMark;
}

/** Two keys that stand side by side, as one. */
export function pairKey(first: string, second: string): string {
  return first + joint + second;
}
