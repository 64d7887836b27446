import { describe, expect, it } from 'vitest';
import { fitWeights } from '#intake/tickets/words/maximum-entropy.ts';

// Feature 0 speaks for class 0, feature 1 for class 1, and feature 2 is everywhere.
const examples = {
  features: Array.from({ length: 60 }, (_, index) => [index % 2, 2]),
  classes: Array.from({ length: 60 }, (_, index) => index % 2),
};
const everywhere = [
  [0, 1],
  [0, 1],
  [0, 1],
];

describe('weights', () => {
  it('are high if a feature points to a class, and low if it points to none', () => {
    const [first, second, both] = fitWeights(examples, everywhere, 2, 40);
    expect(Math.min(first?.[0] ?? 0, second?.[1] ?? 0)).toBeGreaterThan(0.8);
    expect(Math.max(first?.[1] ?? 9, second?.[0] ?? 9)).toBeLessThan(0.1);
    expect(Math.abs((both?.[0] ?? 9) - (both?.[1] ?? 0))).toBeLessThan(0.3);
  });

  it('are never negative', () => {
    for (const weights of fitWeights(examples, everywhere, 2, 40))
      expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
  });

  it('exist only for the allowed features', () => {
    expect(fitWeights(examples, [[0], [], [1]], 2, 5).map(({ length }) => length)).toEqual([1, 0, 1]);
  });

  it('are the same for the same examples', () => {
    expect(fitWeights(examples, everywhere, 2, 7)).toEqual(fitWeights(examples, everywhere, 2, 7));
  });
});
