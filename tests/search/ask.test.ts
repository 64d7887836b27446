import { describe, expect, it } from 'vitest';
import { ask } from '#search/ask.ts';
import { makeIndex, type Said } from './made-index.ts';

const texts: Record<string, Said> = {
  'cards/order': { title: 'Order a card', texts: ['A new card comes by post, or by mail abroad.'] },
  'cards/freeze': { title: 'Freeze a card', texts: ['Freeze a card so that nobody can pay with it.'] },
  'cards/lost': { title: 'Lost or stolen card', texts: ['Report it and get a new one.', 'Freeze it first.'] },
  'cards/costs': { title: 'Card costs', texts: ['A second card costs 5 euros.'], aliases: 'price list' },
  'loans/apply': { title: 'Apply for a loan', texts: ['You apply for it in the app.'] },
  'loans/repay': { title: 'Repay', texts: ['You repay every month, or all at once.'] },
  'cash/withdraw': { title: 'Withdrawals', texts: ['Withdraw cash from a machine.'] },
  'account/close': { title: 'Close an account', texts: ['Write to us <b> & we close it.'] },
  'account/open': { title: 'Open an account', texts: ['You open it in the app.'] },
  'account/name': { title: 'Change your name', texts: ['Send us a paper with your name.'] },
};
const stopWords = ['a', 'the', 'how', 'can', 'my', 'i', 'is', 'it', 'or', 'in', 'and', 'to', 'with', 'what', 'do'];
const index = () => makeIndex(texts, { stopWords });
const answer = async (question: string, limit = 10) => ask(await index(), question, limit);
const idsOf = async (question: string, limit?: number) => (await answer(question, limit)).results.map(({ id }) => id);

describe('a question', () => {
  it.each([
    ['Help, somebody has stolen my card!', 'cards/lost'],
    ['how can I withdraw money', 'cash/withdraw'],
    ['WHAT DOES A SECOND CARD COST???', 'cards/costs'],
    ['i lost it', 'cards/lost'],
    ['my name is wrong', 'account/name'],
  ])('in a customer’s own words finds the article that answers it: %s', async (question, id) => {
    expect((await idsOf(question))[0]).toBe(id);
  });

  it('can have a typo, or end in half a word', async () => {
    expect((await idsOf('cards are frozzen, I want to frezee mine'))[0]).toBe('cards/freeze');
    expect((await idsOf('withdr'))[0]).toBe('cash/withdraw');
    expect((await idsOf('wi'))[0]).toBe('cash/withdraw');
    expect(await idsOf('wi?')).toEqual([]);
    expect((await idsOf('apply for a lo'))[0]).toBe('loans/apply');
  });

  it('can be one of the writers’ aliases', async () => {
    expect(await idsOf('price list')).toEqual(['cards/costs']);
  });

  it('needs no page with all of its words', async () => {
    expect((await idsOf('zebra loan zebra'))[0]).toBe('loans/apply');
  });

  it.each(['', '   ', '?!', '🎉', '\u200C\u200F', 'zebra', 'constructor __proto__'])(
    'with no word that any article has gets no answer: "%s"',
    async (question) => {
      expect(await answer(question)).toEqual({ confidence: 0, state: 'nothing', confident: false, results: [] });
    },
  );

  it('finds nothing in an empty index', async () => {
    expect(await ask(await makeIndex({}), 'card', 10)).toEqual({
      confidence: 0,
      state: 'nothing',
      confident: false,
      results: [],
    });
  });

  it('can be HTML, or have five thousand letters or five hundred words', async () => {
    expect((await idsOf('<script>alert("loan")</script>'))[0]).toBe('loans/apply');
    expect(await idsOf('x'.repeat(5000))).toEqual([]);
    expect((await idsOf('please tell me about my loan '.repeat(100)))[0]).toBe('loans/apply');
  });
});

describe('an article', () => {
  it.each(Object.entries(texts))('is first for its own title: %s', async (id, { title = '' }) => {
    expect((await idsOf(title))[0]).toBe(id);
    expect((await idsOf(`${title.toUpperCase()}?`))[0]).toBe(id);
  });

  it('is first for its title even if another article mentions it more', async () => {
    const much = { title: 'All about repayment', texts: ['Repay, repay, repay.', 'You repay and repay.'] };
    const { results } = await ask(await makeIndex({ ...texts, 'loans/all': much }), 'Repay', 10);
    expect(results.slice(0, 2).map(({ id }) => id)).toEqual(['loans/repay', 'loans/all']);
  });
});

describe('an answer', () => {
  it('comes best first, with scores that fall', async () => {
    const scores = (await answer('get a new card')).results.map(({ score }) => score);
    expect(scores.length).toBeGreaterThan(2);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.at(-1)).toBeGreaterThan(0);
  });

  it('says what readers see of an article: its passage, where it is and what it is', async () => {
    const [first] = (await answer('what does a second card cost')).results;
    expect(first).toMatchObject({
      url: '/en/cards/costs/',
      id: 'cards/costs',
      title: 'Card costs',
      section: 'Cards',
      type: 'faq',
      headings: [],
    });
    expect(first?.excerpt).toContain('<mark>second</mark> <mark>card</mark>');
  });

  it('contains no HTML of the page', async () => {
    const [first] = (await answer('close')).results;
    expect(first?.excerpt).toMatch(/Write to us &#60;b&#62; &#38; we <mark>close<\/mark> it\./);
  });

  it('is no longer than the limit', async () => {
    expect(await idsOf('card', 2)).toHaveLength(2);
    expect(await idsOf('card', 0)).toEqual([]);
    expect(await idsOf('card', 2)).toEqual((await idsOf('card', 10)).slice(0, 2));
  });

  it('loads few pages, however many are found', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 200 }, (_, number) => [`n${number}`, { title: `Card ${number}` }]),
    );
    const large = await makeIndex(many);
    const { results } = await ask(large, 'card', 3);
    expect(results).toHaveLength(3);
    expect(large.loaded.length).toBeLessThan(20);
    expect(new Set(large.loaded).size).toBe(large.loaded.length);
  });

  it('asks the index for each word once', async () => {
    const made = await index();
    await ask(made, 'Card, card: CARDS new card new!', 10);
    expect(made.asked.sort()).toEqual([...new Set(made.asked)].sort());
    expect(made.asked).toContain('card');
    expect(made.asked).toContain('new');
  });

  it('is the same every time, whatever the order of the pages', async () => {
    const reversed = await makeIndex(Object.fromEntries(Object.entries(texts).reverse()), { stopWords });
    expect(await ask(reversed, 'a new card', 10)).toEqual(await answer('a new card'));
  });
});

describe('an answer', () => {
  it.each([
    ['answer', 'how can I freeze my card'],
    ['closest', 'can zebras freeze'],
    ['nothing', 'tell me the weather in Paris tomorrow morning or in the evening with a machine'],
  ])('has a state that readers see: %s', async (state, question) => {
    expect(await answer(question)).toMatchObject({ state });
  });

  it('shows more of the article that answers than of the others', async () => {
    const long = 'Freeze a card in the app, so no one can pay with it. '.repeat(20);
    const made = await makeIndex({ ...texts, 'cards/freeze': { title: 'Freeze a card', texts: [long] } });
    const lengthOf = async (question: string) =>
      (await ask(made, question, 10)).results.find(({ id }) => id === 'cards/freeze')?.excerpt.length ?? 0;
    expect(await lengthOf('Freeze a card')).toBeGreaterThan(1.5 * (await lengthOf('zebra elephant giraffe card')));
  });
});

describe('an answer is confident', () => {
  it.each(['Order a card', 'how can I freeze my card', 'stolen card', 'Withdrawals', 'close my account'])(
    'if an article is about the question: %s',
    async (question) => {
      expect((await answer(question)).confident).toBe(true);
    },
  );

  it.each([
    'zebra elephant giraffe card',
    'tell me the weather in Paris tomorrow morning',
    'do you sell paper aeroplanes',
  ])('not if most of the question is about something else: %s', async (question) => {
    expect((await answer(question)).confident).toBe(false);
  });
});
