import { describe, expect, it } from 'vitest';
import { riseStart } from '#kb/statistics/rise-start.ts';

const days = (tickets: number, count: number) => Array.from({ length: count }, () => tickets);

describe('a rise began', () => {
  it('where a lower rate before and a higher one since fit the days best', () => {
    expect(riseStart([...days(5, 20), ...days(1, 90)], 55)).toBe(19);
  });

  it('on the day of the report, if only that has more', () => {
    expect(riseStart([20, ...days(1, 60)], 55)).toBe(0);
  });

  it('on the first day with tickets, if there were none before', () => {
    expect(riseStart([1, 0, 2, 1, ...days(0, 60)], 55)).toBe(3);
  });

  it('no longer ago than asked for', () => {
    expect(riseStart([...days(5, 60), ...days(1, 50)], 30)).toBeLessThanOrEqual(30);
  });

  it('never, where the rate is the same or falls', () => {
    expect(riseStart(days(2, 60), 55)).toBeUndefined();
    expect(riseStart([...days(1, 30), ...days(4, 30)], 55)).toBeUndefined();
  });

  it('never, if there is less than a week before to compare with', () => {
    expect(riseStart([9, 9, ...days(1, 5)], 55)).toBeUndefined();
  });
});
