import { describe, expect, it } from 'vitest';
import type { WrittenText } from '#intake/tickets/words/phrases.ts';
import { findSynonyms, type SynonymOptions } from '#io/suggest/find-synonyms.ts';
import { analysisFor } from '#search/analysis.ts';

const analysis = await analysisFor('en');
const titles: Readonly<Record<string, string[]>> = {
  late: ['When does my card come?'],
  lost: ['I lost my card'],
  fees: ['What does an account cost?'],
};
const stopWords = new Set(['my', 'i', 'the', 'is', 'a', 'an', 'do', 'what', 'when', 'where'].map(analysis.keyOf));
const published = ['card', 'account', 'cost', 'lost', 'come', 'price', 'post'].map(analysis.keyOf);

const options: SynonymOptions = {
  analysis,
  minPeople: 5,
  minDays: 3,
  namesOf: (group) => titles[group] ?? [],
  isStopWord: (key) => stopWords.has(key),
  isKnown: (key) => published.includes(key),
  isCommon: (key) => key === analysis.keyOf('believe'),
  groups: [],
};

let people = 0;
/** Texts of different people on different days, every other one held out. */
function texts(count: number, group: string, text: string, more: Partial<WrittenText> = {}): WrittenText[] {
  return Array.from({ length: count }, () => {
    people++;
    const day = `2026-11-0${1 + (people % 5)}`;
    return { group, text, day, person: String(people), failing: true, isHeld: people % 2 === 0, ...more };
  });
}

/** What customers write who use the word of the writers. */
const others = [
  ...texts(12, 'late', 'the card is not here'),
  ...texts(12, 'lost', 'the card is gone'),
  ...texts(12, 'fees', 'price of an account'),
];
const found = (list: readonly WrittenText[], more: Partial<SynonymOptions> = {}) =>
  findSynonyms([...others, ...list], { ...options, ...more }).map(({ own, word }) => `${own} = ${word}`);

describe('a word of customers', () => {
  it('may mean the word that the titles of several subjects share', () => {
    const list = [...texts(8, 'late', 'where is my plastic'), ...texts(8, 'lost', 'plastic gone')];
    const [first] = findSynonyms([...others, ...list], options);
    expect(first).toEqual({ word: 'plastic', own: 'card', people: 16, failing: 8 });
  });

  it('is an alias if it is about one subject only', () => {
    expect(found(texts(16, 'late', 'where is my plastic'))).toEqual([]);
  });

  it('means something else if customers write it together with the word of the writers', () => {
    expect(
      found([...texts(8, 'late', 'the card envelope is torn'), ...texts(8, 'lost', 'card with its envelope')]),
    ).toEqual([]);
  });

  it('means nothing new if an article has it', () => {
    expect(found([...texts(8, 'late', 'where is the post'), ...texts(8, 'lost', 'post lost')])).toEqual([]);
  });

  it('means nothing if it is common in any text of its language', () => {
    expect(found([...texts(8, 'late', 'i believe late'), ...texts(8, 'lost', 'believe it gone')])).not.toContain(
      'card = believe',
    );
  });

  it('joins the group that has the word of the writers already', () => {
    const list = [...texts(8, 'late', 'where is my plastic'), ...texts(8, 'lost', 'plastic gone')];
    expect(
      found(list, {
        groups: [
          ['payment card', 'bank card'],
          ['bankcard', 'card'],
        ],
      })[0],
    ).toBe('bankcard = plastic');
  });
});

describe('a word is never shown', () => {
  it('if fewer than 5 people use it, however often', () => {
    const four = [...texts(2, 'late', 'where is my plastic'), ...texts(2, 'lost', 'plastic gone')];
    const one = texts(20, 'late', 'my plastic', { person: 'one' });
    expect(found([...four, ...one])).toEqual([]);
  });

  it('if it is used on fewer than 3 days', () => {
    const day = '2026-11-02';
    expect(
      found([...texts(8, 'late', 'where is my plastic', { day }), ...texts(8, 'lost', 'plastic gone', { day })]),
    ).toEqual([]);
  });

  it.each(['Virtanen', '50123', 'virtanen@mail.example', 'www.virtanen.example'])('if it is personal: %s', (name) => {
    expect(found([...texts(8, 'late', `where is ${name}`), ...texts(8, 'lost', `it is ${name}`)])).toEqual([]);
  });
});

describe('a word of searches', () => {
  const search = { person: undefined, day: '', times: 6 };
  it('counts as often as it was searched', () => {
    const list = [...texts(4, 'late', 'plastic here', search), ...texts(4, 'lost', 'plastic gone', search)];
    const [first] = findSynonyms([...others, ...list], { ...options, minDays: 1 });
    expect(first).toMatchObject({ word: 'plastic', own: 'card', people: 48 });
  });
});
