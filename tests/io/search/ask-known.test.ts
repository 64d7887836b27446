import { describe, expect, it } from 'vitest';
import { askKnown } from '#io/search/ask-known.ts';
import { rememberingIndex } from '#io/search/remembering-index.ts';
import { ask } from '#search/ask.ts';
import { makeIndex } from '../../search/made-index.ts';

const pages = {
  freeze: { title: 'Freeze a card', texts: ['Freeze your card if you lost it.'], aliases: 'block stolen' },
  order: { title: 'Order a card', texts: ['A new card takes a week.'] },
  fees: { title: 'Fees', texts: ['A card costs nothing.'] },
  rates: { title: 'Exchange rates', texts: ['Rates change each minute.'] },
  close: { title: 'Close an account', texts: ['Say why you leave.'] },
};

const of = (...ids: string[]) => new Set(ids);

describe('a question whose right articles are known', () => {
  it('has a right article first, or among the first three', async () => {
    const index = await makeIndex(pages);
    const question = 'freeze a card';
    expect(await askKnown(index, { question, right: of('freeze') })).toMatchObject({ kind: 'first', rank: 1 });
    const { results } = await askKnown(index, { question, right: of() });
    expect(await askKnown(index, { question, right: of(results[1] ?? '') })).toMatchObject({
      kind: 'amongThree',
      rank: 2,
    });
  });

  it('is answered wrongly if another article is called the answer', async () => {
    const index = await makeIndex(pages);
    const answer = await askKnown(index, { question: 'exchange rates', right: of('close') });
    expect(answer).toMatchObject({ kind: 'wrong', state: 'answer', results: ['rates'] });
  });

  it('has only results that are not called an answer, or none', async () => {
    const others = Object.fromEntries(
      ['Loans', 'Statements', 'Limits', 'Refunds', 'Transfers', 'Fraud'].map((title) => [
        title,
        { title, texts: [title] },
      ]),
    );
    const index = await makeIndex({ ...pages, ...others });
    const far = 'penguins in the snow with a machine gun leave';
    const closest = 'is a penguin in the snow frozen like a card';
    expect(await askKnown(index, { question: closest, right: of('none') })).toMatchObject({ kind: 'unsure' });
    expect(await askKnown(index, { question: far, right: of('none') })).toMatchObject({ kind: 'nothing' });
    expect(await askKnown(index, { question: 'zzzz', right: of('close') })).toMatchObject({ kind: 'nothing' });
  });

  it('is ranked below the first three if more results are looked at', async () => {
    const alike = Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e'].map((id, place) => [id, { title: 'Card', texts: Array(9 - place).fill('card') }]),
    );
    const index = await makeIndex(alike);
    const { results } = await askKnown(index, { question: 'card', right: of() }, 5);
    const fifth = await askKnown(index, { question: 'card', right: of(results[4] ?? '') }, 5);
    expect(fifth.rank).toBe(5);
    expect(['wrong', 'unsure']).toContain(fifth.kind);
  });
});

describe('an index that remembers', () => {
  it('gives the same answers, and looks up and loads everything once', async () => {
    const [plain, counted] = [await makeIndex(pages), await makeIndex(pages)];
    const index = rememberingIndex(counted);
    for (const question of ['freeze a card', 'frezze my card', 'card', 'freeze a card', 'exchange rats'])
      expect(await ask(index, question, 3)).toEqual(await ask(plain, question, 3));
    expect(new Set(counted.asked).size).toBe(counted.asked.length);
    expect(new Set(counted.loaded).size).toBe(counted.loaded.length);
  });
});
