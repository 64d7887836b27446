import { describe, expect, it } from 'vitest';
import { charactersOf } from '#kb/values/script-characters.ts';

describe('the characters of languages', () => {
  it.each([
    ['en', 'The café’s “menu” – 5 € × 3 → 15'],
    ['fi', 'Hyvää päivää, Åke & Šefki'],
    ['hr', 'Čvrsto žuto đubre ćudi šišmiša'],
    ['fa', 'سلام، گچپژ ۰۱۲۳۴۵۶۷۸۹؟'],
    ['vi', 'Tiếng Việt'],
    ['el', 'Καλημέρα'],
    ['ru', 'Привет, ёж'],
    ['ja', 'カタカナ ひらがな 漢字'],
    ['ko', '한국어'],
    ['zh-Hant', '幫助中心'],
  ])('%s has all of "%s"', (locale, text) => {
    const signs = new Set(charactersOf([locale]));
    expect([...text].filter((sign) => !signs.has(sign))).toEqual([]);
  });

  it('leave out scripts that the languages do not use', () => {
    const signs = charactersOf(['en', 'fi']);
    expect(signs).not.toMatch(/[аبξ]/u);
    expect(signs.length).toBeLessThan(1500);
  });

  it('are the same in every order of languages, except for the order of the characters', () => {
    expect([...charactersOf(['fa', 'fi'])].sort()).toEqual([...charactersOf(['fi', 'fa'])].sort());
  });
});
