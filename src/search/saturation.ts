/**
 * How fast a word that is repeated on a page counts less, in an index's scores: `k1` of BM25 (Robertson et al. 1994). 2 is
 * the slowest that Pagefind knows.
 */
export const SATURATION = 2;

/** What a word counts that is on a page so often, in relation to the page's length. */
export function saturated(often: number, k1 = SATURATION): number {
  return ((k1 + 1) * often) / (k1 + often);
}

/** How often a word is on a page, in relation to the page's length, from what it counts in an index's score. */
export function oftenOf(fit: number): number {
  return (SATURATION * fit) / Math.max(0.01, SATURATION + 1 - fit);
}
