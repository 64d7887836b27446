import { describe, expect, it } from 'vitest';
import { measureStarted } from '#kb/tickets/measures/started-tickets.ts';
import type { LinkedCount } from '#kb/tickets/records/ticket-links.ts';

const on = (day: string, article: string, tickets: number, locale = 'en'): LinkedCount => ({
  day: `2026-${day}`,
  locale,
  articles: [article],
  tickets,
});
const windows = {
  now: { from: '2026-11-02', to: '2026-11-15' },
  before: { from: '2026-10-19', to: '2026-11-01' },
};

describe('tickets that customers started on an article', () => {
  it('are counted per article in both windows, most first', () => {
    const desk = [on('11-02', 'a', 2), on('11-15', 'a', 1, 'fi'), on('11-03', 'b', 5), on('11-01', 'b', 4)];
    expect(measureStarted([desk, [on('11-04', 'a', 1), on('11-16', 'a', 9)]], windows)).toEqual({
      now: {
        tickets: 9,
        articles: [
          { article: 'b', tickets: 5 },
          { article: 'a', tickets: 4 },
        ],
      },
      before: { tickets: 4, articles: [{ article: 'b', tickets: 4 }] },
    });
  });

  it('are unknown if no source has them', () => {
    expect(measureStarted([], windows)).toBeUndefined();
  });
});
