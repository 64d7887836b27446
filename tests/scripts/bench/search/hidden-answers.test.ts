import { expect, it } from 'vitest';
import { ask } from '#search/ask.ts';
import { hidingFrom } from '../../../../scripts/bench/search/hidden-answers.ts';
import { makeIndex } from '../../../search/made-index.ts';

const made = () =>
  makeIndex({
    'cards/lost': { title: 'Lost card', texts: ['Freeze the card in the app.'] },
    'cards/order': { title: 'Order a card', texts: ['It takes a week.'] },
    'account/close': { title: 'Close your account', texts: ['Write to us.'] },
  });

it('an article that is hidden is neither found nor counted', async () => {
  const index = await made();
  const question = 'freeze a lost card';
  const hidden = await hidingFrom(index)(['cards/lost'], question);
  const { results } = await ask(hidden, question, 10);
  expect(results.map(({ id }) => id)).toEqual(['cards/order']);
  const { keyOf } = index.analysis;
  expect(hidden.vocabulary.pages).toBe(2);
  expect(hidden.vocabulary.holding(keyOf('card'))).toBe(1);
  expect(hidden.vocabulary.holding(keyOf('freeze'))).toBe(0);
  expect(hidden.vocabulary.holding(keyOf('account'))).toBe(1);
});

it('the index itself keeps all its articles', async () => {
  const index = await made();
  const hide = hidingFrom(index);
  await ask(await hide(['cards/lost'], 'lost card'), 'lost card', 10);
  const { results } = await ask(await hide([], 'lost card'), 'lost card', 10);
  expect(results[0]?.id).toBe('cards/lost');
  expect(index.vocabulary.pages).toBe(3);
});
