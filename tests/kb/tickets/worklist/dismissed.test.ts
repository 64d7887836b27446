import { describe, expect, it } from 'vitest';
import type { Dismissal } from '#kb/tickets/records/dismissals.ts';
import { measureCoverage } from '#kb/tickets/worklist/coverage.ts';
import { addDays } from '#kb/values/day.ts';
import { makeArticle, makeLibrary } from '../../../make.ts';
import { oneSource } from '../made-tickets.ts';

const until = '2026-11-15';
const library = makeLibrary({
  topics: ['card-lost', 'card-late', 'fees'].map((id) => ({ id, categories: [id] })),
  articles: [makeArticle('cards/lost', { topics: ['card-lost'] }), makeArticle('cards/fees', { topics: ['fees'] })],
});
const weekly = (category: string, tickets: number, locale = 'en') =>
  [0, 7, 14, 21].map((age) => ({ day: addDays(until, -age), locale, category, tickets }));
const counts = oneSource([
  ...weekly('card-lost', 5),
  ...weekly('card-lost', 4, 'fi'),
  ...weekly('card-late', 4),
  ...weekly('fees', 6),
  ...weekly('spam', 5),
]);
const decided = (differs: Partial<Dismissal>): Dismissal => ({
  because: 'The cause is known.',
  owner: 'Anna',
  on: '2026-10-20',
  tickets: 20,
  until: 'doubled',
  ...differs,
});
const coverage = (...dismissals: Dismissal[]) => measureCoverage(library, counts, { until, dismissals });
const titles = (...dismissals: Dismissal[]) => coverage(...dismissals).thisWeek.items.map(({ title }) => title);

describe('a decision', () => {
  it('takes a topic with its missing articles off the work list', () => {
    expect(coverage().gaps.map(({ topic, locale }) => [topic, locale])).toContainEqual(['card-late', 'en']);
    const { gaps, flagged, thisWeek } = coverage(decided({ topic: 'card-late' }), decided({ topic: 'fees' }));
    expect(gaps.map(({ topic }) => topic)).toEqual(['card-lost']);
    expect(flagged.map(({ article }) => article)).toEqual(['cards/lost']);
    expect(thisWeek.dismissed).toEqual({ topics: 2, tickets: 40 });
  });

  it('can be about one language, one article, or a category', () => {
    expect(coverage(decided({ topic: 'card-lost', locale: 'fi' })).gaps.map(({ topic }) => topic)).toEqual([
      'card-late',
    ]);
    expect(coverage(decided({ article: 'cards/fees' })).flagged.map(({ article }) => article)).toEqual(['cards/lost']);
    expect(titles()).toContain('spam');
    expect(titles(decided({ category: 'SPAM' }))).not.toContain('spam');
  });

  it('ends when the tickets have doubled, or after its day', () => {
    const states = (...dismissals: Dismissal[]) => coverage(...dismissals).dismissed.map(({ state }) => state);
    expect(states(decided({ topic: 'card-late', tickets: 9 }), decided({ topic: 'card-late', tickets: 8 }))).toEqual([
      'hidden',
      'due',
    ]);
    expect(
      states(decided({ topic: 'card-late', until }), decided({ topic: 'card-late', until: '2026-11-14' })),
    ).toEqual(['hidden', 'due']);
    expect(titles(decided({ topic: 'card-late', tickets: 8 }))).toEqual(titles());
  });

  it('about something that does not exist is named', () => {
    expect(coverage(decided({ topic: 'cards' })).dismissed).toMatchObject([{ topic: 'cards', state: 'unknown' }]);
  });

  it('loses no ticket from the totals', () => {
    const { thisWeek, totals } = coverage(decided({ topic: 'card-lost' }), decided({ category: 'spam' }));
    const { items, steady, rest, dismissed } = thisWeek;
    const listed = items.reduce((sum, { tickets }) => sum + tickets, 0);
    expect(listed + steady.tickets + rest.tickets + rest.withoutTopic + dismissed.tickets).toBe(totals.tickets);
  });
});
