import { describe, expect, it } from 'vitest';
import { ask } from '#search/ask.ts';
import type { Index } from '#search/search-index.ts';

const texts = {
  'cards/order': 'order a card a new card comes by post in the mail',
  'cards/freeze': 'freeze a card so that nobody can pay with a card',
  'cards/lost': 'report a lost or stolen card and get a new one',
  'loans/apply': 'apply for a loan in the app',
  'cash/withdraw': 'withdraw cash from a machine',
};

/** A whole index in memory: a page fits a term by how often its words stand in it. */
function indexOf(pages: Record<string, string>, log: string[] = []): Index & { loaded: string[] } {
  const loaded: string[] = [];
  return {
    loaded,
    pages: Object.keys(pages).length,
    search: async (term) => {
      log.push(term);
      return Object.entries(pages).flatMap(([id, text]) => {
        const words = text.split(' ');
        const counts = term.split(' ').map((word) => words.filter((one) => one === word).length);
        if (counts.includes(0)) return [];
        const load = async () => {
          loaded.push(id);
          return { url: `/en/${id}/`, id, title: id, section: '', type: 'faq', excerpt: text, headings: [] };
        };
        // In the range of Pagefind's scores, where a word in a short page comes to a few points.
        const score = (20 * counts.reduce((sum, one) => sum + one, 0)) / words.length;
        return [{ key: id, score, places: [], fields: [], load }];
      });
    },
  };
}
const idsOf = async (question: string, limit = 10) =>
  (await ask(indexOf(texts), question, 'en', limit)).results.map(({ id }) => id);

describe('a question', () => {
  it('in a customer’s own words finds the article that answers it', async () => {
    expect((await idsOf('Help, somebody has stolen my card!'))[0]).toBe('cards/lost');
    expect((await idsOf('how can I withdraw money'))[0]).toBe('cash/withdraw');
  });

  it('needs no page that holds all of its words', async () => {
    expect(await idsOf('zebra loan zebra')).toEqual(['loans/apply']);
  });

  it('of which nothing is known has no answer', async () => {
    expect(await ask(indexOf(texts), 'zebra', 'en', 10)).toEqual({ confident: false, results: [] });
  });

  it.each(['', '   ', '?!'])('without a word ("%s") has no answer', async (question) => {
    expect(await ask(indexOf(texts), question, 'en', 10)).toEqual({ confident: false, results: [] });
  });

  it('finds nothing in an empty index', async () => {
    expect(await ask(indexOf({}), 'card', 'en', 10)).toEqual({ confident: false, results: [] });
  });
});

describe('an answer', () => {
  it('is confident when the best page holds most of what the question is about', async () => {
    expect((await ask(indexOf(texts), 'stolen card', 'en', 10)).confident).toBe(true);
    expect((await ask(indexOf(texts), 'zebra elephant giraffe card', 'en', 10)).confident).toBe(false);
  });

  it('comes best first, with scores that fall', async () => {
    const { results } = await ask(indexOf(texts), 'get a new card', 'en', 10);
    const scores = results.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores[0]).toBeGreaterThan(0);
  });

  it('is no longer than asked for, and loads no more than it shows', async () => {
    const index = indexOf(texts);
    const { results } = await ask(index, 'a card', 'en', 2);
    expect(results).toHaveLength(2);
    expect(index.loaded).toHaveLength(2);
  });

  it('is the same every time', async () => {
    const first = await ask(indexOf(texts), 'a new card', 'en', 10);
    const reversed = indexOf(Object.fromEntries(Object.entries(texts).reverse()));
    expect(await ask(reversed, 'a new card', 'en', 10)).toEqual(first);
  });

  it('asks the index for each word once, and for all of them together', async () => {
    const log: string[] = [];
    await ask(indexOf(texts, log), 'Card, card: new!', 'en', 10);
    expect(log.sort()).toEqual(['card', 'card new', 'new']);
  });
});
