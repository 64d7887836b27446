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

// In words of the question and of the page: two words with at most two small ones between them.
const TOGETHER = 3;
/** What represents a word at least this well is the word. */
const SAME = 0.5;

/**
 * Of the pairs of words that are near each other in a question, the share that is near each other on a page, each pair
 * with the weight of its lighter word: from 0 to 1. Words that say little in any text don't count.
 *
 * @param found what the words of the question found
 * @param weights how much each of them says, in the same order
 */
export function keptTogether(found: readonly TermHits[], weights: readonly number[], page: string | undefined): number {
  const words = found.flatMap(({ place, weight, keys }, at) => {
    if (weight < 1) return [];
    const same = keys
      .filter(({ worth }) => worth >= SAME)
      .flatMap(({ hits }) => hits.filter((hit) => hit.page === page));
    return { place, weight: weights[at] ?? 0, places: same.flatMap(({ places }) => places) };
  });
  let [all, kept] = [0, 0];
  for (const [at, second] of words.entries()) {
    const first = words[at - 1];
    if (!first || first.place === second.place || second.place - first.place > TOGETHER) continue;
    const weight = Math.min(first.weight, second.weight);
    all += weight;
    if (first.places.some((a) => second.places.some((b) => a !== b && Math.abs(a - b) <= TOGETHER))) kept += weight;
  }
  return kept / (all || 1);
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
