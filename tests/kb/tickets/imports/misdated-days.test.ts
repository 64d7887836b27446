import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayTickets, misdatedDays } from '#kb/tickets/imports/misdated-days.ts';
import { addDays } from '#kb/values/day.ts';

/** A ticket count for every so many days, from a day on. */
function steady(first: string, number: number, tickets: number, every = 1): DayTickets[] {
  return Array.from({ length: number }, (_, index) => ({ day: addDays(first, index * every), tickets }));
}

const summer = steady('2026-08-24', 80, 3);
const today = '2026-11-20';

function out(days: readonly DayTickets[], clock: string | undefined = today, known: readonly DayTickets[] = []) {
  return misdatedDays(days, known, clock).map(({ day, why }) => `${day} ${why}`);
}

describe('days out of line', () => {
  it.each([
    ['a year with two digits swapped', '2062-10-01', 'future'],
    ['a placeholder', '2099-12-31', 'future'],
    ['the end of time', '9999-12-31', 'future'],
    ['in two days', '2026-11-22', 'future'],
    ['ten years ago', '2016-10-01', 'far'],
    ['ten months ago', '2025-11-01', 'far'],
    ['the start of Unix time', '1970-01-01', 'far'],
    ['a year with three digits', '0202-11-02', 'far'],
  ])('%s: %s', (_, day, why) => {
    expect(out([...summer, { day, tickets: 1 }])).toEqual([`${day} ${why}`]);
  });

  it('many tickets on a placeholder', () => {
    expect(out([...summer, { day: '2000-01-01', tickets: 40 }, { day: '2099-12-31', tickets: 40 }])).toEqual([
      '2000-01-01 far',
      '2099-12-31 future',
    ]);
  });

  it('several scattered years', () => {
    const typos = ['2006-09-01', '2016-09-02', '2025-09-03', '2027-09-03', '2206-09-05'];
    expect(out([...summer, ...typos.map((day) => ({ day, tickets: 1 }))])).toHaveLength(5);
  });

  it('a hundred typos among a million tickets', () => {
    expect(out([...steady('2025-01-01', 500, 2000), ...steady('2016-01-05', 100, 1, 3)])).toHaveLength(100);
  });

  it('without a clock, or with one that is behind, what is far counts', () => {
    expect(out([...summer, { day: '2062-10-01', tickets: 1 }], '2024-01-01')).toEqual(['2062-10-01 far']);
    expect(misdatedDays([...summer, { day: '2062-10-01', tickets: 1 }], [], undefined)).toHaveLength(1);
  });
});

describe('days in line', () => {
  it.each([
    ['all days until tomorrow', [...summer, { day: '2026-11-21', tickets: 1 }]],
    ['an archive of three years', steady('2023-10-01', 1100, 1)],
    ['a small desk with a ticket a month', steady('2023-10-01', 37, 1, 30)],
    ['a small desk with a ticket every four months', steady('2016-01-01', 30, 1, 120)],
    ['an archive that ended years ago, and a desk of today', [...steady('2018-01-01', 300, 1), ...summer]],
    ['a desk that is only open in winter', [...steady('2024-12-01', 100, 2), ...steady('2025-12-01', 100, 2)]],
    ['a desk that was closed for two months', [...steady('2026-01-01', 100, 2), ...steady('2026-06-15', 60, 2)]],
    ['a first ticket two months early', [{ day: '2026-06-25', tickets: 1 }, ...summer]],
    ['too few tickets to say', [{ day: '2024-06-25', tickets: 1 }, ...steady('2026-11-01', 5, 1)]],
    ['a single ticket', [{ day: '2016-06-25', tickets: 1 }]],
    ['none', []],
  ])('%s', (_, days) => expect(out(days)).toEqual([]));

  it('an old ticket that was changed this week, among the days of earlier imports', () => {
    const week = steady('2026-11-13', 7, 5);
    const changed = { day: '2025-12-01', tickets: 1 };
    expect(out([...week, changed])).toEqual(['2025-12-01 far']);
    expect(out([...week, changed], today, steady('2025-06-01', 500, 3))).toEqual([]);
  });

  it('whatever the order, and never all', () => {
    const days = fc.array(
      fc.record({
        day: fc.integer({ min: -3000, max: 3000 }).map((offset) => addDays('2026-06-01', offset)),
        tickets: fc.integer({ min: 1, max: 50 }),
      }),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(
          days.map(([one]) => one),
          { selector: (one) => one?.day ?? '' },
        ),
        (all) => {
          const given = all.filter((one) => one !== undefined);
          const sum = (list: readonly DayTickets[]) => list.reduce((total, { tickets }) => total + tickets, 0);
          expect(sum(misdatedDays(given, [], '2026-11-20'))).toBeLessThanOrEqual(Math.max(0, sum(given) - 1));
          expect(misdatedDays([...given].reverse(), [], '2026-11-20')).toEqual(misdatedDays(given, [], '2026-11-20'));
        },
      ),
    );
  });
});
