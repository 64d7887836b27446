import { expect, it } from 'vitest';
import { makeArticle, makeLibrary } from '../../make.ts';
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

it('writes nothing for a site without old addresses', () => {
  expect(fileOf(makeBuiltSite(), '_redirects')).toBeUndefined();
});
