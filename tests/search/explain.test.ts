import { describe, expect, it } from 'vitest';
import { ask } from '#search/ask.ts';
import { explain } from '#search/explain.ts';
import { makeIndex, type Said } from './made-index.ts';

const texts: Record<string, Said> = {
  'cards/order': { title: 'Order a card', texts: ['A new card comes by post.'] },
  'cards/freeze': { title: 'Freeze a card', texts: ['Freeze a card so that nobody can pay with it.'] },
  'cards/lost': { title: 'Lost or stolen card', texts: ['Report it and get a new one.'], aliases: 'card is gone' },
  'loans/apply': { title: 'Apply for a loan', texts: ['You apply for it in the app.'] },
};
const index = () => makeIndex(texts, { stopWords: ['a', 'my', 'is', 'it', 'for'] });
const explained = async (question: string, article?: string) => explain(await index(), question, 3, article);

describe('a question is explained', () => {
  it('by how much each word counts, in the order of the question', async () => {
    const { words } = await explained('my stolen card');
    expect(words.map(({ word, state }) => [word, state])).toEqual([
      ...[
        ['my', 'unknown'],
        ['stolen', 'found'],
        ['card', 'found'],
      ],
    ]);
    expect(words.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    const [, stolen, card] = words;
    expect(stolen?.share).toBeGreaterThan(card?.share ?? 1);
  });

  it('by the words that were only guessed, and those that nothing is close to', async () => {
    const { words } = await explained('stollen zebra');
    expect(words.map(({ instead }) => instead)).toEqual([['stolen'], undefined]);
    expect(words.map(({ state }) => state)).toEqual(['guessed', 'unknown']);
  });

  it('by words that a large index doesn’t list, like by all others', async () => {
    const large = await makeIndex(texts, { listed: ['card'] });
    const { words, results } = await explain(large, 'stolen zebra', 3);
    expect(words.map(({ state }) => state)).toEqual(['found', 'unknown']);
    expect(results.map(({ id }) => id)).toEqual(['cards/lost']);
    expect((await ask(large, 'stolen zebra', 3)).results[0]?.excerpt).toContain('Report it');
    // Only what is listed has its typos corrected.
    expect((await explain(large, 'stollen', 3)).results).toEqual([]);
  });

  it('with a repeated word once', async () => {
    expect((await explained('card card cards')).words).toHaveLength(1);
  });

  it('as nothing if it has no words', async () => {
    expect(await explained('?!')).toEqual({ words: [], results: [], ahead: undefined });
  });
});

describe('a result is explained', () => {
  it('by points that make its score', async () => {
    const { results } = await explained('freeze my card');
    expect(results[0]?.id).toBe('cards/freeze');
    for (const { score, points } of results)
      expect(Object.values(points).reduce((sum, one) => sum + one, 0)).toBeCloseTo(score);
  });

  it('by the words it has and lacks, those that count most first', async () => {
    const [first] = (await explained('freeze my stolen card')).results;
    const both = [...(first?.has ?? []), ...(first?.lacks ?? [])];
    expect(both.sort()).toEqual(['card', 'freeze', 'my', 'stolen']);
    expect(first?.has).toContain('card');
  });

  it('by the text that is most like the question', async () => {
    const [first] = (await explained('lost or stolen card')).results;
    expect(first?.like).toEqual({ text: 'Lost or stolen card', share: expect.closeTo(1) });
  });

  it('by what it is ahead of the second in', async () => {
    const { ahead } = await explained('Freeze a card');
    expect(ahead).toBe('exact');
    expect((await explained('apply')).ahead).toBeUndefined();
  });
});

describe('an article that should be found', () => {
  it('has a place, and words that it lacks', async () => {
    const { article } = await explained('freeze my stolen card', 'cards/order');
    expect(article?.id).toBe('cards/order');
    expect(article?.place).toBeGreaterThan(1);
    expect(article?.lacks).toEqual(expect.arrayContaining(['freeze', 'stolen']));
  });

  it('has no place if it has none of the words, or does not exist', async () => {
    expect((await explained('freeze card', 'loans/apply')).article?.place).toBeUndefined();
    expect((await explained('freeze card', 'no/such')).article?.place).toBeUndefined();
  });
});
