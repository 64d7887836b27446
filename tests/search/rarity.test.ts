import { describe, expect, it } from 'vitest';
import { rarity } from '#search/rarity.ts';

describe('a word counts more', () => {
  it('the fewer pages have it', () => {
    expect(rarity(0, 100)).toBeGreaterThan(rarity(1, 100));
    expect(rarity(1, 100)).toBeGreaterThan(rarity(50, 100));
    expect(rarity(50, 100)).toBeGreaterThan(rarity(100, 100));
  });

  it('and never less than zero, even if several words together are counted twice', () => {
    expect(rarity(100, 100)).toBeGreaterThan(0);
    expect(rarity(300, 100)).toBe(0);
    expect(rarity(0, 0)).toBeGreaterThanOrEqual(0);
  });
});
