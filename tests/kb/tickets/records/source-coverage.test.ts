import { describe, expect, it } from 'vitest';
import { coverSource, coverSources, covers } from '#kb/tickets/records/source-coverage.ts';
import type { DailyCount } from '#kb/tickets/records/tickets.ts';
import { addDays } from '#kb/values/day.ts';

const first = '2026-08-03';
/** Tickets on each of 100 days from a Monday on: fewer on weekends, unless `of` says otherwise. */
const counted = (of: (day: number, usual: number) => number = (_, usual) => usual): DailyCount[] =>
  Array.from({ length: 100 }, (_, day) => ({
    day: addDays(first, day),
    locale: 'en',
    category: `c${day % 3}`,
    tickets: of(day, day % 7 < 5 ? 20 : 8),
  })).filter(({ tickets }) => tickets > 0);
const last = addDays(first, 99);
const span = (from: number, to: number) => ({ from: addDays(first, from), to: addDays(first, to) });

describe('the days that a source covers', () => {
  it('are all from its first to its last ticket, with what each day of the week usually gets', () => {
    const found = coverSource(counted(), last);
    expect(found).toMatchObject({ first, last, gaps: [], partial: [] });
    expect(found?.weekdays).toHaveLength(7);
    expect(found?.weekdays.reduce((sum, one) => sum + one)).toBeCloseTo(7);
    expect(found?.weekdays[0]).toBeLessThan(found?.weekdays[1] ?? 0);
  });

  it('are none without tickets, or if all are later than the report', () => {
    expect(coverSource([], last)).toBeUndefined();
    expect(coverSource(counted(), '2026-08-02')).toBeUndefined();
  });

  it('do not include weeks without tickets, or days with a part of them', () => {
    const found = coverSource(
      counted((day, usual) => (day >= 40 && day < 54 ? 0 : usual)),
      last,
    );
    expect(found?.gaps).toEqual([span(40, 53)]);
    const partial = coverSource(
      counted((day, usual) => (day === 50 ? 1 : usual)),
      last,
    );
    expect(partial).toMatchObject({ gaps: [], partial: [span(50, 50)] });
    expect(partial && [49, 50, 51].map((day) => covers(partial, addDays(first, day)))).toEqual([true, false, true]);
  });

  it('end with the last import, but not because the last day is a quiet one', () => {
    expect(
      coverSource(
        counted((day, usual) => (day >= 80 ? 0 : usual)),
        last,
      )?.last,
    ).toBe(addDays(first, 79));
    const quiet = counted(() => 1).filter((_, place) => place % 2 === 0);
    expect(coverSource(quiet, last)?.last).toBe(last);
  });

  it('do not start with a ticket of a mistyped year', () => {
    const stray: DailyCount = { day: '2024-05-01', locale: 'en', category: 'c0', tickets: 1 };
    expect(coverSource([stray, ...counted()], last)?.first).toBe(first);
  });
});

it('what sources cover is found once for each day, whoever asks', () => {
  let reads = 0;
  const counts = new Map([['desk', counted()]]);
  const watched = new Map(counts);
  watched.get = (name) => {
    reads++;
    return counts.get(name);
  };
  const coverages = coverSources(watched);
  expect(coverages('desk', last)).toEqual(coverSource(counted(), last));
  expect(coverages('desk', last)).toBe(coverages('desk', last));
  expect(coverages('desk', '2026-09-01')?.last).toBe('2026-09-01');
  expect(coverages('other', last)).toBeUndefined();
  expect(coverages('other', last)).toBeUndefined();
  expect(reads).toBe(3);
});
