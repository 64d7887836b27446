import { describe, expect, it } from 'vitest';
import { preferredLanguage } from '#ui/client/page/preferred-language.ts';

describe('the language to offer', () => {
  it.each([
    ['the first that the reader wants and there is', ['de', 'fi', 'sv'], ['fi', 'sv'], 'en', 'fi'],
    ['none where the page is in it already', ['en-GB', 'fi'], ['fi'], 'en', undefined],
    ['none where nothing fits', ['de'], ['fi', 'sv'], 'en', undefined],
    ['none where nothing is wanted', [], ['fi'], 'en', undefined],
    ['the language of a region', ['fi-FI', 'en'], ['fi'], 'en', 'fi'],
    ['the very region before the language', ['pt-BR'], ['pt-PT', 'pt-BR'], 'en', 'pt-BR'],
    ['another region where there is nothing closer', ['pt-BR'], ['pt-PT'], 'en', 'pt-PT'],
    ['one whatever its capitals', ['ZH-hant-tw'], ['zh-Hans', 'zh-Hant'], 'en', 'zh-Hant'],
    ['none where the page is in another region of it', ['pt-BR', 'fi'], ['fi'], 'pt-PT', undefined],
  ])('is %s', (_, wanted, offered, current, expected) => {
    expect(preferredLanguage(wanted, offered, current)).toBe(expected);
  });
});
