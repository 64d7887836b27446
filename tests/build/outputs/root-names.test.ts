import { expect, it } from 'vitest';
import { outputFiles } from '#build/outputs/all.ts';
import { isReserved } from '#kb/content/own-pages.ts';
import { makeArticle, makeLibrary } from '../../make.ts';
import { makeBuiltSite } from './make-site.ts';

it('no section can have the name of a file at the root of the site', () => {
  const articles = [makeArticle('cards/order', { redirectFrom: ['/en/old'] })];
  const site = makeBuiltSite({ library: makeLibrary({ articles }), url: 'https://a.example/', base: '/' });
  const roots = new Set(outputFiles(site).map(({ path }) => path.replace(/\/.*$/, '')));
  const names = [...roots].filter((name) => !site.site.locales.includes(name));
  expect(names).toEqual(
    expect.arrayContaining(['_headers', '_redirects', 'robots.txt', 'sitemap.xml', 'sitemap-1.xml']),
  );
  expect(names.filter((name) => !isReserved(name))).toEqual([]);
});
