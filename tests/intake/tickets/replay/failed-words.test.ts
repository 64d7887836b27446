import { describe, expect, it } from 'vitest';
import { type AskedTicket, countFailedWords } from '#intake/tickets/replay/failed-words.ts';
import { analysisFor } from '#search/analysis.ts';

const analysis = await analysisFor('en');

function counter(tickets: readonly Partial<AskedTicket>[], named = true) {
  const words = countFailedWords(
    analysis,
    named,
    () => false,
    (key) => key === 'the',
  );
  for (const [place, ticket] of tickets.entries())
    words.add({
      ...{ topic: 'cards', id: String(place), requester: place, mail: null, day: `2026-11-${10 + (place % 5)}` },
      ...{ text: 'the card', failed: true },
      ...ticket,
    });
  return words;
}

const repeat = (count: number, ticket: Partial<AskedTicket>) => Array.from({ length: count }, () => ticket);
const found = repeat(60, { text: 'the card', failed: false });
const words = (list: { word: string }[]) => list.map(({ word }) => word);

describe('words that fail', () => {
  it('are those in more failed tickets than chance explains, without ordinary ones', () => {
    const list = counter([...found, ...repeat(6, { text: 'the stolen card' })]).list();
    expect(list).toEqual([{ word: 'stolen', key: 'stolen', tickets: 6, of: 6 }]);
  });

  it('were used by at least 5 people, on at least 3 days', () => {
    const said = (count: number, more: (place: number) => Partial<AskedTicket>) =>
      words(
        counter([
          ...found,
          ...repeat(count, { text: 'a stolen card' }).map((one, place) => ({ ...one, ...more(place) })),
        ]).list(),
      );
    expect(said(5, () => ({}))).toContain('stolen');
    expect(said(4, () => ({}))).not.toContain('stolen');
    expect(said(9, (place) => ({ requester: place % 4 }))).not.toContain('stolen');
    expect(said(9, () => ({ day: '2026-11-02' }))).not.toContain('stolen');
    expect(said(9, () => ({ requester: null }))).not.toContain('stolen');
  });

  it('count people with several accounts once', () => {
    const tickets = repeat(9, { text: 'a stolen card' }).map((one, place) => ({ ...one, mail: String(place % 4) }));
    expect(words(counter([...found, ...tickets]).list())).not.toContain('stolen');
  });

  it('need 10 tickets if the export does not say who wrote', () => {
    const of = (count: number) =>
      words(counter([...found, ...repeat(count, { text: 'a stolen card', requester: null })], false).list());
    expect(of(9)).not.toContain('stolen');
    expect(of(10)).toContain('stolen');
  });

  it('are no names, addresses or numbers', () => {
    const text = 'hi it is Canary here, write to kanarie@mail.example or call 555123456, www.kanari.example';
    const list = words(counter([...found, ...repeat(9, { text })]).list());
    expect(list).toContain('call');
    expect(list.join(' ')).not.toMatch(/canar|kanar|mail|555/i);
  });

  it('of a topic are compared with those of all topics', () => {
    const list = counter([
      ...found,
      ...repeat(20, { text: 'pay with the phone', topic: 'phones' }),
      ...repeat(6, { text: 'the stolen card' }),
    ]);
    expect(words(list.list('cards'))).toEqual(['stolen']);
    expect(words(list.list('phones'))).not.toContain('stolen');
  });
});
