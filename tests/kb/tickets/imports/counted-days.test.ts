import { describe, expect, it } from 'vitest';
import { dayRules, knownFromCounts, unownedDays } from '#kb/tickets/imports/counted-days.ts';
import type { DailyCount } from '#kb/tickets/records/tickets.ts';

const on = (day: number, tickets: number, more: Partial<DailyCount> = {}): DailyCount => ({
  day: `2026-11-${String(day).padStart(2, '0')}`,
  locale: 'en',
  category: 'a',
  tickets,
  ...more,
});

describe('days whose counts are not those of the ledger', () => {
  it('differ in anything that is counted', () => {
    const counts = [on(1, 1), on(2, 2), on(3, 3, { closed: 1 }), on(5, 5), on(5, 6, { category: 'b' })];
    const ledger = [on(1, 1), on(2, 3), on(3, 3, { closed: 2 }), on(4, 4), on(5, 6, { category: 'b' }), on(5, 5)];
    expect([...unownedDays(counts, ledger)].sort()).toEqual(['2026-11-02', '2026-11-03', '2026-11-04']);
  });
});

describe('for a day that the ledger does not know', () => {
  const fresh = [on(2, 9), on(9, 9)];
  const unowned = new Set([1, 2, 4, 5, 6, 9, 10].map((day) => on(day, 1).day));
  const rules = (kind: 'full' | 'changed' | 'some' | 'first') => {
    const ruleOf = dayRules({ kind, unowned, fresh, since: on(5, 1).day });
    return [1, 2, 3, 4, 5, 6, 9, 10].map((day) => ruleOf(on(day, 1).day)[0]).join('');
  };

  it.each([
    ['full', 'olfffflo'],
    ['changed', 'oofolflo'],
    ['some', 'oofooooo'],
    ['first', 'olfffflo'],
  ] as const)('the counts after a %s export are old, fresh or the larger', (kind, expected) => {
    expect(rules(kind)).toBe(expected);
  });

  it('the tickets that an export lacks are judged by their numbers', () => {
    const span = { unowned, first: on(1, 1).day, last: on(9, 1).day, since: on(4, 1).day };
    const known = knownFromCounts([on(1, 5), on(2, 5), on(3, 5), on(6, 5)], [on(2, 3), on(6, 8)], span);
    expect(known.map(({ day, before, since }) => [day, before, since])).toEqual([
      ['2026-11-02', { known: 5, missing: 2 }, { known: 0, missing: 0 }],
      ['2026-11-06', { known: 0, missing: 0 }, { known: 5, missing: 0 }],
    ]);
  });
});
