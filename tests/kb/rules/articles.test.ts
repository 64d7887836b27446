import { describe, expect, it } from 'vitest';
import { articlesMissing, idTaken, sectionReserved, sectionUnknown, slugInvalid } from '#kb/rules/articles.ts';
import { redirectTaken } from '#kb/rules/redirects.ts';
import { makeArticle, makeLibrary, makeSite } from '../../make.ts';

describe('articles-missing', () => {
  it('is raised if there are no articles', () => {
    const [found] = [...articlesMissing(makeLibrary())];
    expect(`${found?.says} ${found?.fix}`).toMatchInlineSnapshot(
      `"There are no articles in this folder. Add one, such as articles/en/getting-started/hello.mdx, or choose the right folder with --content."`,
    );
  });

  it('is not raised if there are articles that cannot be read', () => {
    expect([...articlesMissing(makeLibrary({ unread: new Set(['a/b']) }))]).toEqual([]);
  });
});

describe('slug-invalid', () => {
  const faults = (id: string) => [...slugInvalid(makeLibrary({ articles: [makeArticle(id)] }))];

  it.each([
    'cards/order',
    'cards/order-a-card',
    'cards/2fa',
    'api/v1.2',
    'cards/order_now',
    'cards/کارت',
    'cards/äiti',
    'カード/注文',
    'हिन्दी/कार्ड',
  ])('leaves %s as it is', (id) => {
    expect(faults(id)).toEqual([]);
  });

  it.each([
    ['cards/Order', 'Order', 'order'],
    ['cards/order a card', 'order a card', 'order-a-card'],
    ['Cards & more/order', 'Cards & more', 'cards-more'],
    ['cards/-order', '-order', 'order'],
    ['cards/order-', 'order-', 'order'],
    ['cards/.order', '.order', 'order'],
    ['cards/order%20now', 'order%20now', 'order-20now'],
    ['cards/order?now', 'order?now', 'order-now'],
    ['cards/order#now', 'order#now', 'order-now'],
    ['cards/..', '..', undefined],
  ])('refuses %s', (id, bad, better) => {
    const [found, ...more] = faults(id);
    expect(more).toEqual([]);
    expect(found?.says).toContain(`"${bad}"`);
    if (better !== undefined) expect(found?.fix).toContain(`"${better}"`);
  });

  it('never suggests a name that it would refuse', () => {
    for (const id of ['cards/..', 'cards/...', 'cards/!!!', 'cards/Ä Ö', 'cards/_']) {
      const [found] = faults(id);
      const advised = /"([^"]*)"\.$/.exec(found?.fix ?? '')?.[1];
      if (advised !== undefined) expect(faults(`cards/${advised}`)).toEqual([]);
    }
  });
});

describe('id-taken', () => {
  it('is raised for two articles with one address', () => {
    const twice = [
      makeArticle('cards/order', { path: 'articles/en/cards/order.mdx' }),
      makeArticle('cards/order', { path: 'articles/en/cards/order.md' }),
    ];
    expect([...idTaken(makeLibrary({ articles: twice }))]).toHaveLength(1);
  });

  it('is raised for an article with the address of a section', () => {
    const articles = [makeArticle('cards/order'), makeArticle('cards/order/by-post')];
    expect([...idTaken(makeLibrary({ articles }))].map(({ path }) => path)).toEqual(['articles/en/cards/order.mdx']);
  });

  it('is not raised for translations', () => {
    const articles = [makeArticle('cards/order'), makeArticle('cards/order', { locale: 'fi' })];
    expect([...idTaken(makeLibrary({ articles }))]).toEqual([]);
  });
});

describe('section-reserved', () => {
  const faults = (id: string) => [...sectionReserved(makeLibrary({ articles: [makeArticle(id)] }))];

  it.each(['all', 'search', '404', '_astro', '_media', 'pagefind'])('%s is reserved', (section) => {
    const [found] = faults(`${section}/order`);
    expect(found?.says).toContain(`"${section}"`);
  });

  it.each(['all-about-us/order', 'cards/all/order', 'cards/all', 'searching/order'])('%s is allowed', (id) => {
    expect(faults(id)).toEqual([]);
  });
});

describe('section-unknown', () => {
  const site = makeSite({ sections: { cards: { title: 'Cards' }, loans: { title: 'Loans' } } });

  it('is raised for a section of site.yaml without an article', () => {
    const found = [...sectionUnknown(makeLibrary({ site, articles: [makeArticle('cards/order')] }))];
    expect(found.map(({ path, says }) => `${path}: ${says}`)).toEqual([
      'site.yaml: The section "loans" has no articles.',
    ]);
  });

  it('is not raised while its article cannot be read', () => {
    expect([
      ...sectionUnknown(
        makeLibrary({ site, articles: [makeArticle('cards/order')], unread: new Set(['loans/apply']) }),
      ),
    ]).toEqual([]);
  });
});

describe('redirect-taken', () => {
  const from = (redirectFrom: string[], ...others: ReturnType<typeof makeArticle>[]) => [
    ...redirectTaken(
      makeLibrary({
        articles: [makeArticle('cards/freeze', { redirectFrom, lines: { 'redirectFrom.0': 7 } }), ...others],
      }),
    ),
  ];

  it.each([['/old'], ['/hc/articles/123'], ['/en/cards/gone'], ['/sv/cards/freeze'], ['/freeze.html']])(
    '%s is free',
    (address) => {
      expect(from([address])).toEqual([]);
    },
  );

  it.each([
    ['an article', '/en/cards/freeze'],
    ['an article, with a slash', '/en/cards/freeze/'],
    ['an article in another language that falls back to it', '/fi/cards/freeze'],
    ['the file of an article', '/en/cards/freeze/index.html'],
    ['a section', '/en/cards'],
    ['the home page of a language', '/en'],
    ['the home page of a language, with a slash', '/fi/'],
    ['the list of all articles', '/en/all'],
    ['the front door', '/index.html'],
    ['the page for what is not found', '/404.html'],
    ['the search index', '/pagefind/pagefind.js'],
    ['an article, in other letter case', '/EN/Cards/freeze'],
    ['the home page of a language, in other letter case', '/En/'],
    ['a part of the sitemap', '/sitemap-1.xml'],
    ['a file of the site, in other letter case', '/Robots.TXT'],
    ['what is below a file of the site', '/robots.txt/x'],
    ['the feed of announcements', '/en/announcements.xml'],
    ['the texts of the search', '/en/search.json'],
    ['what the widget loads', '/fi/widget.json/x'],
  ])('the address of %s is not', (_, address) => {
    expect(from([address]).map(({ line, says }) => ({ line, says }))).toEqual([
      { line: 7, says: `"${address}" is the address of an existing page.` },
    ]);
  });

  it('one address cannot lead to two articles', () => {
    const [found, ...more] = from(['/old'], makeArticle('cards/order', { redirectFrom: ['/old'] }));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ path: 'articles/en/cards/order.mdx' });
    expect(found?.says).toMatchInlineSnapshot(`""/old" already redirects to articles/en/cards/freeze.mdx."`);
  });

  it.each([
    [['/old.html', '/old.html/x'], '"/old.html/x" already redirects to articles/en/cards/freeze.mdx as "/old.html".'],
    [['/old.html/x', '/old.html'], '"/old.html" already redirects to articles/en/cards/freeze.mdx as "/old.html/x".'],
    [['/old', '/OLD'], '"/OLD" already redirects to articles/en/cards/freeze.mdx as "/old".'],
    [['/%C3%A4', '/ä'], '"/ä" already redirects to articles/en/cards/freeze.mdx as "/%C3%A4".'],
    [['/index.html/x'], '"/index.html/x" is below "index.html", which is a file.'],
    [['/old/index.html/x'], '"/old/index.html/x" is below "index.html", which is a file.'],
  ])('no file and folder of one name: %j', (addresses, says) => {
    expect(from(addresses).map((found) => found.says)).toEqual([says]);
  });

  it('nor if one of them ends with a slash', () => {
    expect(from(['/old'], makeArticle('cards/order', { redirectFrom: ['/old/'] }))).toHaveLength(1);
  });
});
