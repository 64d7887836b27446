import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { articleIn, importTexts, lossesOf } from './import-texts.ts';

const pathsOf = (texts: Record<string, string>, assets?: string[]) =>
  importTexts(texts, assets).files.map(({ path }) => path);
const siteOf = (texts: Record<string, string>) =>
  parse(importTexts(texts).files.find(({ path }) => path === 'site.yaml')?.text ?? '') as Record<string, unknown>;

describe('a folder of Markdown becomes a help center', () => {
  it('with sections from folders and addresses from file names', () => {
    expect(
      pathsOf({
        'Cards & Payments/Order a card.md': '# Order',
        'Cards & Payments/Virtual Cards/About-Virtual-Cards.md': '# About',
        'Guías/Über-uns.md': '# Über uns',
        'カード/注文.md': '# 注文',
        'hello.md': '# Hello',
      }),
    ).toEqual([
      'articles/en/cards-payments/order-a-card.mdx',
      'articles/en/cards-payments/virtual-cards/about-virtual-cards.mdx',
      'articles/en/general/hello.mdx',
      'articles/en/guías/über-uns.mdx',
      'articles/en/カード/注文.mdx',
      'site.yaml',
      'topics.yaml',
    ]);
  });

  it('keeps names that are good addresses, and the numbers in others', () => {
    expect(pathsOf({ 'a/api_v1.2.md': 'x', 'a/Charge at 3.3 V!.md': 'x', 'a/???.md': 'x' }).slice(0, 3)).toEqual([
      'articles/en/a/api_v1.2.mdx',
      'articles/en/a/article.mdx',
      'articles/en/a/charge-at-3-3-v.mdx',
    ]);
  });

  it('finds the name of the site and its sections', () => {
    expect(siteOf({ 'Cards/Virtual Cards/a.md': 'x', 'getting-started/b.md': 'x', 'c.md': 'x' })).toEqual({
      name: 'Pilvi',
      defaultLocale: 'en',
      locales: ['en'],
      theme: 'plain',
      sections: {
        cards: { title: { en: 'Cards' } },
        'cards/virtual-cards': { title: { en: 'Virtual Cards' } },
        general: { title: { en: 'General' } },
        'getting-started': { title: { en: 'Getting started' } },
      },
    });
  });

  it('takes the title of a section from the page of its folder', () => {
    const texts = { 'cards/_index.md': '---\ntitle: Your cards\n---\n', 'cards/order.md': 'x' };
    expect(siteOf(texts).sections).toEqual({ cards: { title: { en: 'Your cards' } } });
    expect(pathsOf(texts)).toEqual(['articles/en/cards/order.mdx', 'site.yaml', 'topics.yaml']);
  });

  it('makes the page of a folder an overview, and a folder with one page and its pictures an article', () => {
    const texts = {
      'cards/index.md': '# Cards\n\nAll about cards.',
      'cards/order.md': 'x',
      'cards/freeze/index.md': '# Freeze',
      'cards/order/abroad.md': 'x',
    };
    expect(pathsOf(texts, ['cards/freeze/lock.png']).slice(0, 4)).toEqual([
      'articles/en/cards/freeze.mdx',
      'articles/en/cards/order/abroad.mdx',
      'articles/en/cards/order/overview.mdx',
      'articles/en/cards/overview.mdx',
    ]);
  });

  it('gives no address twice, and none that the site itself uses', () => {
    const imported = importTexts({ 'search/a b.md': 'one', 'search/a-b.md': 'two', 'search/A-B.markdown': 'three' });
    expect(imported.files.map(({ path }) => path).slice(0, 3)).toEqual([
      'articles/en/search-help/a-b-2.mdx',
      'articles/en/search-help/a-b-3.mdx',
      'articles/en/search-help/a-b.mdx',
    ]);
    expect(lossesOf(imported)).toEqual([
      'search/a b.md The article became "search-help/a-b-2" instead of "search-help/a-b" because "search/A-B.markdown" already has that address.',
      'search/a-b.md The article became "search-help/a-b-3" instead of "search-help/a-b" because "search/A-B.markdown" already has that address.',
    ]);
  });

  it('gives the same bytes whatever the order of the files', () => {
    const texts = { 'b/x.md': '# X\n\n[y](y.md) ![p](p.png)', 'b/y.md': '[x](x.md)', 'a.md': '[b](b/x.md#gone)' };
    const turned = Object.fromEntries(Object.entries(texts).reverse());
    expect(importTexts(turned, ['b/p.png'])).toEqual(importTexts(texts, ['b/p.png']));
  });
});

describe('a file that is not an article', () => {
  it('is left out with the reason', () => {
    const imported = importTexts({
      'LICENSE.md': 'Do what you like.',
      'README.md': '# The repository',
      'CONTRIBUTING.md': 'Please do.',
      '.github/template.md': 'x',
      'cards/empty.md': '\n',
      'cards/security.md': 'Keep your card safe.',
    });
    expect(imported.files.map(({ path }) => path)).toEqual([
      'articles/en/cards/security.mdx',
      'site.yaml',
      'topics.yaml',
    ]);
    expect(lossesOf(imported)).toEqual([
      ".github/template.md The file is in a folder for tools and wasn't imported.",
      "CONTRIBUTING.md The file is about the project, like a README, and has no front matter; it wasn't imported.",
      "LICENSE.md The file is a license, not an article, and wasn't imported.",
      "README.md The file is about the project, like a README, and has no front matter; it wasn't imported.",
      "cards/empty.md The file is empty and wasn't imported.",
    ]);
  });

  it('is still imported if it has front matter, or if the folder is a GitBook', () => {
    expect(pathsOf({ 'cards/README.md': '---\ntitle: Cards\n---\nAll about cards.' })[0]).toBe(
      'articles/en/cards/overview.mdx',
    );
    expect(pathsOf({ 'SUMMARY.md': '* [Cards](cards/README.md)', 'cards/README.md': '# Cards' })[0]).toBe(
      'articles/en/cards/overview.mdx',
    );
  });
});

describe('the title', () => {
  const titleOf = (text: string) =>
    /^title: (.*)$/m.exec(articleIn(importTexts({ 'a/order-a-card.md': text }), 'a/order-a-card'))?.[1];

  it('is that of the front matter, else the first heading, else the file name', () => {
    expect(titleOf('---\ntitle: Order\n---\n\n# Something else')).toBe('Order');
    expect(titleOf('Words first.\n\n# Order *a* `card`')).toBe('Order a card');
    expect(titleOf('Just words.')).toBe('Order a card');
  });
});
