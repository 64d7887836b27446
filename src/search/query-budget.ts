import type { QueryTerm } from './plan.ts';
import { rarity } from './rarity.ts';

// In a large index, each word costs about two kilobytes to fetch, a common one more, and its pages must be compared.
const MAX_WORDS = 16;
const MAX_PAGES = 6000;
const MAX_SYNONYMS = 2;
/** An index with at most this many pages is small enough to look up every word. */
const SMALL = 1000;

/**
 * For a large index, leaves out the words of a question that cost more than they contribute: the most common first,
 * and all synonyms but the closest two of each word.
 *
 * @param pages how many pages the index has
 * @returns the remaining words, in the same order
 */
export function withinBudget(wanted: readonly QueryTerm[], pages: number, generalTexts = 0): readonly QueryTerm[] {
  if (pages <= SMALL) return wanted;
  const gain = (one: QueryTerm) => one.weight * rarity(one.holding + one.common, pages + generalTexts);
  const chosen = new Set<QueryTerm>();
  let found = 0;
  for (const one of [...wanted].sort((a, b) => gain(b) - gain(a))) {
    if (chosen.size > 0 && (chosen.size === MAX_WORDS || found + one.holding > MAX_PAGES)) continue;
    chosen.add(one);
    found += one.holding;
  }
  return wanted.filter((one) => chosen.has(one)).map((one) => ({ ...one, keys: withFewSynonyms(one.keys) }));
}

function withFewSynonyms(keys: QueryTerm['keys']): QueryTerm['keys'] {
  let synonyms = 0;
  return keys.filter(({ synonym }) => !synonym || ++synonyms <= MAX_SYNONYMS);
}
