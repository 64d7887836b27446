import { describe, expect, it } from 'vitest';
import { clopperPearson } from '#kb/statistics/clopper-pearson.ts';
import { measureTrend } from '#kb/statistics/trend.ts';

const compare = (now: number, before: number, earlier = 2 * before) =>
  measureTrend({
    now: { tickets: now, days: 28 },
    before: { tickets: before, days: 28 },
    usual: { tickets: before + earlier, days: 84 },
  });

describe('the exact interval of a share', () => {
  // Values of SciPy 1.17: beta.ppf(0.025, hits, cases - hits + 1), beta.ppf(0.975, hits + 1, cases - hits)
  it.each([
    [7, 20, 0.1539092, 0.5921885],
    [0, 10, 0, 0.3084971],
    [10, 10, 0.6915029, 1],
    [1, 3, 0.008403759, 0.9057007],
    [60, 90, 0.5594506, 0.7625676],
    [500, 1000, 0.4685492, 0.5314508],
    [123_456, 250_000, 0.4918623, 0.4957859],
  ])('for %i of %i is the one that SciPy gives', (hits, cases, low, high) => {
    const interval = clopperPearson(hits, cases);
    expect(interval.low).toBeCloseTo(low, 6);
    expect(interval.high).toBeCloseTo(high, 6);
  });
});

describe('a trend', () => {
  it('is the ratio of both windows with its interval', () => {
    expect(compare(60, 30)).toEqual({ ratio: 2, low: 1.27, high: 3.212, verdict: 'rising' });
  });

  it('has no ratio if there were no tickets before', () => {
    expect(compare(24, 0)).toEqual({ ratio: null, low: 6.019, high: null, verdict: 'rising' });
    expect(compare(0, 24)).toMatchObject({ ratio: 0, low: 0, verdict: 'falling' });
  });

  it('has no value if there are no tickets', () => {
    expect(compare(0, 0)).toEqual({ ratio: null, low: null, high: null, verdict: 'too few to say' });
  });

  it.each([
    [3, 1],
    [0, 4],
    [8, 5],
    [13, 9],
  ])('%i and %i are too few to say', (now, before) => {
    expect(compare(now, before).verdict).toBe('too few to say');
  });

  it.each([
    [30, 30],
    [41, 30],
    [200, 180],
    [80, 100],
  ])('%i and %i are steady', (now, before) => {
    expect(compare(now, before).verdict).toBe('steady');
  });

  it('is not rising because the window before was a quiet one', () => {
    expect(compare(60, 36, 120).verdict).toBe('steady');
    expect(compare(60, 36, 60).verdict).toBe('rising');
  });

  it('compares rates per day, and nothing with days that are not covered', () => {
    const half = { tickets: 15, days: 14 };
    const now = { tickets: 30, days: 28 };
    expect(measureTrend({ now, before: half, usual: half })).toMatchObject({ ratio: 1 });
    const none = { tickets: 0, days: 0 };
    expect(measureTrend({ now, before: none, usual: none }).verdict).toBe('too few to say');
  });

  it('is not rising if the whole desk does, and not falling if only the desk does', () => {
    const rates = (now: number, before: number) => ({
      now: { tickets: now, days: 28 },
      before: { tickets: before, days: 28 },
      usual: { tickets: before * 3, days: 84 },
    });
    expect(measureTrend(rates(160, 80)).verdict).toBe('rising');
    expect(measureTrend(rates(160, 80), { before: 2, usual: 2 }).verdict).toBe('steady');
    expect(measureTrend(rates(80, 80), { before: 2, usual: 2 }).verdict).toBe('steady');
    expect(measureTrend(rates(48, 80)).verdict).toBe('falling');
    expect(measureTrend(rates(48, 80), { before: 0.5, usual: 0.5 }).verdict).toBe('steady');
  });

  it('needs a larger change if the weeks of a topic vary more than by chance', () => {
    const rates = {
      now: { tickets: 80, days: 28 },
      before: { tickets: 40, days: 28 },
      usual: { tickets: 120, days: 84 },
    };
    expect(measureTrend(rates, undefined, 1).verdict).toBe('rising');
    expect(measureTrend(rates, undefined, 6).verdict).not.toBe('rising');
  });

  it('calls hardly one in a hundred steady topics something else, and finds most that double', () => {
    const random = seeded(11);
    const share = (factor: number, verdicts: readonly string[]) => {
      let called = 0;
      for (let round = 0; round < 2000; round++) {
        const level = 20 + (round % 60);
        const drawn = compare(poisson(level * factor, random), poisson(level, random), poisson(2 * level, random));
        if (verdicts.includes(drawn.verdict)) called++;
      }
      return called / 2000;
    };
    expect(share(1, ['rising', 'falling'])).toBeLessThan(0.02);
    expect(share(2.2, ['rising'])).toBeGreaterThan(0.9);
  });
});

function poisson(mean: number, random: () => number): number {
  const wait = () => -Math.log(1 - random());
  let count = 0;
  for (let time = wait(); time < mean; time += wait()) count++;
  return count;
}

/** S. K. Park and K. W. Miller, Communications of the ACM 31 (1988), 1192, with the multiplier they gave later. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
