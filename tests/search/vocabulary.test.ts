import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { leftOut, makeVocabulary, printVocabulary, readVocabulary } from '#search/vocabulary.ts';

const none = new Set<string>();
const counts = (...keys: string[]) => new Map(keys.map((key) => [key, 1]));
const words = (...keys: string[]) => makeVocabulary(counts(...keys), none, 100);
const nearTo = (key: string, ...others: string[]) =>
  words(...others)
    .near(key, 9)
    .map((one) => one.key);

describe('a vocabulary', () => {
  const vocabulary = makeVocabulary(
    new Map([
      ['card', 12],
      ['the', 100],
    ]),
    new Set(['the', 'whom']),
    100,
    new Map([['stuck', 3]]),
  );

  it('knows how many pages have a key', () => {
    expect(vocabulary.pages).toBe(100);
    expect(vocabulary.holding('card')).toBe(12);
    expect(vocabulary.holding('cards')).toBe(0);
  });

  it('knows the words that say little', () => {
    expect(vocabulary.isStopWord('the')).toBe(true);
    expect(vocabulary.isStopWord('card')).toBe(false);
  });

  it('separates words that only customers use from words of a text', () => {
    expect(vocabulary.learned('stuck')).toBe(3);
    expect(vocabulary.holding('stuck')).toBe(0);
    expect(vocabulary.learned('card')).toBe(0);
    expect(vocabulary.beginning('stu', 9)).toEqual([]);
    expect(vocabulary.near('stukc', 9)).toEqual([]);
  });

  it.each(['', '__proto__', 'constructor', 'toString'])('has only entries that were added: "%s"', (key) => {
    expect(vocabulary.holding(key)).toBe(0);
    expect(vocabulary.learned(key)).toBe(0);
    expect(vocabulary.isStopWord(key)).toBe(false);
  });
});

describe('longer words that start with a word', () => {
  const vocabulary = makeVocabulary(
    new Map([
      ['card', 1],
      ['cardholder', 2],
      ['cardinal', 2],
      ['cards', 9],
      ['care', 50],
      ['discard', 7],
    ]),
    none,
    100,
  );

  it('come with the most common first, then in alphabetical order', () => {
    expect(vocabulary.beginning('card', 9)).toEqual(['cards', 'cardholder', 'cardinal']);
  });

  it('are no more than the limit', () => {
    expect(vocabulary.beginning('card', 2)).toEqual(['cards', 'cardholder']);
    expect(vocabulary.beginning('card', 0)).toEqual([]);
  });

  it('are none if no word starts with it', () => {
    expect(vocabulary.beginning('zebra', 9)).toEqual([]);
    expect(vocabulary.beginning('cards', 9)).toEqual([]);
    expect(words().beginning('card', 9)).toEqual([]);
  });

  it('are all words if the start is empty', () => {
    expect(vocabulary.beginning('', 99)).toHaveLength(6);
  });
});

describe('words that are one or two typos away', () => {
  it.each([
    ['a letter too many', 'refuned', 'refund'],
    ['a letter left out', 'refnd', 'refund'],
    ['a wrong letter', 'rifund', 'refund'],
    ['the first letter wrong', 'tefund', 'refund'],
    ['two neighbours that changed places', 'refudn', 'refund'],
    ['the first two that changed places', 'erfund', 'refund'],
    ['two slips in a long word', 'acomodation', 'accommodation'],
  ])('are found with %s: %s', (_, typed, meant) => {
    expect(nearTo(typed, 'zebra', meant, 'loan')).toEqual([meant]);
  });

  it('include the number of typos, with two swapped letters as one', () => {
    expect(words('refund').near('refudn', 9)).toEqual([{ key: 'refund', edits: 1 }]);
    expect(words('accommodation').near('acomodation', 9)).toEqual([{ key: 'accommodation', edits: 2 }]);
  });

  it('count swapped letters as one typo only if they are side by side', () => {
    expect(nearTo('liane', 'alien', 'liena')).toEqual([]);
    expect(words('verification').near('vorificatien', 9)).toEqual([{ key: 'verification', edits: 2 }]);
  });

  it('do not exist for a short word, because every typo makes another word', () => {
    expect(nearTo('pin', 'pan', 'spin', 'pi')).toEqual([]);
    expect(nearTo('', 'a', 'pi')).toEqual([]);
  });

  it('do not exist for a number, or a word with a digit', () => {
    expect(nearTo('12345', '12346')).toEqual([]);
    expect(nearTo('iban12', 'iban13')).toEqual([]);
  });

  it('leave out words that are too far away', () => {
    expect(nearTo('refund', 'return')).toEqual([]);
    expect(nearTo('card', 'cash')).toEqual([]);
  });

  it('do not include the word itself', () => {
    expect(nearTo('refund', 'refund', 'refunt')).toEqual(['refunt']);
  });

  it('come with the nearest first, then the most common, then in alphabetical order', () => {
    const vocabulary = makeVocabulary(
      new Map([
        ['transfered', 90],
        ['transfern', 2],
        ['transferb', 2],
        ['transferc', 5],
      ]),
      none,
      100,
    );
    const near = vocabulary.near('transfer', 9).map(({ key }) => key);
    expect(near).toEqual(['transferc', 'transferb', 'transfern', 'transfered']);
    expect(vocabulary.near('transfer', 2).map(({ key }) => key)).toEqual(near.slice(0, 2));
  });

  it('are found in other scripts', () => {
    expect(nearTo('پرداحت', 'پرداخت')).toEqual(['پرداخت']);
  });

  it('are found quickly, however long the word and the vocabulary', { timeout: 20_000 }, () => {
    const many = makeVocabulary(
      new Map(Array.from({ length: 50_000 }, (_, number) => [`word${number.toString(36)}ending`, 1])),
      none,
      100,
    );
    expect(many.near('x'.repeat(5000), 4)).toEqual([]);
    expect(many.near('accommodation', 4)).toEqual([]);
  });
});

describe('the file of a vocabulary', () => {
  const given = new Map([
    ['a', 1],
    ['card', 35],
    ['cards', 36],
    ['cardholder', 5000],
    [`${'long'.repeat(30)}one`, 3],
    [`${'long'.repeat(30)}two`, 4],
    ['x'.repeat(5000), 1],
    ['1819', 2],
    ['карта', 7],
    ['کارت', 8],
    ['บัตร', 9],
    ['カード', 1],
    ['𠮷野', 2],
    ['𠮟責', 3],
    ['__proto__', 4],
    ['constructor', 1],
    ['the', 99],
  ]);
  const stop = new Set(['the', 'a']);
  const learned = new Map([
    ['cardꟷstuck', 40],
    ['stuck', 1],
    ['theꟷcard', 2],
  ]);
  const text = printVocabulary(given, stop, 5000, learned);
  // As it comes over the network.
  const read = readVocabulary(gunzipSync(gzipSync(text)).toString());

  it('has every key with its pages, in any script and of any length', () => {
    expect(read.pages).toBe(5000);
    expect([...given.keys()].map((key) => [key, read.holding(key)])).toEqual([...given]);
  });

  it('has nothing else', () => {
    expect(read.beginning('', 99).sort()).toEqual([...given.keys()].sort());
  });

  it('marks the keys that say little', () => {
    expect([...given.keys()].filter((key) => read.isStopWord(key)).sort()).toEqual(['a', 'the']);
  });

  it('includes words that only customers use, marked as in no text', () => {
    expect([...learned.keys()].map((key) => [key, read.learned(key)])).toEqual([...learned]);
    expect([...learned.keys()].map((key) => read.holding(key))).toEqual([0, 0, 0]);
    expect([...given.keys()].filter((key) => read.learned(key) > 0)).toEqual([]);
  });

  it('is the same whatever the order of the words', () => {
    const turned = new Map([...given].reverse());
    expect(printVocabulary(turned, new Set(['a', 'the']), 5000, new Map([...learned].reverse()))).toBe(text);
  });

  it('writes each shared start once', () => {
    expect(text.length).toBeLessThan([...given.keys(), ...learned.keys()].join('   ').length);
  });

  it('can be empty', () => {
    const empty = readVocabulary(printVocabulary(new Map(), none, 0));
    expect(empty.pages).toBe(0);
    expect(empty.beginning('', 9)).toEqual([]);
    expect(empty.near('card', 9)).toEqual([]);
  });

  it.each([
    '',
    'many',
    '<!doctype html>',
    '100\n',
    '100\n0card',
    '100\n0card 5 6?',
    '100\ncard',
    '100\n0card 5\n\n0the 6',
    '100\n0card -5',
  ])('is refused if it is damaged: %j', (damaged) => {
    expect(() => readVocabulary(damaged)).toThrow(SyntaxError);
  });
});

describe('words that are common in the language', () => {
  const common = new Map([
    ['card', 2],
    ['two', 30],
  ]);

  it('are kept in the file, even if no page has them', () => {
    const text = printVocabulary(counts('card', 'loan'), none, 9, new Map(), common);
    const vocabulary = readVocabulary(text);
    expect(['card', 'loan', 'two', 'zebra'].map(vocabulary.common)).toEqual([2, 0, 30, 0]);
    expect(vocabulary.holding('two')).toBe(0);
    expect(vocabulary.generalTexts).toBeGreaterThan(30);
  });

  it('are counted in no texts for a language without a list', () => {
    expect(readVocabulary(printVocabulary(counts('card'), none, 9)).generalTexts).toBe(0);
  });
});

describe('general synonyms', () => {
  const synonyms = new Map([
    ['delete', ['remove', 'erase']],
    ['movie', ['film']],
  ]);

  it('are kept in the file if a page has them, in their order', () => {
    const text = printVocabulary(counts('erase', 'remove'), none, 9, new Map(), new Map(), synonyms);
    const vocabulary = readVocabulary(text);
    expect(['delete', 'remove', 'movie'].map(vocabulary.synonyms)).toEqual([['remove', 'erase'], [], []]);
    expect(vocabulary.holding('delete')).toBe(0);
  });

  it('that no page has are left out', () => {
    expect(printVocabulary(counts('erase'), none, 9, new Map(), new Map(), synonyms)).not.toContain('remove');
  });
});

describe('the list of a large index', () => {
  const pages = new Map([
    ['card', 12],
    ['e104', 1],
    ['whom', 1],
  ]);

  it('leaves out words that only one page in thousands has, unless another list needs them', () => {
    expect([...leftOut(pages, 1001, (key) => key === 'whom')]).toEqual(['e104']);
    expect([...leftOut(pages, 1000, () => false)]).toEqual([]);
    expect([...leftOut(new Map([...pages, ['spare', 4], ['spares', 5]]), 16_000, () => false)]).toEqual([
      ...['e104', 'whom', 'spare'],
    ]);
  });

  it('says that a word that is not listed can be in the index', () => {
    const listed = new Map([['card', 12]]);
    const learned = new Map([['stuck', 3]]);
    const print = (isWhole: boolean) =>
      readVocabulary(printVocabulary(listed, none, 1001, learned, undefined, undefined, isWhole));
    expect(print(false).pages).toBe(1001);
    expect(['e104', 'card', 'stuck'].filter(print(false).isUnlisted)).toEqual(['e104']);
    expect(['e104', 'card', 'stuck'].filter(print(true).isUnlisted)).toEqual([]);
  });
});
