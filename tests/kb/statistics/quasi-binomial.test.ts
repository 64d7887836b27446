import { expect, it } from 'vitest';
import { moderate, pooledWeeks } from '#kb/statistics/quasi-binomial.ts';

const freedom = 10;
/** Topics whose Pearson statistic is so many times its degrees of freedom. */
const topics = (dispersions: readonly number[]) =>
  dispersions.map((dispersion) => ({ chi: dispersion * freedom, freedom, variance: 2 * freedom }));
const pool = { chi: 1000, freedom: 1000 };

it('topics that vary alike share the estimate, and others keep their own', () => {
  const alike = pooledWeeks(topics([0.7, 1.2, 1, 0.9, 1.3, 1.1]), pool);
  const different = pooledWeeks(topics([0.5, 3, 1, 0.4, 4, 1]), pool);
  expect(alike).toBeGreaterThan(100);
  expect(different).toBeLessThan(10);
  const restless = { chi: 4 * freedom, freedom };
  expect(moderate(restless, pool, alike).dispersion).toBeLessThan(1.1);
  expect(moderate(restless, pool, different).dispersion).toBeGreaterThan(2.5);
});

it('one restless topic among many is not taken for a quiet one', () => {
  const weeks = pooledWeeks(topics([...new Array(99).fill(1), 6]), pool);
  expect(moderate({ chi: 6 * freedom, freedom }, pool, weeks).dispersion).toBeGreaterThan(1.5);
});

it('without any topic, only chance is known', () => {
  expect(pooledWeeks([], { chi: 0, freedom: 0 })).toBe(1000);
  expect(moderate({ chi: 0, freedom: 0 }, { chi: 0, freedom: 0 }).dispersion).toBe(1);
});
