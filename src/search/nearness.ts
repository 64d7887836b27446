import type { TermHits } from './rank.ts';

// In words: about two sentences.
const WINDOW = 40;

/**
 * How much of a question pages say in one place: the weight of its words in the best 40 words in a row.
 *
 * @param found what the words of the question found
 * @param weights how much each of them says, in the same order
 * @param pages the pages that are compared
 */
export function saidInOnePlace(
  found: readonly TermHits[],
  weights: readonly number[],
  pages: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const matches = new Map<string, Match[]>();
  for (const [term, { keys }] of found.entries())
    for (const { worth, hits } of keys)
      for (const { page, places } of hits) {
        if (!pages.has(page)) continue;
        const onPage = matches.get(page) ?? [];
        matches.set(page, onPage);
        for (const at of places) onPage.push({ at, term, worth });
      }
  return new Map([...matches].map(([page, onPage]) => [page, bestWindow(onPage, weights)]));
}

interface Match {
  /** The position on the page, in words. */
  at: number;
  /** Which word of the question, and how well it is represented there. */
  term: number;
  worth: number;
}

function bestWindow(matches: Match[], weights: readonly number[]): number {
  matches.sort((a, b) => a.at - b.at);
  let best = 0;
  for (const [start, { at: from }] of matches.entries()) {
    const said: number[] = [];
    let sum = 0;
    for (let next = start; next < matches.length; next++) {
      const { at, term, worth } = matches[next] as Match;
      if (at >= from + WINDOW) break;
      const before = said[term] ?? 0;
      if (worth <= before) continue;
      said[term] = worth;
      sum += (worth - before) * (weights[term] ?? 0);
    }
    best = Math.max(best, sum);
  }
  return best;
}
