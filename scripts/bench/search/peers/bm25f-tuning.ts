import { type Question, spread } from '../sets/questions.ts';
import type { Bm25fIndex, Bm25fOptions, Lookup } from './bm25f.ts';

/** One point of the search: what a title, an alias and a heading count compared with the text, and the rest. */
export interface Bm25fPoint {
  title: number;
  aliases: number;
  headings: number;
  k1: number;
  /** For the text. */
  b: number;
  /** For the other fields. */
  bShort: number;
}

const start: Bm25fPoint = { title: 3, aliases: 3, headings: 2, k1: 1.2, b: 0.75, bShort: 0.5 };
const grid: Readonly<Record<keyof Bm25fPoint, readonly number[]>> = {
  title: [0.5, 1, 2, 3, 5, 8, 12],
  aliases: [0.5, 1, 2, 3, 5, 8],
  headings: [0.5, 1, 2, 3, 5],
  k1: [0.6, 1.2, 2, 4, 8],
  b: [0, 0.25, 0.5, 0.75, 1],
  bShort: [0, 0.25, 0.5, 0.75, 1],
};
/** Values stop changing earlier. */
const MOST_ROUNDS = 4;
/** More questions than this change no value, and take long. */
const MOST_QUESTIONS = 500;
const DEEPEST = 10;

export function optionsAt({ title, aliases, headings, k1, b, bShort }: Bm25fPoint): Bm25fOptions {
  return { weights: [title, aliases, headings, 1], b: [bShort, bShort, bShort, b], k1 };
}

/** In which half of the questions a question is; always the same for the same text (FNV-1a). */
export function halfOf(query: string): 0 | 1 {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(query)) hash = Math.imul(hash ^ byte, 0x01000193);
  // The lowest bit of FNV depends only on the lowest bits of the text.
  return ((hash ^ (hash >>> 15)) >>> 7) & 1 ? 1 : 0;
}

/**
 * The best values for some questions, by mean reciprocal rank: one value after the other takes the best of its grid,
 * until none changes (coordinate ascent).
 */
export function tune(index: Bm25fIndex, questions: readonly Question[]): Bm25fPoint {
  const numbers = new Map(index.ids.map((id, number) => [id, number]));
  const asked = spread(
    questions.filter(({ relevant }) => relevant.length > 0),
    MOST_QUESTIONS,
  ).map(({ query, relevant }) => ({
    lookups: index.lookups(query),
    right: relevant.flatMap((id) => numbers.get(id) ?? []),
  }));
  const value = (point: Bm25fPoint) => {
    const options = optionsAt(point);
    return asked.reduce((sum, { lookups, right }) => sum + reciprocalRank(index, lookups, right, options), 0);
  };
  let best = { point: start, value: value(start) };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = best;
    for (const name of Object.keys(grid) as (keyof Bm25fPoint)[])
      for (const one of grid[name]) {
        if (one === best.point[name]) continue;
        const point = { ...best.point, [name]: one };
        const worth = value(point);
        if (worth > best.value) best = { point, value: worth };
      }
    if (best === before) break;
  }
  return best.point;
}

function reciprocalRank(
  index: Bm25fIndex,
  lookups: readonly Lookup[],
  right: readonly number[],
  options: Bm25fOptions,
): number {
  const scores = index.scores(lookups, options);
  const ranks = right.flatMap((page) => {
    const own = scores[page] ?? 0;
    if (own <= 0) return [];
    let rank = 1;
    for (let other = 0; other < scores.length && rank <= DEEPEST; other++)
      if ((scores[other] ?? 0) > own || (scores[other] === own && other < page)) rank++;
    return rank <= DEEPEST ? rank : [];
  });
  return ranks.length === 0 ? 0 : 1 / Math.min(...ranks);
}
