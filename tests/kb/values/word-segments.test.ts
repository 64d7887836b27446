import { describe, expect, it } from 'vitest';
import { allWords, bareWords } from '#kb/values/word-segments.ts';

describe('the words of a text', () => {
  it.each<[string, string, string[]]>([
    ['en', 'Where is my card?', ['where', 'is', 'my', 'card']],
    ['en', '  card,  CARD; Card ', ['card', 'card', 'card']],
    ['en', "I can't pay!", ['i', "can't", 'pay']],
    ['en', 'e-mail & PIN-code', ['e', 'mail', 'pin', 'code']],
    ['en', 'paid 12.50 on 3/4', ['paid', '12.50', 'on', '3', '4']],
    ['en', '?! … —', []],
    ['en', '', []],
    ['en', '😀 card', ['card']],
    ['en', 'cafe\u0301', ['café']],
    ['fi', 'Missä korttini on?', ['missä', 'korttini', 'on']],
    ['tr', 'IĞDIR ilinde', ['ığdır', 'ilinde']],
    ['fa', 'کارتم کجاست؟', ['کارتم', 'کجاست']],
    ['fa', 'کارت‌ها', ['کارت‌ها']],
    ['ja', 'カードを注文する', ['カード', 'を', '注文', 'する']],
    ['th', 'บัตรหาย', ['บัตร', 'หาย']],
  ])('%s: "%s"', (locale, question, words) => {
    expect(allWords(question, locale)).toEqual(words);
  });

  it('are found in a very long text too', () => {
    expect(allWords('card '.repeat(50_000), 'en')).toHaveLength(50_000);
  });

  it('can be names from JavaScript', () => {
    expect(allWords('constructor __proto__', 'en')).toEqual(['constructor', '__proto__']);
  });

  it.each<[string, string, string[]]>([
    ['en', 'lost_card, e-mail', ['lost', 'card', 'e', 'mail']],
    ['fa', 'کارت‌ها', ['کارت', 'ها']],
    ['ja', 'カード_返金', ['カード', '返金']],
  ])('can be split at the characters that join them: %s, "%s"', (locale, text, words) => {
    expect(bareWords(text, locale)).toEqual(words);
  });
});
