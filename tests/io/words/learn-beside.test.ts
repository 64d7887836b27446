import { expect, it } from 'vitest';
import { openLearner } from '#io/words/learn-beside.ts';

it('learns the same words in a thread of its own', async () => {
  const said = {
    cards: 'My card has not arrived yet',
    refunds: 'I want my money back',
    login: 'The password is wrong',
  };
  const topics = Object.keys(said) as (keyof typeof said)[];
  const tickets = Array.from({ length: 300 }, (_, place) => {
    const topic = topics[place % topics.length] ?? 'cards';
    return { topic, requester: `r${place}`, day: `2026-11-${10 + (place % 7)}`, text: said[topic] };
  });
  const options = { published: new Set<string>(), minRequesters: 5, minDays: 3, struckOut: new Map() };
  const lessons = ['en', 'fi', 'sv'].map((locale) => ({ locale, tickets, options }));
  const [here, beside] = [openLearner(300), openLearner(1_000_000)];
  const [first, then] = [beside.begin(lessons), beside.begin(lessons.slice(1))];
  const learned = await first();
  const later = await then();
  await beside.close();
  expect([...learned.keys()]).toEqual(['en', 'fi', 'sv']);
  expect(learned).toEqual(await here.begin(lessons)());
  expect([...later.keys()]).toEqual(['fi', 'sv']);
  expect([...(learned.get('en')?.get('cards')?.keys() ?? [])]).toContain('card');
});
