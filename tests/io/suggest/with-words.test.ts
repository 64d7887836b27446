import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { indexSearch } from '#build/indexing/search-index.ts';
import { generalSynonyms } from '#build/language/general-synonyms.ts';
import { openBuiltIndex } from '#io/search/open-index.ts';
import { knowPages } from '#io/suggest/known-index.ts';
import { makeTrials } from '#io/suggest/with-words.ts';
import { TOP_ANSWERS } from '#kb/content/guarded-searches.ts';
import { ask } from '#search/ask.ts';
import type { Index } from '#search/search-index.ts';
import { makeArticle, makeLibrary, makeSite } from '../../make.ts';

const written: Readonly<Record<string, readonly [title: string, text: string, aliases?: string[]]>> = {
  'cards/order': ['Order a card', 'A new card comes by post within a week. A second card costs 5 euros a year.'],
  'cards/freeze': ['Freeze your card', 'Freeze it in the app, and no one can pay with it.', ['block my plastic']],
  'cards/lost': ['Lost or stolen card', 'Call us at once. We send a new card by post.'],
  'cards/pin': ['See your PIN', 'Open the app, then Cards. It shows the PIN of each card for ten seconds.'],
  'cash/withdraw': ['Withdraw cash from an ATM', 'Withdrawals are free in the whole country, at every machine.'],
  'cash/deposit': ['Pay in cash', 'Pay in cash at any post office. It takes a day until you see it in the app.'],
  'account/email': ['Change your email address', 'You change it in the app, below Settings and privacy.'],
  'account/close': ['Close an account', 'Write to us. We close it within a week, and send the rest of your money.'],
  'transfers/late': ['A transfer has not arrived', 'A transfer to another bank takes a day. At weekends, it waits.'],
  'transfers/cancel': ['Cancel a transfer', 'You can cancel it in the app until the bank has sent it.'],
};
const added = new Map([
  ['cards/lost', ['wallet gone', 'somebody took my purse', 'card']],
  ['transfers/late', ['money still missing', 'wire not there']],
  ['cash/withdraw', ['machine kept my card', 'cashpoint']],
]);
const questions = [
  ...Object.values(written).map(([title]) => title),
  ...[...added.values()].flat(),
  'my wallet is gone and somebody took the card',
  'the machine has kept it',
  'where is the money i sent, still missing',
  'purs',
  'cashpiont near me',
  'wire',
  'someone has my purse',
  'how do i block the plastic',
  'is my new card in the post',
  'card gone',
  'close it',
  'money',
  'pay cash in at the post office',
  'no longer there',
];

async function open(more: ReadonlyMap<string, readonly string[]>): Promise<Index> {
  const folder = await mkdtemp(join(tmpdir(), 'ohje-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const articles = Object.entries(written).map(([id, [title, , aliases = []]]) =>
    makeArticle(id, { title, aliases: [...aliases, ...(more.get(id) ?? [])] }),
  );
  const library = makeLibrary({ site: makeSite({ locales: ['en'] }), articles });
  const htmlOf = async ({ article: { id } }: { article: { id: string } }) =>
    `<article><div data-part="article-body"><p>${written[id]?.[1]}</p></div></article>`;
  await indexSearch(library, htmlOf, join(folder, 'pagefind'));
  const index = await (await openBuiltIndex(folder))?.open('en');
  if (!index) throw new Error('There is no index.');
  return index;
}

async function answersOf(index: Index) {
  const answers = new Map<string, string[]>();
  for (const question of questions) {
    const { results } = await ask(index, question, TOP_ANSWERS);
    answers.set(
      question,
      results.map(({ id }) => id),
    );
  }
  return answers;
}

it('an index with tried aliases gives the same answers as one that is made with them', async () => {
  const today = await open(new Map());
  const known = await knowPages(
    today,
    Object.entries(written).map(([id, [title]]) => [id, title]),
    generalSynonyms(today.analysis),
  );
  const tried = await answersOf(await makeTrials(known, 'aliases')(added));
  const made = await answersOf(await open(added));
  expect(tried).toEqual(made);
  expect(tried).not.toEqual(await answersOf(today));
});
