import { describe, expect, it } from 'vitest';
import { localText, localTextLanguage } from '#kb/values/local-text.ts';

describe('a text per language', () => {
  it.each([
    ['one text for all', 'Cards', 'Cards'],
    ['the own language', { en: 'Cards', fi: 'Kortit' }, 'Kortit'],
    ['the default language', { en: 'Cards', sv: 'Kort' }, 'Cards'],
    ['any language', { sv: 'Kort' }, 'Kort'],
    ['nothing', {}, ''],
  ])('is %s', (_, text, expected) => {
    expect(localText(text, 'fi', 'en')).toBe(expected);
  });

  it.each([
    ['that of the reader', { en: 'Cards', fi: 'Kortit' }, 'fi'],
    ['the default one', { en: 'Cards', sv: 'Kort' }, 'en'],
    ['the one there is', { sv: 'Kort' }, 'sv'],
    ['not known', 'Cards', undefined],
  ])('is in a language: %s', (_, text, expected) => {
    expect(localTextLanguage(text, 'fi', 'en')).toBe(expected);
  });
});
