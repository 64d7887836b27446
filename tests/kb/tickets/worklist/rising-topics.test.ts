import { describe, expect, it } from 'vitest';
import { measureCoverage } from '#kb/tickets/worklist/coverage.ts';
import { risingTopics } from '#kb/tickets/worklist/rising-topics.ts';
import { addDays } from '#kb/values/day.ts';
import { makeLibrary } from '../../../make.ts';
import { oneSource } from '../made-tickets.ts';

const until = '2026-11-15';
const library = makeLibrary({
  topics: [
    { id: 'card-late', categories: ['card_late'] },
    { id: 'card-lost', categories: ['lost_card'] },
    { id: 'refunds', categories: ['refund'] },
  ],
});
const daily = (category: string, days: number, ticketsOn: (age: number) => number) =>
  Array.from({ length: days }, (_, age) => ({
    day: addDays(until, -age),
    locale: 'en',
    category,
    tickets: ticketsOn(age),
  }));
const coverage = measureCoverage(
  library,
  oneSource([
    ...daily('card_late', 90, () => 2),
    ...daily('lost_card', 90, (age) => (age < 20 ? 9 : 1)),
    ...daily('refund', 3, () => 9),
  ]),
);

describe('the topics that rise', () => {
  it('must also recur: not a steady one, and not one of a few days', () => {
    expect(coverage.topics.map(({ id, recurs }) => [id, recurs])).toContainEqual(['refunds', false]);
    expect(risingTopics(coverage, until)).toEqual(['card-lost']);
  });

  it('are no longer shown once the newest ticket is two weeks old', () => {
    expect(risingTopics(coverage, '2026-11-29')).toEqual(['card-lost']);
    expect(risingTopics(coverage, '2026-11-30')).toEqual([]);
    expect(risingTopics(measureCoverage(library, new Map()), until)).toEqual([]);
  });
});
