import { describe, expect, it } from 'vitest';
import { keptTogether, saidInOnePlace } from '#search/nearness.ts';
import type { TermHits } from '#search/rank.ts';

const word = (place: number, at: Readonly<Record<string, readonly number[]>>, worth = 1): TermHits => ({
  ...{ place, weight: 1, common: 0 },
  keys: [
    {
      worth,
      hits: Object.entries(at).map(([page, places]) => ({
        ...{ page, score: 1, places, fields: [] },
        load: () => Promise.reject(new Error('Nothing needs to be loaded.')),
      })),
    },
  ],
});
const said = (found: TermHits[], weights: number[], page = 'a') =>
  saidInOnePlace(found, weights, new Set([page])).get(page);

describe('a page says in one place', () => {
  it('the words of a question that are within forty words', () => {
    expect(said([word(0, { a: [5] }), word(1, { a: [44] })], [2, 3])).toBe(5);
    expect(said([word(0, { a: [5] }), word(1, { a: [45] })], [2, 3])).toBe(3);
  });

  it('the best of its places', () => {
    expect(said([word(0, { a: [1, 200] }), word(1, { a: [100, 210] }), word(2, { a: [300] })], [1, 2, 1])).toBe(3);
  });

  it('each word once, as well as it is represented there', () => {
    expect(said([word(0, { a: [1, 2, 3] })], [2])).toBe(2);
    expect(said([word(0, { a: [1] }, 0.5), word(1, { a: [2] })], [2, 1])).toBe(2);
    const twoKeys: TermHits = { ...word(0, {}), keys: [...word(0, { a: [1] }, 0.5).keys, ...word(0, { a: [9] }).keys] };
    expect(said([twoKeys], [2])).toBe(2);
  });

  it('nothing that only another page says', () => {
    expect(said([word(0, { b: [1] })], [2])).toBeUndefined();
    expect(said([word(0, { b: [1] }), word(1, { a: [1] })], [2, 1])).toBe(1);
  });

  it('nothing if there is no question', () => {
    expect(saidInOnePlace([], [], new Set(['a'])).size).toBe(0);
  });
});

describe('the words of a question stay together on a page', () => {
  const together = (found: TermHits[], weights: number[] = found.map(() => 1)) => keptTogether(found, weights, 'a');

  it('if those next to each other in the question are next to each other there, or almost', () => {
    expect(together([word(0, { a: [5] }), word(1, { a: [6] })])).toBe(1);
    expect(together([word(0, { a: [8] }), word(3, { a: [5] })])).toBe(1);
    expect(together([word(0, { a: [5] }), word(1, { a: [9] })])).toBe(0);
    expect(together([word(0, { a: [5] }), word(4, { a: [6] })])).toBe(0);
  });

  it('by the share of such pairs, with the weight of the lighter word of each', () => {
    const found = [word(0, { a: [5] }), word(1, { a: [6] }), word(2, { a: [90] })];
    expect(together(found, [4, 3, 1])).toBe(0.75);
  });

  it('without words that say little, bad guesses, and other pages', () => {
    const little: TermHits = { ...word(1, { a: [50] }), weight: 0.3 };
    expect(together([word(0, { a: [5] }), little, word(2, { a: [6] })])).toBe(1);
    expect(together([word(0, { a: [5] }), word(1, { a: [6] }, 0.3)])).toBe(0);
    expect(together([word(0, { b: [5] }), word(1, { a: [6] })])).toBe(0);
    expect(together([word(0, { a: [5] })])).toBe(0);
  });
});
