import { describe, expect, it } from 'vitest';
import { medianWait, type Wait } from '#kb/statistics/kaplan-meier.ts';
import { seeded } from '../tickets/made-tickets.ts';

const over = (...days: number[]): Wait[] => days.map((one) => ({ days: one, over: true }));
const waiting = (...days: number[]): Wait[] => days.map((one) => ({ days: one, over: false }));

describe('the median wait', () => {
  it('is the middle one if all have ended', () => {
    expect(medianWait(over(9, 1, 4))).toBe(4);
    expect(medianWait(over(1, 4, 9, 12))).toBe(4);
    expect(medianWait(over(0))).toBe(0);
  });

  it('counts those that still wait, as long as they have waited', () => {
    expect(medianWait([...over(1, 2), ...waiting(5)])).toBe(2);
    // Of four, one is over on day 1, one leaves unseen on day 2: then 3/4 × 1/2 are left on day 3.
    expect(medianWait([...over(1, 3), ...waiting(2, 9)])).toBe(3);
  });

  it('is unknown if more than half may still wait, or there are none', () => {
    expect(medianWait([...over(1), ...waiting(5, 6)])).toBeNull();
    expect(medianWait([])).toBeNull();
  });

  it('finds the true median, which it would miss without those that still wait', () => {
    const random = seeded(5);
    const waits = Array.from({ length: 4000 }, (): Wait => {
      const [time, seen] = [(-Math.log(1 - random()) * 30) / Math.LN2, random() * 120];
      return { days: Math.floor(Math.min(time, seen)), over: time <= seen };
    });
    const ended = waits.filter((wait) => wait.over).map(({ days }) => days);
    expect(Math.abs((medianWait(waits) ?? 0) - 30)).toBeLessThanOrEqual(3);
    expect(ended.sort((a, b) => a - b)[Math.floor(ended.length / 2)]).toBeLessThan(22);
  });
});
