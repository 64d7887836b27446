/**
 * How much a word tells by being rare: its inverse document frequency, as BM25 and Pagefind reckon it (Robertson and
 * Spärck Jones 1976, with one added so that it is never below 0).
 *
 * @param holding on how many pages it stands
 * @param pages how many pages there are in all
 */
export function rarity(holding: number, pages: number): number {
  return Math.log(1 + Math.max(0, pages - holding + 0.5) / (holding + 0.5));
}
