import { describe, expect, it } from 'vitest';
import { bm25fIndex } from '../../../../scripts/bench/search/peers/bm25f.ts';
import { search, tunedBm25f } from '../../../../scripts/bench/search/peers/bm25f-peer.ts';
import { halfOf, tune } from '../../../../scripts/bench/search/peers/bm25f-tuning.ts';

const page = (id: string, title: string, body: string, aliases = '', headings = '') => ({
  ...{ id, title, aliases, headings, body },
});
const asIs = (word: string) => word;

describe('BM25F', () => {
  const pages = [
    page('fees', 'Card fees', 'fees fees abroad'),
    page('lost', 'Lost card', 'block the card in the app'),
    page('rates', 'Rates', 'abroad'),
  ];
  const index = bm25fIndex(pages, asIs);
  const options = { weights: [3, 1, 1, 1], b: [0.5, 0.5, 0.5, 0.75], k1: 1.2 };

  it('adds the weighted counts of the fields before it saturates them', () => {
    // Titles have 2, 2 and 1 words, 5/3 on average; texts 3, 6 and 1, 10/3 on average.
    // "fees" is on 1 of 3 pages: ln(1 + 2.5 / 1.5). In the title once, 3 / (1 + 0.5 · (2 / (5/3) − 1)); in the text
    // twice, 2 / (1 + 0.75 · (3 / (10/3) − 1)).
    const count = 3 / (1 + 0.5 * (1.2 - 1)) + 2 / (1 + 0.75 * (0.9 - 1));
    const scores = index.scores(index.lookups('fees'), options);
    expect([...scores]).toEqual([expect.closeTo(0.980829 * (count / (1.2 + count)), 5), 0, 0]);
    expect(scores[0]).toBeCloseTo(0.787545, 5);
  });

  it('adds the words of a question, each once', () => {
    const alone = (query: string) => [...index.scores(index.lookups(query), options)];
    const [card = [], abroad = []] = ['card', 'abroad'].map(alone);
    expect(alone('Card, card abroad?')).toEqual(card.map((score, at) => expect.closeTo(score + (abroad[at] ?? 0), 10)));
  });

  it('finds only pages that have a word, best first', () => {
    expect(search(index, 'abroad card', options)).toEqual(['fees', 'lost', 'rates']);
    expect(search(index, 'bicycles', options)).toEqual([]);
    expect(search(bm25fIndex([], asIs), 'card', options)).toEqual([]);
  });
});

describe('tuning', () => {
  // The right article has the word in its title, the wrong one often in its text.
  const subjects = Array.from({ length: 12 }, (_, number) => `subject${number}`);
  const pages = subjects.flatMap((word) => [
    page(`wrong-${word}`, 'Other', `${word} ${word} ${word} ${word}`),
    page(`right-${word}`, `About ${word}`, 'text'),
  ]);
  const questions = subjects.map((word) => ({ query: `what is ${word}`, locale: 'en', relevant: [`right-${word}`] }));

  it('chooses values that put right articles first', () => {
    const point = tune(bm25fIndex(pages, asIs), questions);
    expect(point.title).toBeGreaterThan(3);
  });

  it('keeps its first values without questions', () => {
    expect(tune(bm25fIndex(pages, asIs), [])).toMatchObject({ title: 3, k1: 1.2, b: 0.75 });
  });

  it('splits questions into halves, the same ones every time', () => {
    const halves = Array.from({ length: 1000 }, (_, number) => halfOf(`question ${number}`));
    const first = halves.filter((half) => half === 0).length;
    expect(first).toBeGreaterThan(440);
    expect(first).toBeLessThan(560);
    expect(halfOf('where is my card')).toBe(halfOf('where is my card'));
  });

  it('never uses the half of a question to answer it', async () => {
    // Values that fit one half only, so an answer shows from which half they came.
    const [one, other] = [0, 1].map((half) => questions.filter(({ query }) => halfOf(query) === half));
    const inverted = (other ?? []).map((question) => ({
      ...question,
      relevant: question.relevant.map((id) => id.replace('right', 'wrong')),
    }));
    const made = await tunedBm25f.index(pages, 'en', [...(one ?? []), ...inverted]);
    const top = async (query: string) => (await made.search(query))[0];
    for (const { query } of one ?? []) expect(await top(query)).toMatch(/^wrong-/);
    for (const { query } of inverted) expect(await top(query)).toMatch(/^right-/);
    expect(made.note).toContain('tuned on the other half');
  });
});
