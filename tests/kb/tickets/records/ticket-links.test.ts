import { describe, expect, it } from 'vitest';
import { type LinkedCount, replaceLinks } from '#kb/tickets/records/ticket-links.ts';
import { chooseCounts, type DailyCount } from '#kb/tickets/records/tickets.ts';

const dayOf = (day: number) => `2026-11-${String(day).padStart(2, '0')}`;
const link = (day: number, articles: string, tickets: number, locale = 'en'): LinkedCount => ({
  day: dayOf(day),
  locale,
  articles: articles.split(' '),
  tickets,
});
const count = (day: number, tickets: number, category = 'a', locale = 'en'): DailyCount => ({
  day: dayOf(day),
  locale,
  category,
  tickets,
});

describe('the links of a source after a further export', () => {
  const before = [link(1, 'a', 1), link(2, 'a', 1), link(3, 'a', 1), link(4, 'a', 1), link(5, 'a', 1)];
  const old = [1, 2, 3, 4, 5].map((day) => count(day, 5));

  it('keep the days outside the export, and take those inside from the export alone', () => {
    const fresh = [count(2, 9), count(3, 1), count(4, 9)];
    expect(replaceLinks(before, [link(2, 'b', 2), link(4, 'b', 2)], chooseCounts(old, fresh))).toEqual([
      link(1, 'a', 1),
      link(2, 'b', 2),
      link(4, 'b', 2),
      link(5, 'a', 1),
    ]);
  });

  it('stay on its first and last day if it has fewer tickets of that language', () => {
    const fresh = [count(2, 3), count(2, 2, 'b'), count(4, 4), count(4, 1, 'a', 'fi')];
    const links = [link(2, 'b', 1), link(4, 'b', 4), link(4, 'b', 1, 'fi')];
    expect(replaceLinks(before, links, chooseCounts(old, fresh))).toEqual([
      link(1, 'a', 1),
      link(2, 'b', 1),
      link(4, 'a', 1),
      link(4, 'b', 1, 'fi'),
      link(5, 'a', 1),
    ]);
  });

  it('do not change if the export is empty', () => {
    expect(replaceLinks(before, [], chooseCounts(old, []))).toEqual(before);
  });
});
