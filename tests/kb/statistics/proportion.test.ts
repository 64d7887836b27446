import { describe, expect, it } from 'vitest';
import { shareOf } from '#kb/statistics/proportion.ts';

describe('a share', () => {
  it('has its exact interval', () => {
    expect(shareOf(12, 40)).toEqual({ hits: 12, cases: 40, share: 0.3, low: 0.166, high: 0.465 });
    expect(shareOf(0, 20)).toMatchObject({ share: 0, low: 0 });
    expect(shareOf(20, 20)).toMatchObject({ share: 1, high: 1 });
  });

  it('has no value for fewer than 20 cases', () => {
    expect(shareOf(10, 19)).toEqual({ hits: 10, cases: 19, share: null, low: null, high: null });
    expect(shareOf(0, 0).share).toBeNull();
  });
});
