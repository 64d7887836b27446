import { describe, expect, it } from 'vitest';
import { measureCoverage } from '#kb/tickets/worklist/coverage.ts';
import { exceededLimits } from '#kb/tickets/worklist/limits.ts';
import { makeArticle, makeLibrary, makeSite } from '../../../make.ts';
import { oneSource } from '../made-tickets.ts';

const count = (category: string, tickets: number, locale = 'en', day = '2026-11-15') => ({
  day,
  locale,
  category,
  tickets,
});
const weeks = (category: string, tickets: number, locale?: string) =>
  ['2026-11-15', '2026-11-08', '2026-11-01'].map((day) => count(category, tickets, locale, day));
const library = makeLibrary({
  site: makeSite(),
  topics: ['bare', 'partly', 'sudden'].map((id) => ({ id, categories: [id] })),
  articles: [makeArticle('cards/partly', { topics: ['partly'] })],
});
const coverage = measureCoverage(
  library,
  oneSource([
    ...weeks('bare', 10, 'en'),
    ...weeks('bare', 6, 'fi'),
    ...weeks('partly', 9, 'fi'),
    count('sudden', 40),
    count('nobody', 25),
  ]),
);
const over = (limits: Record<string, number>) =>
  exceededLimits(coverage, limits).map(({ kind, subject, locale, tickets }) => [kind, subject, locale, tickets]);

describe('limits', () => {
  it('are none unless the company sets them', () => {
    expect(over({})).toEqual([]);
  });

  it('count all languages of a topic without any article, recurring or not, and one language of others', () => {
    expect(over({ gapTickets: 0 })).toEqual([
      ['gap', 'bare', undefined, 48],
      ['gap', 'sudden', undefined, 40],
      ['gap', 'partly', 'fi', 27],
    ]);
  });

  it('are exceeded only by more than they allow', () => {
    expect(over({ gapTickets: 48 })).toEqual([]);
    expect(over({ gapTickets: 47 })).toHaveLength(1);
    expect(over({ flaggedTickets: 27 })).toEqual([]);
    expect(over({ flaggedTickets: 26 })).toEqual([['flagged', 'cards/partly', undefined, 27]]);
    expect(over({ unmappedTickets: 24 })).toEqual([['unmapped', 'nobody', undefined, 25]]);
  });
});
