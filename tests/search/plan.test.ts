import { describe, expect, it } from 'vitest';
import { analysisFor } from '#search/analysis.ts';
import { phraseKey } from '#search/index-token.ts';
import { planQuery } from '#search/plan.ts';
import { makeVocabulary } from '#search/vocabulary.ts';

interface Known {
  /** How many of a hundred pages have each word. */
  words?: Record<string, number>;
  stopWords?: readonly string[];
  /** By how many pages words and phrases are found that only customers say, as keys. */
  learned?: Record<string, number>;
  /** Other words for the same thing, by word or phrase. */
  synonyms?: Record<string, readonly string[]>;
  locale?: string;
}

/** What is asked for a question of an index that knows these words. */
async function planned(
  question: string,
  { words = {}, stopWords = [], learned = {}, synonyms = {}, locale = 'en' }: Known,
) {
  const analysis = await analysisFor(locale);
  const counts = new Map(Object.entries(words).map(([word, pages]) => [analysis.keyOf(word), pages]));
  const vocabulary = makeVocabulary(
    counts,
    new Set(stopWords.map(analysis.keyOf)),
    100,
    new Map(Object.entries(learned)),
    new Map(),
    new Map(
      Object.entries(synonyms).map(([said, others]) => [
        phraseKey(analysis.terms(said).map(({ key }) => key)),
        others.map(analysis.keyOf),
      ]),
    ),
  );
  return planQuery(analysis.terms(question), analysis, vocabulary, /[\p{L}\p{M}\p{N}]$/u.test(question));
}
/** All keys that are asked for, and which of them best. */
const keysFor = async (...args: Parameters<typeof planned>) =>
  (await planned(...args)).flatMap(({ keys }) => keys.map(({ key }) => key));
const worthOf = async (key: string, ...args: Parameters<typeof planned>) =>
  Math.max(0, ...(await planned(...args)).flatMap(({ keys }) => keys.map((one) => (one.key === key ? one.worth : 0))));

describe('a word that the articles have', () => {
  const words = { card: 9, loan: 4 };

  it('is searched as it is, in its position, with its pages', async () => {
    expect(await planned('a loan, a card', { words })).toEqual([
      { place: 1, weight: 1, keys: [{ key: 'loan', worth: 1 }], holding: 4, common: 0 },
      { place: 3, weight: 1, keys: [{ key: 'card', worth: 1 }], holding: 9, common: 0 },
    ]);
  });

  it('is searched once, however often and in whatever form it occurs', async () => {
    expect(await keysFor('card CARD cards? Card!', { words })).toEqual(['card']);
  });

  it('also matches longer words that start with it, which are worth less the longer they are', async () => {
    const known = { words: { card: 9, cards: 5, cardholder: 20, discard: 3 }, locale: 'xx' };
    const worth = await Promise.all(
      ['card', 'cards', 'cardholder', 'discard'].map((key) => worthOf(key, 'card', known)),
    );
    expect(worth).toEqual([...worth].sort((a, b) => b - a));
    expect(new Set(worth).size).toBe(4);
    expect(worth[3]).toBe(0);
  });

  it('is not treated as a typo of another one', async () => {
    expect(await keysFor('form', { words: { form: 3, from: 90 } })).toEqual(['form']);
  });
});

describe('a word that says little', () => {
  it('has less weight, but is searched', async () => {
    const [how, freeze] = await planned('how freeze', { words: { how: 5, freeze: 5 }, stopWords: ['how'] });
    expect(how?.weight).toBeGreaterThan(0);
    expect(how?.weight).toBeLessThan(freeze?.weight ?? 0);
  });

  it('does not match longer words', async () => {
    expect(await keysFor('the', { words: { the: 90, theme: 3 }, stopWords: ['the'] })).toEqual(['the']);
  });
});

describe('a word that no article has', () => {
  it('is searched as words that are one typo away, the nearer ones worth more', async () => {
    const known = { words: { withdrawal: 5, loan: 4 } };
    expect(await keysFor('withdarw', known)).toEqual(['withdraw']);
    expect(await worthOf('withdraw', 'withdarw', known)).toBeGreaterThan(await worthOf('withdraw', 'witdarw', known));
    expect(await worthOf('withdraw', 'witdraww', known)).toBeGreaterThan(0);
  });

  it('is searched as words that start with it, while it is still being typed', async () => {
    expect(await keysFor('withdr', { words: { withdrawal: 5, loan: 4 } })).toEqual(['withdraw']);
    expect(await keysFor('wi', { words: { withdrawal: 5, loan: 4 } })).toEqual(['withdraw']);
  });

  it('is not guessed from two letters if it is finished', async () => {
    expect(await planned('wi ', { words: { withdrawal: 5 } })).toEqual([]);
    expect(await planned('wi now', { words: { withdrawal: 5, now: 3 } })).toMatchObject([{ keys: [{ key: 'now' }] }]);
  });

  it('is always worth less than a known word', async () => {
    for (const typed of ['withdrawl', 'withdr', 'withdrawall']) {
      const worth = await worthOf('withdraw', typed, { words: { withdrawal: 5 } });
      expect(worth).toBeGreaterThan(0);
      expect(worth).toBeLessThan(1);
    }
  });

  it('is left out if no word is like it', async () => {
    expect(await planned('zebra', { words: { card: 9 } })).toEqual([]);
    expect(await planned('zebra card', { words: { card: 9 } })).toMatchObject([{ place: 1 }]);
  });

  it('is not guessed if it is a number', async () => {
    expect(await planned('error 4711', { words: { 4712: 3, error: 2 } })).toMatchObject([{ place: 0 }]);
  });
});

describe('a compound', () => {
  it.each([
    ['fi', 'maksukortti', { maksu: 9, kortti: 4 }],
    ['fi', 'pankkikortin', { pankki: 3, kortti: 4 }],
    ['sv', 'betalkort', { betal: 9, kort: 4 }],
    ['sv', 'betalningskort', { betalning: 9, kort: 4 }],
    ['de', 'kontonummer', { konto: 5, nummer: 5 }],
  ])('that no article has is searched by its parts, in %s: %s', async (locale, word, words) => {
    const analysis = await analysisFor(locale);
    expect((await keysFor(word, { locale, words })).sort()).toEqual(Object.keys(words).map(analysis.keyOf).sort());
  });

  it('that an article has is searched whole, and its parts count little', async () => {
    const words = { maksukortti: 2, maksu: 9, kortti: 4 };
    const { keyOf } = await analysisFor('fi');
    const worth = (word: string) => worthOf(keyOf(word), 'maksukortti', { locale: 'fi', words });
    expect(await worth('maksukortti')).toBe(1);
    for (const part of ['maksu', 'kortti']) {
      expect(await worth(part)).toBeGreaterThan(0);
      expect(await worth(part)).toBeLessThan(0.3);
    }
  });

  it.each([
    ['de', 'Karte', 'Kreditkarte'],
    ['sv', 'kort', 'betalkort'],
    ['fi', 'kortti', 'luottokortti'],
  ])('is found by its last part, for less than the word itself, in %s: %s', async (locale, word, compound) => {
    const { keyOf } = await analysisFor(locale);
    const [key, whole] = [keyOf(word.toLowerCase()), keyOf(compound.toLowerCase())];
    const worth = await worthOf(whole, word, {
      locale,
      words: { [word.toLowerCase()]: 3, [compound.toLowerCase()]: 2 },
    });
    expect(key).not.toBe(whole);
    expect(worth).toBeGreaterThan(0);
    expect(worth).toBeLessThan(1);
  });

  it('is not split in a language that writes its nouns apart', async () => {
    expect(await keysFor('carpetbedroom', { locale: 'en', words: { carpet: 3, bedroom: 2 } })).toEqual([]);
  });
});

describe('a code', () => {
  it('is searched whole, not as the start of a longer one', async () => {
    const words = { e104: 2, e1041: 9, error: 3 };
    expect(await keysFor('E104 ', { words })).toEqual(['e104']);
    expect(await keysFor('E10 error', { words })).toEqual(['error']);
    expect(await keysFor('E-104 error', { words })).toEqual(['e104', 'error']);
    expect(await keysFor('E 104 error', { words })).toContain('e104');
  });

  it('is guessed only while it is typed', async () => {
    expect(await keysFor('E104', { words: { e1041: 9 } })).toEqual(['e1041']);
  });
});

describe('a word written apart, or together', () => {
  it('in code is found either way', async () => {
    expect(await keysFor('ncp poller', { words: { ncppoller: 1 } })).toContain('ncppoller');
    for (const name of ['ncpPoller', 'ncp_poller', 'ncp-poller']) {
      expect(await keysFor(name, { words: { ncppoller: 1 } })).toEqual(['ncppoller']);
      expect(await keysFor(name, { words: { ncp: 1, poller: 2 } })).toEqual(['ncp', 'poller']);
    }
  });

  it('with a number and a unit is found either way', async () => {
    for (const size of ['5GB', '5 GB', '5\u00A0GB'])
      expect(await keysFor(`${size} file`, { words: { '5gb': 1, file: 2 } })).toEqual(['5gb', 'file']);
  });

  it('is searched as one word if the articles write it so', async () => {
    expect(await keysFor('e mail', { words: { email: 4, mail: 3 } })).toContain('email');
    expect(await keysFor('log in here', { words: { login: 4, log: 2, in: 90 } })).toContain('login');
  });

  it('with a hyphen is searched as the articles write it', async () => {
    expect(await keysFor('e-mail', { words: { email: 4, mail: 3 } })).toEqual(['email']);
  });

  it('with a hyphen is searched by the parts that the articles have, if they do not have it whole', async () => {
    const found = await planned('card-reader x', { words: { card: 4, reader: 3 } });
    expect(found.map(({ place, keys }) => [place, keys[0]?.key])).toEqual([
      [0, 'card'],
      [0, 'reader'],
    ]);
    expect(await keysFor('card-zebra', { words: { card: 4 } })).toEqual(['card']);
  });
});

describe('a word or phrase that only customers say', () => {
  it('is searched as it is', async () => {
    expect(await planned('stuck', { learned: { stuck: 2 } })).toEqual([
      { place: 0, weight: 1, keys: [{ key: 'stuck', worth: 1 }], holding: 2, common: 0 },
    ]);
  });

  it('is searched by its words and together', async () => {
    const known = { words: { card: 9 }, learned: { cardꟷstuck: 3, stuck: 2 } };
    expect((await keysFor('card stuck', known)).sort()).toEqual(['card', 'cardꟷstuck', 'stuck']);
    expect((await keysFor('stuck card', known)).sort()).toEqual(['card', 'stuck']);
  });

  it('is searched once, however often it occurs', async () => {
    const keys = await keysFor('card stuck card stuck', { words: { card: 9 }, learned: { cardꟷstuck: 3 } });
    expect(keys.filter((key) => key === 'cardꟷstuck')).toHaveLength(1);
  });

  it('is never a guess for other words', async () => {
    expect(await keysFor('stu', { learned: { stuck: 2 } })).toEqual([]);
    expect(await keysFor('stukc', { learned: { stuck: 2 } })).toEqual([]);
  });
});

describe('nothing is searched', () => {
  it.each(['', '?', '🎉'])('for a question without words: "%s"', async (question) => {
    expect(await planned(question, { words: { card: 9 } })).toEqual([]);
  });

  it('in an empty index', async () => {
    expect(await planned('where is my card', {})).toEqual([]);
  });

  it('for a name from JavaScript that no article has', async () => {
    expect(await planned('constructor __proto__ toString', { words: { card: 9 } })).toEqual([]);
  });
});

describe('a question of any length', () => {
  it.each(['fi', 'en'])('is planned in no time, in %s', { timeout: 20_000 }, async (locale) => {
    await planned('maksukortti'.repeat(500), { locale, words: { maksu: 9, kortti: 4 } });
    await planned('card '.repeat(500), { locale, words: { card: 9 } });
  });
});

describe('a word with general synonyms', () => {
  const synonyms = { delete: ['remove', 'erase'], 'money back': ['refund'], 'get rid of': ['remove'] };

  it('finds them too, for much less than itself', async () => {
    const words = { delete: 3, remove: 9, erase: 2 };
    expect(await keysFor('delete', { words, synonyms })).toEqual(['delet', 'remov', 'eras']);
    expect(await worthOf('remov', 'delete', { words, synonyms })).toBeLessThan(0.5);
  });

  it('stays as rare as it is', async () => {
    const [alone] = await planned('delete', { words: { delete: 3 } });
    const [one] = await planned('delete', { words: { delete: 3, remove: 90 }, synonyms });
    expect(one?.holding).toBe(alone?.holding);
  });

  it('is replaced by them if no article has it, not by words that are spelled like it', async () => {
    expect(await keysFor('delete', { words: { remove: 9, relate: 4 }, synonyms })).toEqual(['remov', 'eras']);
  });

  it('means what customers of this company mean by it, if that was learned', async () => {
    const learned = { delet: 4 };
    expect(await keysFor('delete', { words: { remove: 9 }, learned, synonyms })).toEqual(['delet']);
  });

  it('can be a phrase, which is searched besides its words', async () => {
    const words = { money: 5, back: 8, refund: 2, rid: 1, remove: 4 };
    expect(await keysFor('want my money back', { words, synonyms })).toEqual(['refund', 'monei', 'back']);
    expect(await keysFor('get rid of it', { words, synonyms })).toEqual(['remov', 'rid']);
  });

  it('is only itself in an index without them', async () => {
    expect(await keysFor('delete', { words: { delete: 3, remove: 9 } })).toEqual(['delet']);
  });
});
