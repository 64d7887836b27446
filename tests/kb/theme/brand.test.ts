import { describe, expect, it } from 'vitest';
import { type Brand, fontsFor, logoFor, preloadsFor } from '#kb/theme/brand.ts';

const picture = (url: string) => ({ light: { url }, dark: { url } });
const brand = (logos: Brand['logos']) => ({ logos }) as Brand;

describe('the logo', () => {
  it.each([
    ['their own', { fa: picture('fa.svg'), '': picture('all.svg') }, 'fa', 'fa.svg'],
    ['that for all', { fa: picture('fa.svg'), '': picture('all.svg') }, 'fi', 'all.svg'],
    ['any there is', { fa: picture('fa.svg') }, 'fi', 'fa.svg'],
    ['none', {}, 'fi', undefined],
  ])('readers of a language get %s', (_, logos, locale, url) => {
    expect(logoFor(brand(logos as Brand['logos']), locale)?.light.url).toBe(url);
  });
});

describe('the fonts that a page loads at once', () => {
  const preloads = [{ url: 'latin' }, { url: 'arabic', locales: ['fa'] }, { url: 'arabic', locales: ['fa', 'ar'] }];

  it.each([
    ['en', ['latin']],
    ['fa', ['latin', 'arabic']],
  ])('in %s are %j, each once', (locale, urls) => {
    expect(preloadsFor({ preloads } as unknown as Brand, locale)).toEqual(urls);
  });

  it('belong to the families and characters that the widget tells the product', () => {
    const face = { url: 'latin', family: 'Acme Sans', weight: '400', style: 'normal', range: 'U+20-7F' };
    expect(fontsFor({ preloads: [{ ...face, locales: ['en'] }] } as unknown as Brand, 'en')).toEqual([face]);
  });
});
