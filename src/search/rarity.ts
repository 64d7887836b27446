/**
 * How much a word counts for being rare: its inverse document frequency as in BM25 and Pagefind (Robertson and
 * Spärck Jones 1976, with one added to keep it from falling below 0).
 *
 * @param holding how many pages have it
 * @param pages how many pages there are in all
 */
export function rarity(holding: number, pages: number): number {
  return Math.log(1 + Math.max(0, pages - holding + 0.5) / (holding + 0.5));
}
