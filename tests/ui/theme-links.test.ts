import { expect, it } from 'vitest';
import { linkAddress } from '#ui/theme-links.ts';
import type { View } from '#ui/view.ts';

const view = {
  chrome: { site: { defaultLocale: 'en' } },
  locale: { tag: 'fi' },
  href: (id = '') => `/help/fi/${id}${id === '' ? '' : '/'}`,
} as View;

it.each([
  ['https://acme.example/prices', 'https://acme.example/prices'],
  ['mailto:help@acme.example', 'mailto:help@acme.example'],
  ['/cards/order', '/help/fi/cards/order/'],
  ['/cards/order/#fees', '/help/fi/cards/order/#fees'],
  ['/', '/help/fi/'],
])('%s leads a Finnish reader to %s', (href, address) => {
  expect(linkAddress(view, { text: 'x', href })).toBe(address);
});

it('can have a different target in each language', () => {
  const href = { en: 'https://acme.example/en', fi: 'https://acme.example/fi' };
  expect(linkAddress(view, { text: 'x', href })).toBe('https://acme.example/fi');
  expect(linkAddress(view, { text: 'x', href: { en: href.en } })).toBe(href.en);
});
