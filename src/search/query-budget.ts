import type { QueryTerm } from './plan.ts';
import { rarity } from './rarity.ts';

// A word of a large index is some thirty kilobytes to fetch, and its pages are compared with each other.
const MAX_WORDS = 6;
const MAX_PAGES = 3000;
/** An index of so few pages is small enough to be asked for every word. */
const SMALL = 1000;

/**
 * Leaves out of a question to a large index the words that cost more than they tell: first the commonest.
 *
 * @param pages how many pages the index has
 * @returns the rest, in their order
 */
export function withinBudget(wanted: readonly QueryTerm[], pages: number): readonly QueryTerm[] {
  if (pages <= SMALL) return wanted;
  const telling = (one: QueryTerm) => one.weight * rarity(one.holding, pages);
  const chosen = new Set<QueryTerm>();
  let found = 0;
  for (const one of [...wanted].sort((a, b) => telling(b) - telling(a))) {
    if (chosen.size > 0 && (chosen.size === MAX_WORDS || found + one.holding > MAX_PAGES)) continue;
    chosen.add(one);
    found += one.holding;
  }
  return wanted.filter((one) => chosen.has(one));
}
