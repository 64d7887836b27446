import { describe, expect, it } from 'vitest';
import { follow, redirectRulesOf } from '#kb/redirects/redirect-rule.ts';
import { RedirectRules } from '#kb/redirects/written-rules.ts';
import { redirectRule } from '#kb/rules/redirect-rules.ts';
import { makeArticle, makeLibrary, makeSite } from '../../make.ts';

const articles = [
  makeArticle('cards/order', { title: 'Order', redirectFrom: ['/hc/en-us/articles/360'] }),
  makeArticle('cards/freeze', { title: 'Freeze' }),
];
const says = (redirects: Record<string, string>) =>
  [...redirectRule(makeLibrary({ articles, site: makeSite({ redirects }) }))].map((found) => found.says);

describe('a rule for many old addresses', () => {
  it('is fine if it leads to a page, an old address or another site', () => {
    expect(
      says({
        '/docs/*': '/cards/*',
        '/hilfe/*': '/en/cards/*',
        '/hc/:locale/articles/:number-:title': '/hc/en-us/articles/:number',
        '/kb/:number': '/docs/order',
        '/shop/*': 'https://pilvi.example/shop',
        '/v1/:name.html': '/cards/:name',
      }),
    ).toEqual([]);
  });

  it('must not hide a page', () => {
    expect(says({ '/en/cards/*': '/cards/order' })).toEqual([
      'The redirect from "/en/cards/*" would hide the page /en/cards/.',
    ]);
  });

  it('must not hide the files of the site', () => {
    expect(says({ '/pagefind/*': '/cards/order' })).toEqual([
      'The redirect from "/pagefind/*" would hide files of the site.',
    ]);
  });

  it('must not be hidden by an earlier rule', () => {
    expect(says({ '/docs/*': '/cards/*', '/docs/api/*': '/cards/order' })).toEqual([
      'The redirect from "/docs/api/*" is never used, because "/docs/*" before it matches the same addresses.',
    ]);
  });

  it('must not lead back to itself, at once or through others', () => {
    expect(says({ '/a/*': '/b/*', '/b/*': '/a/*' })).toEqual([
      'The redirect from "/a/*" leads back to itself.',
      'The redirect from "/b/*" leads back to itself.',
    ]);
    expect(says({ '/a/*': '/a/b/*' })).toEqual(['The redirect from "/a/*" leads back to itself.']);
  });

  it('must lead somewhere', () => {
    expect(says({ '/a/*': '/gone/*' })).toEqual([
      'The redirect from "/a/*" leads to "/gone/*", and no page or old address is like that.',
    ]);
  });

  it.each([
    ['/docs/*', '/*', '/docs//evil.example'],
    ['/docs/*', '/*', '/docs/\\evil.example'],
    ['/docs/:name', '/:name/x', '/docs/\\evil.example'],
  ])('cannot lead to another site: %s to %s', (from, to, address) => {
    const [rule] = redirectRulesOf({ [from]: to });
    expect(rule && follow(rule, address)).toBeUndefined();
    expect(rule && follow(rule, '/docs/en')).toMatch(/^\/en/);
  });

  it.each([
    ['docs/*', '/cards/*'],
    ['/*', '/cards/*'],
    ['/a/*/b', '/cards/*'],
    ['/a/:x/:x', '/cards/:x'],
    ['/a/:x', '/cards/:y'],
    ['/a', '/cards/*'],
    ['/a/?x=*', '/cards/*'],
    ['/a/*', 'javascript:alert(1)'],
    ['/a/*', '/cards]/*'],
    ['/a/*', '/cards\\*'],
    ['/a/(.*)', 'cards'],
  ])('is written as hosts can have it: %s to %s is refused', (from, to) => {
    expect(RedirectRules.safeParse({ [from]: to }).success).toBe(false);
  });
});
