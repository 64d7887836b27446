import { describe, expect, it } from 'vitest';
import { brandLibrary } from '#kb/content/brand-library.ts';
import { unknownBrands } from '#kb/rules/brands.ts';
import { checkLibrary } from '#kb/rules/check.ts';
import { makeArticle, makeLibrary, makeSite } from '../../make.ts';

const sections = { cards: { title: 'Cards' }, loans: { title: 'Loans', brands: ['lumo'] } };
const library = makeLibrary({
  site: makeSite({ sections }),
  articles: [
    makeArticle('cards/order'),
    makeArticle('cards/gold', { brands: ['acme', 'lumo'] }),
    makeArticle('cards/black', { brands: ['lumo'] }),
    makeArticle('cards/black', { brands: [], locale: 'fi' }),
    makeArticle('loans/apply'),
    makeArticle('loans/car/apply', { brands: ['acme'] }),
  ],
});
const idsOf = (brand: string) => [...new Set(brandLibrary(library, brand).articles.map(({ id }) => id))];

describe('what a brand has', () => {
  it.each([
    ['acme', ['cards/gold', 'cards/order']],
    ['lumo', ['cards/black', 'cards/gold', 'cards/order', 'loans/apply']],
    ['plain', ['cards/order']],
  ])('%s', (brand, ids) => {
    expect(idsOf(brand)).toEqual(ids);
  });

  it('is everything if nothing names a brand', () => {
    const shared = makeLibrary({ articles: [makeArticle('cards/order')] });
    expect(brandLibrary(shared, 'acme')).toBe(shared);
  });

  it('is all that is listed and found', () => {
    const acme = brandLibrary(library, 'acme');
    expect(acme.sections('en').map(({ id, count }) => [id, count])).toEqual([['cards', 2]]);
    expect(acme.find('fi', 'cards/black')).toBeUndefined();
    expect(acme.hasSection('loans')).toBe(false);
  });
});

describe('what a brand does not have', () => {
  const findings = (link: string, brand = 'acme', brands: string[] = []) => {
    const articles = [...library.articles, makeArticle('cards/news', { brands, links: [link] })];
    return checkLibrary(brandLibrary(makeLibrary({ site: library.site, articles }), brand));
  };

  it.each(['cards/black', 'loans', 'loans/apply'])('cannot be linked to: %s', (link) => {
    expect(findings(link)).toMatchObject([{ code: 'link-internal', path: 'articles/en/cards/news.mdx' }]);
    expect(findings(link, 'lumo')).toEqual([]);
    expect(findings(link, 'acme', ['lumo'])).toEqual([]);
  });

  it('is not reported as missing elsewhere', () => {
    const articles = [...library.articles, makeArticle('cards/news', { related: ['cards/black'] })];
    expect(checkLibrary(brandLibrary(makeLibrary({ site: library.site, articles }), 'acme'))).toEqual([]);
  });
});

describe('an unknown brand', () => {
  it('is reported for articles and sections', () => {
    expect(unknownBrands(library, new Set(['plain', 'lumo']))).toMatchObject([
      { code: 'brand-unknown', path: 'articles/en/cards/gold.mdx' },
      { code: 'brand-unknown', path: 'articles/en/loans/car/apply.mdx' },
    ]);
    expect(unknownBrands(library, new Set(['acme']))[0]).toMatchObject({ path: 'site.yaml' });
  });
});
