import { describe, expect, it } from 'vitest';
import { localText } from '#kb/local-text.ts';

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
});
