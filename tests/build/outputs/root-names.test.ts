import { expect, it } from 'vitest';
import { outputFiles } from '#build/outputs/all.ts';
import { isReserved } from '#kb/content/own-pages.ts';
import { redirectsOf } from '#kb/rules/redirects.ts';
import { makeArticle, makeLibrary } from '../../make.ts';
import { makeBuiltSite } from './make-site.ts';

it('no section can have the name of a file at the root of the site', () => {
  const articles = [makeArticle('cards/order', { redirectFrom: ['/en/old'] })];
  const site = makeBuiltSite({ library: makeLibrary({ articles }), url: 'https://a.example/', base: '/' });
  const roots = new Set(outputFiles(site).map(({ path }) => path.replace(/\/.*$/, '')));
  const names = [...roots].filter((name) => !site.site.locales.includes(name));
  expect(names).toEqual(expect.arrayContaining(['_redirects', 'robots.txt', 'sitemap.xml', 'sitemap-1.xml']));
  expect(names.filter((name) => !isReserved(name))).toEqual([]);
});

it('no old address can have the place of a file that the site consists of', () => {
  const url = 'https://a.example/';
  const paths = outputFiles(makeBuiltSite({ library: makeLibrary({ articles: [makeArticle('cards/order')] }), url }));
  // Addresses cannot start with "." or "_" at all.
  const taken = paths.map(({ path }) => `/${path}`).filter((path) => !/^\/[._]/.test(path));
  expect(taken.length).toBeGreaterThan(6);
  const redirectFrom = taken.flatMap((path) => [path, `${path}/below`, path.toUpperCase()]);
  const library = makeLibrary({ articles: [makeArticle('cards/order', { redirectFrom })] });
  expect(redirectsOf(library).filter(({ fault }) => fault === undefined)).toEqual([]);
});
