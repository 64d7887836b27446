import { expect, it } from 'vitest';
import { fileOf, makeBuiltSite } from './make-site.ts';

it('names the sitemap if the address of the site is known', () => {
  expect(fileOf(makeBuiltSite({ url: 'https://a.example' }), 'robots.txt')).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: https://a.example/sitemap.xml\n',
  );
});

it('names no sitemap if it is not', () => {
  expect(fileOf(makeBuiltSite(), 'robots.txt')).toBe('User-agent: *\nAllow: /\n');
});

it('keeps crawlers out of an internal site', () => {
  const site = makeBuiltSite({ audience: 'internal', url: 'https://a.example/' });
  expect(fileOf(site, 'robots.txt')).toBe('User-agent: *\nDisallow: /\n');
});
