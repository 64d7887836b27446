import { describe, expect, it } from 'vitest';
import { looksPersonal, normalizeQuestion } from '#intake/searches/question.ts';

describe('a question', () => {
  it.each([
    ['  Where is\u00a0my   CARD?! ', 'where is my card'],
    ['kåmt', 'kåmt'],
    ['کارتم کجاست؟', 'کارتم کجاست'],
    ['???', ''],
  ])('%j is the same as %j', (written, normal) => {
    expect(normalizeQuestion(written, 'en')).toBe(normal.normalize('NFC'));
  });

  it('is lowercased by the rules of its language', () => {
    expect(normalizeQuestion('ISTANBUL', 'tr')).toBe('ıstanbul');
  });
});

describe('a text that can identify the customer', () => {
  it.each([
    'i am anna@mail.example',
    'is 4111 1111 1111 1111 my card',
    'call me on 040 12 34 56',
    'order 5521',
    'کارت ۶۰۳۷',
    'send it to fi21 1234 5600 0007 85',
    'konto de12abcd efgh',
    'what is https://example.com/a?b=c',
    'www.example.com says no',
    'see example.com/anna',
    'my number is … and it fails',
  ])('%s', (question) => {
    expect(looksPersonal(question)).toBe(true);
  });

  it.each(['my card says 12/26 on the front', 'two cards for 100 euros', 'iphone 15', 'is lumo.com down and/or slow'])(
    'not: %s',
    (question) => {
      expect(looksPersonal(question)).toBe(false);
    },
  );
});
