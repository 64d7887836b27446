import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  LearnedWordsFile,
  learnedAnew,
  printLearnedWords,
  replaceLearned,
  roundWeight,
} from '#kb/content/learned-words.ts';

type Plain = Record<string, Record<string, Record<string, number>>>;
const learned = (plain: Plain) =>
  new Map(
    Object.entries(plain).map(([locale, topics]) => [
      locale,
      new Map(Object.entries(topics).map(([topic, words]) => [topic, new Map(Object.entries(words))])),
    ]),
  );

describe('the file of learned words', () => {
  const words = learned({
    fi: { late: { kortti: 1 } },
    en: { lost: { stolen: 2, 'my card': 3.5, gone: 2, thief: 0 }, late: { no: 1, 'e-mail': 0.25, '"': 1 }, empty: {} },
  });

  it('is sorted by language, topic and weight, the struck out last', () => {
    expect(printLearnedWords(words).split('\n').slice(7)).toEqual([
      'en:',
      '  late:',
      '    "\\"": 1',
      '    "no": 1',
      '    e-mail: 0.25',
      '  lost:',
      '    my card: 3.5',
      '    gone: 2',
      '    stolen: 2',
      '    thief: 0',
      'fi:',
      '  late:',
      '    kortti: 1',
      '',
    ]);
  });

  it('explains at the top what it is and how to strike out a word', () => {
    const top = printLearnedWords(words).split('en:')[0];
    expect(top).toMatch(/^(?:#.*\n)+\n$/);
    expect(top).toContain('no page shows them');
    expect(top).toContain('set its number to 0');
  });

  it('keeps the comments that people wrote at the top, and no others', () => {
    const written = printLearnedWords(words).replace('en:', '# From public messages, CC BY 4.0.\n\nen:\n  # below');
    const again = printLearnedWords(words, written);
    expect(again).toBe(printLearnedWords(words).replace('en:', '# From public messages, CC BY 4.0.\n\nen:'));
    expect(printLearnedWords(words, again)).toBe(again);
    expect(printLearnedWords(words, printLearnedWords(words))).toBe(printLearnedWords(words));
  });

  it('is read back as it was written', () => {
    const read = LearnedWordsFile.parse(parse(printLearnedWords(words)));
    expect(learned(read).get('en')?.get('lost')).toEqual(words.get('en')?.get('lost'));
    expect(Object.keys(read.en?.late ?? {})).toContain('no');
    expect(LearnedWordsFile.parse(parse(printLearnedWords(new Map())))).toEqual({});
  });

  it.each([{ lost: { gone: -1 } }, { lost: { gone: 4 } }, { lost: { gone: 'often' } }, { lost: ['gone'] }])(
    'cannot be %j',
    (topics) => {
      expect(LearnedWordsFile.safeParse({ en: topics }).success).toBe(false);
    },
  );
});

describe('a further import', () => {
  const old = learned({ en: { lost: { gone: 2, thief: 0 }, late: { post: 1 } }, sv: { lost: { borta: 1 } } });
  const after = replaceLearned(
    old,
    learned({ en: { lost: { stolen: 3 }, new: { order: 1 } } }),
    ['en', 'sv'],
    ['late', 'lost', 'new'],
  );

  it('leaves topics with words alone if it has only some tickets', () => {
    const some = learned({ en: { lost: { stolen: 3 }, late: { post: 2 }, new: { order: 1 } } });
    const known = learned({ en: { lost: { gone: 2 }, late: { thing: 0 } } });
    expect([...(learnedAnew(known, some).get('en')?.keys() ?? [])]).toEqual(['late', 'new']);
  });

  it('replaces the words of the topics it covers, and keeps what is struck out', () => {
    expect(after.get('en')?.get('lost')).toEqual(new Map(Object.entries({ stolen: 3, thief: 0 })));
    expect(after.get('en')?.get('new')).toEqual(new Map([['order', 1]]));
  });

  it('keeps the words of topics and languages it does not cover', () => {
    expect(after.get('en')?.get('late')).toEqual(new Map([['post', 1]]));
    expect(after.get('sv')?.get('lost')).toEqual(new Map([['borta', 1]]));
  });
});

describe('a weight', () => {
  it.each([
    [0.1, 0],
    [0.13, 0.25],
    [1.6, 1.5],
    [9, 3.75],
  ])('%f is written as %f', (weight, written) => {
    expect(roundWeight(weight)).toBe(written);
  });
});
