import { describe, expect, it } from 'vitest';
import { addTime } from '#kb/values/day.ts';

describe('a time after a day', () => {
  it.each([
    ['2026-09-14', '90 days', '2026-12-13'],
    ['2026-09-14', '1 day', '2026-09-15'],
    ['2026-09-14', '2 weeks', '2026-09-28'],
    ['2026-09-14', '6 months', '2027-03-14'],
    ['2026-08-31', '6 months', '2027-02-28'],
    ['2024-02-29', '1 year', '2025-02-28'],
    ['2026-11-30', '13 months', '2027-12-30'],
  ])('%s and %s is %s', (day, time, later) => {
    expect(addTime(day, time)).toBe(later);
  });
});
