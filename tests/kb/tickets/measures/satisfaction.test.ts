import { expect, it } from 'vitest';
import { measureSatisfaction } from '#kb/tickets/measures/satisfaction.ts';
import { windowsUntil } from '#kb/values/day-span.ts';
import { makeCount, until } from '../../../make-measures.ts';

const topics = [
  { id: 'card-lost', categories: ['lost_card'] },
  { id: 'card-late', categories: ['card_late'] },
  { id: 'fees', categories: ['fees'] },
];
const measure = (counts: ReturnType<typeof makeCount>[]) =>
  measureSatisfaction(topics, counts, windowsUntil(until, 28));

it('CSAT is positive answers of all answers, and the lowest topics with enough of them come first', () => {
  const measured = measure([
    makeCount(1, 90, { rated: 30, satisfied: 27 }),
    makeCount(2, 90, { category: 'card_late', rated: 20, satisfied: 8 }),
    makeCount(2, 90, { category: 'fees', rated: 19, satisfied: 0 }),
    makeCount(3, 90, { category: 'no topic', rated: 31, satisfied: 15 }),
    makeCount(4, 90),
    makeCount(40, 90, { rated: 25, satisfied: 5 }),
  ]);
  expect(measured?.now.satisfied).toMatchObject({ hits: 50, cases: 100, share: 0.5, low: 0.398, high: 0.602 });
  expect(measured?.now.topics.map(({ topic, share }) => [topic, share])).toEqual([
    ['card-late', 0.4],
    ['card-lost', 0.9],
  ]);
  expect(measured?.before.satisfied).toMatchObject({ hits: 5, cases: 25 });
});

it('CSAT has no value if no export includes answers', () => {
  expect(measure([makeCount(1, 90, { closed: 40 })])).toBeUndefined();
});
