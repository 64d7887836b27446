import { expect, it } from 'vitest';
import { customersWords } from '#kb/content/customers-words.ts';
import { makeLibrary } from '../../make.ts';

const words = (weights: Record<string, number>, most?: number) =>
  customersWords(
    makeLibrary({ learned: new Map([['en', new Map([['card-lost', new Map(Object.entries(weights))]])]]) }),
    'card-lost',
    'en',
    most,
  );

it('the most telling words come first, and phrases before words', () => {
  expect(words({ stolen: 1, purse: 2, 'lost card': 2 })).toEqual(['lost card', 'purse', 'stolen']);
});

it('a word of a phrase that is already listed is left out', () => {
  expect(words({ 'lost card': 2, card: 1, purse: 1 })).toEqual(['lost card', 'purse']);
});

it('words that are struck out are never listed', () => {
  expect(words({ canary: 0, purse: 1 })).toEqual(['purse']);
});

it('there are five at most, or the requested number', () => {
  const many = Object.fromEntries([...'abcdefgh'].map((letter) => [letter, 1]));
  expect(words(many)).toEqual([...'abcde']);
  expect(words(many, 2)).toEqual(['a', 'b']);
});

it('there are none if nothing was learned', () => {
  expect(customersWords(makeLibrary(), 'card-lost', 'en')).toEqual([]);
});
