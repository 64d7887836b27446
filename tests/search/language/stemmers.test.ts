import { describe, expect, it } from 'vitest';
import { baseLanguage, stemmerFor } from '#search/language/stemmers.ts';

const all = 'ar bs da de el en es fa fi fr hr hu id it nb nl nn no pt ro ru sr sv tr uk'.split(' ');

describe('a stemmer', () => {
  it.each([
    ['en', 'refunds', 'refund'],
    ['fi', 'laskun', 'lasku'],
    ['sv', 'betalningar', 'betalning'],
    ['hr', 'kartice', 'kartica'],
    ['fa', 'کارتها', 'کارت'],
  ])('of %s removes endings: %s becomes %s', async (locale, form, word) => {
    const stem = await stemmerFor(locale);
    expect(stem(form)).toBe(stem(word));
  });

  it('is chosen by the language, whatever the country or the capitals', async () => {
    expect((await stemmerFor('en-GB'))('refunds')).toBe((await stemmerFor('en'))('refunds'));
    expect(baseLanguage('PT-br')).toBe('pt');
    expect(baseLanguage('fi')).toBe('fi');
  });

  it.each(['xx', 'ja', ''])('leaves words as they are if the language has none: "%s"', async (locale) => {
    expect((await stemmerFor(locale))('cards')).toBe('cards');
  });

  it.each(all)('of %s accepts any word', async (locale) => {
    const stem = await stemmerFor(locale);
    for (const word of ['', 'a', '1819', 'constructor', '__proto__', '字', 'e'.repeat(5000), 'ها'.repeat(2500)])
      expect(typeof stem(word)).toBe('string');
  });
});
