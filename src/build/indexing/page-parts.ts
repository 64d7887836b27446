import { digest } from '#kb/values/digest.ts';

/**
 * A part has at least as many pages, and about twice as many in the middle: a few are indexed in a moment, and each part
 * costs Pagefind about 10 ms more.
 */
export const LEAST = 50;

/**
 * Divides pages into parts. A page that is added or removed changes the part it belongs to, and at most the ones beside
 * it, because a part starts where a page has the smallest digest of all pages around it.
 *
 * @param pages in the order of their ids
 */
export function inParts<Page>(pages: readonly Page[], idOf: (page: Page) => string): Page[][] {
  const digests = pages.map((page) => digest(idOf(page)));
  const starts = [0];
  for (let at = LEAST; at + LEAST <= pages.length; at++) if (isSmallest(digests, at)) starts.push(at);
  return starts.map((start, part) => pages.slice(start, starts[part + 1])).filter(({ length }) => length > 0);
}

function isSmallest(digests: readonly string[], at: number): boolean {
  const own = digests[at] ?? '';
  for (let other = at - LEAST + 1; other < at + LEAST; other++)
    if (other !== at && (digests[other] ?? '') <= own) return false;
  return true;
}
