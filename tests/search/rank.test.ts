import { describe, expect, it } from 'vitest';
import { rank } from '#search/rank.ts';
import type { Hit } from '#search/search-index.ts';

const hit = (key: string, score = 1, more: Partial<Hit> = {}): Hit => ({
  key,
  score,
  places: [],
  fields: [],
  load: () => Promise.reject(new Error('not asked for')),
  ...more,
});
const keys = (...args: Parameters<typeof rank>) => rank(...args).map((one) => one.hit.key);
const everywhere = (pages: number) => Array.from({ length: pages }, (_, index) => hit(`page-${index}`));

describe('pages are ordered', () => {
  it('by how rare the words are that they hold', () => {
    expect(keys([[hit('a'), hit('b'), hit('c')], [hit('c')]], [], 100)).toEqual(['c', 'a', 'b']);
  });

  it('with words that are everywhere deciding almost nothing', () => {
    const [first] = rank([everywhere(100), everywhere(100), [hit('page-99', 0.2)]], [], 100);
    expect(first?.hit.key).toBe('page-99');
  });

  it('with words the writers gave as another way to ask before words that are only mentioned', () => {
    expect(keys([[hit('a'), hit('b', 1, { fields: ['aliases'] })]], [], 10)).toEqual(['b', 'a']);
  });

  it('with neighbours in the question that are neighbours on the page first', () => {
    const apart = [hit('a', 1, { places: [3] }), hit('b', 1, { places: [3] })];
    const beside = [hit('a', 1, { places: [40] }), hit('b', 1, { places: [4] })];
    expect(keys([apart, beside], [], 10)).toEqual(['b', 'a']);
  });

  it('with no word demanded', () => {
    expect(keys([[], [hit('a')], []], [], 10)).toEqual(['a']);
  });

  it('with all words together counting for one more', () => {
    expect(
      keys(
        [
          [hit('a'), hit('b')],
          [hit('a'), hit('b')],
        ],
        [hit('b')],
        10,
      ),
    ).toEqual(['b', 'a']);
  });

  it('by their keys where they are equal, whatever order they came in', () => {
    expect(keys([[hit('b'), hit('a'), hit('c')]], [], 10)).toEqual(['a', 'b', 'c']);
    expect(keys([[hit('c'), hit('a'), hit('b')]], [], 10)).toEqual(['a', 'b', 'c']);
  });

  it('into nothing where nothing is found', () => {
    expect(rank([], [], 10)).toEqual([]);
    expect(rank([[], []], [], 10)).toEqual([]);
  });
});

describe('a score', () => {
  const scoreOf = (...args: Parameters<typeof rank>) => rank(...args)[0]?.score ?? 0;

  it('is the sum of what each word says', () => {
    const rare = [hit('a')];
    const common = [hit('a', 3), hit('b'), hit('c'), hit('d')];
    expect(scoreOf([rare, common], [], 10)).toBeCloseTo(scoreOf([rare], [], 10) + scoreOf([common], [], 10), 10);
  });

  it('is more for a word that is rarer, and for one that fits better', () => {
    expect(scoreOf([[hit('a')]], [], 100)).toBeGreaterThan(scoreOf([[hit('a'), hit('b')]], [], 100));
    expect(scoreOf([[hit('a', 2)]], [], 100)).toBeGreaterThan(scoreOf([[hit('a', 1)]], [], 100));
  });

  it('never falls below nothing, even for a word on every page', () => {
    for (const one of rank([everywhere(10)], [], 10)) expect(one.score).toBeGreaterThan(0);
  });
});

describe('how well a page fits the whole question', () => {
  const fits = (...args: Parameters<typeof rank>) => rank(...args).map(({ fit }) => fit);

  it('falls with every rare word that it does not hold', () => {
    const [both = 0] = fits([[hit('a')], [hit('a')]], [], 100);
    const [one = 0] = fits([[hit('a')], []], [], 100);
    expect(both).toBeGreaterThan(2 * one - 1e-9);
    expect(one).toBeGreaterThan(0);
  });

  it('is not moved much by words that are everywhere', () => {
    const [without = 0] = fits([[hit('a')]], [], 100);
    const [beside = 0] = fits([[hit('a')], everywhere(100)], [], 100);
    expect(beside).toBeCloseTo(without, 1);
  });

  it('is nothing where nothing was found', () => {
    expect(fits([[], []], [], 100)).toEqual([]);
  });
});

it('a page is shown by the word that says most about it', () => {
  const rare = hit('a', 1);
  const common = hit('a', 1.5);
  const others = Array.from({ length: 50 }, (_, index) => hit(`b${index}`));
  expect(rank([[common, ...others], [rare]], [], 60)[0]?.hit).toBe(rare);
});
