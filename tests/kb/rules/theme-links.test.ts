import { describe, expect, it } from 'vitest';
import { themeLinkFindings } from '#kb/rules/theme-links.ts';
import { resolveTheme } from '#kb/theme/theme.ts';
import { ThemeFile } from '#kb/theme/theme-file.ts';
import { makeArticle, makeLibrary } from '../../make.ts';

const heading = { level: 2, text: 'Fees', slug: 'fees' };
const library = makeLibrary({
  articles: [
    makeArticle('cards/order', { outline: [heading] }),
    makeArticle('cards/rules', { audience: 'internal' }),
    makeArticle('cards/later', { confidence: 'work-in-progress' }),
  ],
});

function found(href: unknown, list: 'header' | 'legal' = 'legal') {
  const links = [
    { text: 'x', href: 'https://acme.example/' },
    { text: 'y', href },
  ];
  const file = ThemeFile.parse({
    version: 1,
    ...(list === 'header' ? { header: { links } } : { footer: { legal: links } }),
  });
  return themeLinkFindings(library, resolveTheme(file, file), (keys) => ({ path: keys.join('.') }));
}

describe('a link of a theme', () => {
  it.each(['/cards/order', '/cards/order/', '/cards/order#fees', '/cards', '/', '/all', 'mailto:a@acme.example'])(
    'leads to %s',
    (href) => {
      expect(found(href)).toEqual([]);
    },
  );

  it.each([
    ['nowhere', '/cards/ordr', 'link-broken'],
    ['to an article for the support team', '/cards/rules', 'link-internal'],
    ['to an article that is not published', '/cards/later', 'link-internal'],
    ['to a heading that is not there', '/cards/order#fee', 'link-fragment'],
  ])('that leads %s is reported with its place', (_, href, code) => {
    expect(found(href)).toMatchObject([{ code, path: 'footer.legal.1.href' }]);
    expect(found(href, 'header')).toMatchObject([{ code, path: 'header.links.1.href' }]);
  });

  it('can be broken in one language only', () => {
    expect(found({ en: '/cards/order', fi: '/kortit' })).toMatchObject([
      { code: 'link-broken', path: 'footer.legal.1.href.fi' },
    ]);
  });
});
