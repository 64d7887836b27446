import { describe, expect, it } from 'vitest';
import { compareRanks, pairedBootstrap } from '../../../../scripts/bench/search/results/bootstrap.ts';

const times = (count: number, value: number) => Array.from({ length: count }, () => value);

describe('the paired bootstrap', () => {
  it('gives an interval that agrees with the normal approximation', () => {
    // 60 better, 40 worse, 300 equal: the mean is 0.05, its standard error √((100/400 − 0.05²) / 400) = 0.02487.
    const difference = pairedBootstrap([...times(60, 1), ...times(40, -1), ...times(300, 0)]);
    expect(difference?.mean).toBeCloseTo(0.05, 10);
    expect(difference?.low).toBeCloseTo(0.05 - 1.96 * 0.02487, 2);
    expect(difference?.high).toBeCloseTo(0.05 + 1.96 * 0.02487, 2);
  });

  it('calls a difference significant only if 0 is outside', () => {
    expect(pairedBootstrap([...times(20, 1), ...times(80, 0)])?.significant).toBe(true);
    expect(pairedBootstrap([...times(20, -1), ...times(80, 0)])?.significant).toBe(true);
    expect(pairedBootstrap([...times(11, 1), ...times(9, -1), ...times(80, 0)])?.significant).toBe(false);
    expect(pairedBootstrap(times(50, 0))).toEqual({ mean: 0, low: 0, high: 0, significant: false });
  });

  it('gives the same interval every time, and none without questions', () => {
    const some = [...times(5, 1), ...times(15, 0), ...times(3, -1)];
    expect(pairedBootstrap(some)).toEqual(pairedBootstrap(some));
    expect(pairedBootstrap([])).toBeUndefined();
    expect(compareRanks([], [])).toBeUndefined();
  });

  it('compares first place and the first three, question by question', () => {
    const difference = compareRanks([1, 2, 0, 3], [2, 1, 4, 0]);
    expect(difference?.questions).toBe(4);
    expect(difference?.top1.mean).toBe(0);
    expect(difference?.top3.mean).toBe(0.25);
  });
});
