import { expect, it } from 'vitest';
import { makeArticle, makeLibrary, makeSite } from '../../make.ts';
import { fileOf, makeBuiltSite } from './make-site.ts';

const articles = [makeArticle('cards/order', { title: 'Order <one>', redirectFrom: ['/old/order', '/a/7.html'] })];
const site = makeBuiltSite({ library: makeLibrary({ articles }), base: '/help/' });

it('lists old addresses for hosts that redirect, sorted', () => {
  expect(fileOf(site, '_redirects')).toBe(
    '/help/a/7.html /help/en/cards/order/ 301\n/help/old/order /help/en/cards/order/ 301\n',
  );
});

it.each(['old/order/index.html', 'a/7.html'])('redirects browsers from %s', (path) => {
  const html = fileOf(site, path);
  expect(html).toContain('<meta http-equiv="refresh" content="0;url=/help/en/cards/order/">');
  expect(html).toContain('<title>Order &#60;one&#62;</title>');
});

it('writes addresses for hosts without any character of their patterns', () => {
  const strange = [makeArticle('cards/order', { redirectFrom: ["/a b/it's (new)$", '/%C3%A4/c%2C', '/n\u0303'] })];
  const text = fileOf(makeBuiltSite({ library: makeLibrary({ articles: strange }) }), '_redirects') ?? '';
  expect(text.split('\n').filter(Boolean)).toEqual([
    '/%C3%A4/c%2C /en/cards/order/ 301',
    '/a%20b/it%27s%20%28new%29%24 /en/cards/order/ 301',
    '/n%CC%83 /en/cards/order/ 301',
  ]);
});

it('never writes over a page or another redirect, even if the finding is turned off', () => {
  const taken = ['/en/cards/order', '/en/search.json', '/robots.txt/x', '/old', '/Old', '/x.html', '/x.html/y'];
  const library = makeLibrary({ articles: [makeArticle('cards/order', { redirectFrom: taken })] });
  expect(fileOf(makeBuiltSite({ library }), '_redirects')).toBe(
    '/old /en/cards/order/ 301\n/x.html /en/cards/order/ 301\n',
  );
});

it('writes nothing for a site without old addresses', () => {
  expect(fileOf(makeBuiltSite(), '_redirects')).toBeUndefined();
});

it('writes rules after single addresses, and a page for each article that a rule leads to', () => {
  const redirects = {
    '/docs/*': '/cards/*',
    '/hc/:locale/:number-:title': '/a/:number.html',
    '/shop/*': 'https://x.example/',
  };
  const library = makeLibrary({ articles, site: makeSite({ redirects }) });
  const ruled = makeBuiltSite({ library, base: '/help/' });
  expect(fileOf(ruled, '_redirects')?.split('\n').slice(2)).toEqual([
    '/help/docs/* /help/en/cards/:splat 301',
    '/help/hc/:locale/:number-:title /help/a/:number.html 301',
    '/help/shop/* https://x.example/ 301',
    '',
  ]);
  expect(fileOf(ruled, 'docs/order/index.html')).toContain('url=/help/en/cards/order/');
});
