import { expect, it } from 'vitest';
import { isLocaleTag, makeLocale, nearestLocale } from '#kb/values/locale.ts';

it.each([
  ['en', 'ltr', 'English'],
  ['fi', 'ltr', 'suomi'],
  ['fa', 'rtl', 'فارسی'],
  ['ar', 'rtl', 'العربية'],
  ['he', 'rtl', 'עברית'],
  ['ur', 'rtl', 'اردو'],
  ['az-Arab', 'rtl', undefined],
  ['pt-BR', 'ltr', 'português (Brasil)'],
])('%s is written %s and calls itself by its own name', (tag, dir, name) => {
  const locale = makeLocale(tag);
  expect(locale.tag).toBe(tag);
  expect(locale.dir).toBe(dir);
  if (name !== undefined) expect(locale.name).toBe(name);
});

it('a language without a name is called by its tag', () => {
  expect(makeLocale('qqq').name).toBe('qqq');
});

it.each(['en', 'pt-BR', 'zh-Hant-TW', 'az-Arab'])('%s is a tag', (tag) => expect(isLocaleTag(tag)).toBe(true));

it.each(['', 'x', 'EN', 'en_US', 'en-us', 'e n', '../en', 'constructor!'])('"%s" is not a valid tag', (tag) =>
  expect(isLocaleTag(tag)).toBe(false),
);

it.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['en-GB', 'en'],
  ['zh', 'zh-CN'],
  ['zh-HK', 'zh-TW'],
  ['zh-Hans-SG', 'zh-CN'],
  ['no', 'nb'],
  ['nn', undefined],
  ['sr', undefined],
  ['az-Arab', undefined],
])('readers of %s are served in %s', (tag, nearest) => {
  expect(nearestLocale(tag, ['az', 'de', 'en', 'hr', 'nb', 'zh-CN', 'zh-TW'])).toBe(nearest);
});
