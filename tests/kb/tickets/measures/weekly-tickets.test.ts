import { describe, expect, it } from 'vitest';
import { weeklyTickets } from '#kb/tickets/measures/weekly-tickets.ts';
import { makeLibrary } from '../../../make.ts';
import { oneSource } from '../made-tickets.ts';

const library = makeLibrary({ topics: [{ id: 'fees', categories: ['Fees'] }] });
const count = (day: string, tickets: number, category = 'fees') => ({ day, locale: 'en', category, tickets });
const weekly = (counts: ReturnType<typeof count>[]) => weeklyTickets(library, oneSource(counts), '2026-11-15');

describe('weekly tickets', () => {
  it('are summed by weeks that end with the day of the report', () => {
    const { weeks, total, topics, inWindow } = weekly([
      count('2026-11-15', 2),
      count('2026-11-09', 3),
      count('2026-11-08', 4),
      count('2026-11-02', 5, 'else'),
      count('2026-11-16', 100),
    ]);
    expect(weeks).toHaveLength(26);
    expect(weeks.slice(-2)).toEqual(['2026-11-02', '2026-11-09']);
    expect(total.slice(-3)).toEqual([null, 9, 5]);
    expect(topics.get('fees')?.slice(-3)).toEqual([null, 4, 5]);
    expect(inWindow.filter(Boolean)).toHaveLength(4);
  });

  it('are unknown, not zero, in weeks that the export does not cover completely', () => {
    expect(weekly([count('2026-11-03', 5), count('2026-11-15', 1)]).total.slice(-2)).toEqual([null, 1]);
    expect(weekly([]).total.every((value) => value === null)).toBe(true);
  });

  it('compare all tickets as the report compares a topic', () => {
    const days = Array.from({ length: 112 }, (_, age) =>
      count(new Date(Date.UTC(2026, 10, 15 - age)).toISOString().slice(0, 10), age < 28 ? 6 : 2),
    );
    expect(weekly(days).trend).toMatchObject({ ratio: 3, verdict: 'rising' });
  });
});
