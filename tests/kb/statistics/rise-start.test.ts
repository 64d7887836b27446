import { describe, expect, it } from 'vitest';
import { riseStart } from '#kb/statistics/rise-start.ts';

const days = (tickets: number, count: number) => Array.from({ length: count }, () => tickets);

describe('the start of a rise', () => {
  it('is where a lower rate before and a higher one since fit the days best', () => {
    expect(riseStart([...days(5, 20), ...days(1, 90)], 55)).toBe(19);
  });

  it('is the day of the report, if only that has more', () => {
    expect(riseStart([20, ...days(1, 60)], 55)).toBe(0);
  });

  it('is the first day with tickets, if there were none before', () => {
    expect(riseStart([1, 0, 2, 1, ...days(0, 60)], 55)).toBe(3);
  });

  it('is never before the given day', () => {
    expect(riseStart([...days(5, 60), ...days(1, 50)], 30)).toBeLessThanOrEqual(30);
  });

  it('is unknown if the rate stays the same or falls', () => {
    expect(riseStart(days(2, 60), 55)).toBeUndefined();
    expect(riseStart([...days(1, 30), ...days(4, 30)], 55)).toBeUndefined();
  });

  it('is unknown if there is less than a week before to compare with', () => {
    expect(riseStart([9, 9, ...days(1, 5)], 55)).toBeUndefined();
  });
});
