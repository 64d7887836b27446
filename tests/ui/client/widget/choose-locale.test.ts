import { expect, it } from 'vitest';
import { chooseLocale } from '#ui/client/widget/choose-locale.ts';

it.each([
  ['the first that is spoken', ['de', 'fi', 'en'], 'fi'],
  ['also by its language only', ['pt-PT'], 'pt-BR'],
  ['the exact one before that of the same language', ['en-GB'], 'en-GB'],
  ['whatever its letters and its joiner', ['EN_gb'], 'en-GB'],
  ['none that is empty or no tag', [undefined, '', '*', 'fi'], 'fi'],
  ['the default one where none is spoken', ['de', 'x'], 'en'],
])('is %s', (_, wanted, chosen) => {
  expect(chooseLocale(wanted, ['en', 'en-GB', 'fi', 'pt-BR'], 'en')).toBe(chosen);
});
