import { describe, expect, it } from 'vitest';
import type { QueryTerm } from '#search/plan.ts';
import { withinBudget } from '#search/query-budget.ts';

const word = (key: string, holding: number, weight = 1): QueryTerm => ({
  place: 0,
  weight,
  keys: [{ key, worth: 1 }],
  holding,
  common: 0,
});
const keysOf = (wanted: readonly QueryTerm[]) => wanted.map(({ keys }) => keys[0]?.key);
const rare = ['lost', 'stolen', 'frozen', 'blocked'].map((key, place) => word(key, 10 + place));
const many = Array.from({ length: 60 }, (_, number) => word(`word${number}`, 100 + number));

describe('an index', () => {
  it('that is small is searched for every word', () => {
    expect(withinBudget(many, 200)).toEqual(many);
  });

  it('that is large is searched for the most telling words, in the order of the question', () => {
    const asked = withinBudget([word('the', 19_000), ...rare, word('my', 18_000)], 20_000);
    expect(keysOf(asked)).toEqual(['lost', 'stolen', 'frozen', 'blocked']);
  });

  it('that is large is searched for few words, however long the question', () => {
    const asked = withinBudget([...many].reverse(), 5000);
    expect(asked.length).toBeLessThan(many.length / 2);
    expect(keysOf(asked)).toContain('word0');
    expect(keysOf(asked)).not.toContain('word59');
    expect(many.slice(0, asked.length).map(({ keys }) => keys[0]?.key)).toEqual(keysOf(asked).reverse());
  });

  it('that is large is searched for a stop word only after other words that are as rare', () => {
    const asked = withinBudget([...many.map((one) => ({ ...one, weight: 0.1 })), word('refund', 120)], 5000);
    expect(keysOf(asked)).toContain('refund');
  });

  it('that is large is searched for two synonyms of each word, and a small one for all', () => {
    const synonyms = ['remove', 'erase', 'discard'].map((key) => ({ key, worth: 0.3, synonym: true as const }));
    const one: QueryTerm = { ...word('delete', 10), keys: [{ key: 'delete', worth: 1 }, ...synonyms] };
    const searched = (pages: number) => withinBudget([one], pages).flatMap(({ keys }) => keys.map(({ key }) => key));
    expect(searched(5000)).toEqual(['delete', 'remove', 'erase']);
    expect(searched(200)).toEqual(['delete', 'remove', 'erase', 'discard']);
  });

  it('is searched for at least one word, even if every page has it', () => {
    expect(keysOf(withinBudget([word('the', 1_000_000)], 1_000_000))).toEqual(['the']);
    expect(keysOf(withinBudget([word('the', 1_000_000), word('a', 900_000)], 1_000_000))).toEqual(['a']);
  });

  it('is not read if nothing is searched', () => {
    expect(withinBudget([], 10)).toEqual([]);
    expect(withinBudget([], 100_000)).toEqual([]);
  });
});
