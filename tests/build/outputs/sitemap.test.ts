import { describe, expect, it } from 'vitest';
import { outputFiles } from '#build/outputs/all.ts';
import { makeArticle, makeLibrary, makeSite } from '../../make.ts';
import { fileOf, makeBuiltSite } from './make-site.ts';

const url = 'https://a.example/help/';
const articles = [
  makeArticle('cards/freeze'),
  makeArticle('cards/freeze', { locale: 'fi' }),
  makeArticle('cards/it’s & more'),
];
const withArticles = (list = articles, site = makeSite()) =>
  makeBuiltSite({ library: makeLibrary({ articles: list, site }), url, base: '/help/' });

describe('the sitemap', () => {
  it('names every page in every language it is written in, with the others', () => {
    const xml = fileOf(withArticles(), 'sitemap-1.xml');
    expect(xml).toContain(
      '<url><loc>https://a.example/help/fi/cards/freeze/</loc><xhtml:link rel="alternate" hreflang="en" href="https://a.example/help/en/cards/freeze/"/><xhtml:link rel="alternate" hreflang="fi" href="https://a.example/help/fi/cards/freeze/"/><xhtml:link rel="alternate" hreflang="x-default" href="https://a.example/help/en/cards/freeze/"/></url>',
    );
    for (const path of ['en/', 'en/all/', 'en/announcements/', 'en/cards/', 'fi/cards/'])
      expect(xml).toContain(`<loc>${url}${path}</loc>`);
  });

  it('names the contact page only if there are contact options', () => {
    expect(fileOf(withArticles(), 'sitemap-1.xml')).not.toContain('/en/contact/');
    const reachable = makeSite({ contact: { email: 'help@a.example' } });
    expect(fileOf(withArticles(articles, reachable), 'sitemap-1.xml')).toContain(`<loc>${url}en/contact/</loc>`);
  });

  it('leaves out the search page', () => {
    expect(fileOf(withArticles(), 'sitemap-1.xml')).not.toContain('/search/');
  });

  it('leaves out what is shown instead of a translation', () => {
    const xml = fileOf(withArticles(), 'sitemap-1.xml');
    expect(xml).toContain('<url><loc>https://a.example/help/en/cards/it%E2%80%99s%20%26%20more/</loc></url>');
    expect(xml).not.toContain('/fi/cards/it');
  });

  it('has the day of the last change of an article, and no other day', () => {
    const [freeze] = articles;
    const xml = fileOf({ ...withArticles(), updated: { [freeze?.path ?? '']: '2026-09-14' } }, 'sitemap-1.xml');
    expect(xml?.match(/<lastmod>.*?<\/lastmod>/g)).toEqual(['<lastmod>2026-09-14</lastmod>']);
    expect(xml).toContain('<loc>https://a.example/help/en/cards/freeze/</loc><lastmod>2026-09-14</lastmod>');
  });

  it('is an index of files that are all within the limits', () => {
    const site = withArticles(Array.from({ length: 10_000 }, (_, index) => makeArticle(`a/n${index}`)));
    const files = outputFiles(site).filter(({ path }) => path.startsWith('sitemap'));
    expect(files.map(({ path }) => path)).toEqual(['sitemap-1.xml', 'sitemap-2.xml', 'sitemap.xml']);
    expect(files.map(({ text }) => text.match(/<loc>/g)?.length)).toEqual([10_000, expect.any(Number), 2]);
    expect(files[2]?.text).toContain('<sitemap><loc>https://a.example/help/sitemap-2.xml</loc></sitemap>');
  });

  it.each([{ audience: 'internal' as const }, { url: undefined }])('is not written with %o', (differs) => {
    expect(fileOf({ ...withArticles(), ...differs }, 'sitemap.xml')).toBeUndefined();
  });
});
