import { describe, expect, it } from 'vitest';
import type { Article } from '#kb/content/article.ts';
import type { Holdings } from '#kb/content/library.ts';
import { linkBroken, relatedUnknown } from '#kb/rules/links.ts';
import { makeArticle, makeLibrary } from '../../make.ts';

const heading = (slug: string) => ({ level: 2, text: slug, slug });

function linked(
  link: string,
  others: Article[] = [],
  differs: Partial<Article> = {},
  holdings: Partial<Holdings> = {},
) {
  const { links: _, ...own } = differs;
  return [
    ...linkBroken(
      makeLibrary({ articles: [makeArticle('cards/freeze', { ...own, links: [link] }), ...others], ...holdings }),
    ),
  ];
}
const codesOf = (...args: Parameters<typeof linked>) => linked(...args).map(({ code }) => code);

describe('a link', () => {
  it.each([
    ['to an article', 'cards/order', [makeArticle('cards/order')]],
    ['to an article in another section', 'loans/apply', [makeArticle('loans/apply')]],
    ['to a section', 'loans', [makeArticle('loans/apply')]],
    ['to a section around a section', 'loans', [makeArticle('loans/car/apply')]],
    ['to itself', 'cards/freeze', []],
    ['to the home page', '', []],
    ['to the list of all articles', 'all', []],
    ['to a heading', 'cards/order#fees', [makeArticle('cards/order', { outline: [heading('fees')] })]],
  ])('leads %s', (_, link, others) => {
    expect(codesOf(link, others)).toEqual([]);
  });

  it('in a translation leads to the original if there is no translation', () => {
    expect(codesOf('cards/order', [makeArticle('cards/order')], { locale: 'fi' })).toEqual([]);
  });

  it('can lead to an article that cannot be read', () => {
    expect(codesOf('cards/order', [], {}, { unread: new Set(['cards/order']) })).toEqual([]);
  });

  it('in the default language does not lead to an article that only another language has', () => {
    expect(codesOf('cards/order', [makeArticle('cards/order', { locale: 'fi' })])).toEqual(['link-broken']);
  });

  it('that is broken is reported with its place', () => {
    expect(linked('cards/ordr')).toMatchObject([
      { code: 'link-broken', path: 'articles/en/cards/freeze.mdx', line: 5, column: 1 },
    ]);
  });

  it('that is broken is fixed with the nearest article', () => {
    const [found] = linked('cards/ordr', [makeArticle('cards/order')]);
    expect(`${found?.says} ${found?.fix}`).toMatchInlineSnapshot(
      `"The link "/cards/ordr" does not lead to any article. Change it to "/cards/order", or create articles/en/cards/ordr.mdx."`,
    );
  });

  it.each([
    ['kontact', 'Change it to "/contact".'],
    ['offers', 'Change it to the address of an article, such as "/section/name".'],
    ['en/cards/order', 'Change it to "/cards/order".'],
    ['en/contact', 'Change it to "/contact".'],
  ])('that is broken gets a fix that leads to an article: /%s', (link, fix) => {
    expect(linked(link, [makeArticle('cards/order')]).map((found) => found.fix)).toEqual([fix]);
  });

  it('that leads to the wrong section is fixed with the article of that name', () => {
    const [found] = linked('loans/report-a-lost-card', [makeArticle('security/report-a-lost-card')]);
    expect(found?.fix).toContain('"/security/report-a-lost-card"');
  });

  it('is never fixed with its own article', () => {
    const [found] = linked('cards/freezes');
    expect(found?.fix).not.toContain('"/cards/freeze"');
  });
});

describe('a link to what customers cannot see', () => {
  const internal = makeArticle('cards/rules', { audience: 'internal' });

  it('is refused in an article for customers', () => {
    const [found, ...more] = linked('cards/rules', [internal]);
    expect(more).toEqual([]);
    expect(found?.code).toBe('link-internal');
    expect(`${found?.says} ${found?.fix}`).toMatchInlineSnapshot(
      `"The link "/cards/rules" leads to an article for the support team only. Link to a public article, or set "audience: public" in that article."`,
    );
  });

  it('is fine in an internal article', () => {
    expect(codesOf('cards/rules', [internal], { audience: 'internal' })).toEqual([]);
  });

  it.each([
    ['archived', { confidence: 'archived' } as const],
    ['still being written', { confidence: 'work-in-progress' } as const],
  ])('is refused if the target is %s', (_, differs) => {
    expect(codesOf('cards/old', [makeArticle('cards/old', differs)])).toEqual(['link-internal']);
  });

  it('is fine while both are still being written', () => {
    const other = makeArticle('cards/old', { confidence: 'work-in-progress' });
    expect(codesOf('cards/old', [other], { confidence: 'work-in-progress' })).toEqual([]);
  });

  it('is fine in an article that is archived itself', () => {
    expect(codesOf('cards/rules', [internal], { confidence: 'archived' })).toEqual([]);
  });

  it('is refused for a section in which everything is internal', () => {
    expect(codesOf('team', [makeArticle('team/rules', { audience: 'internal' })])).toEqual(['link-internal']);
  });
});

describe('a link to a missing heading', () => {
  const order = makeArticle('cards/order', { outline: [heading('what-it-costs'), heading('how-long')] });

  it('is reported with the nearest heading', () => {
    const [found] = linked('cards/order#what-it-cost', [order]);
    expect(found).toMatchObject({ code: 'link-fragment', severity: 'warning' });
    expect(`${found?.says} ${found?.fix}`).toMatchInlineSnapshot(
      `"The link "/cards/order#what-it-cost" points to the heading "#what-it-cost", which articles/en/cards/order.mdx does not have. Did you mean "#what-it-costs"?"`,
    );
  });

  it('is reported without one if none is near', () => {
    const [found] = linked('cards/order#zebra', [order]);
    expect(found?.fix).toMatchInlineSnapshot(`"Remove "#zebra" from the link."`);
  });

  it('is checked against the article that is shown: in a translation, against its headings', () => {
    const finnish = makeArticle('cards/order', { locale: 'fi', outline: [heading('hinta')] });
    expect(codesOf('cards/order#hinta', [order, finnish], { locale: 'fi' })).toEqual([]);
    expect(codesOf('cards/order#what-it-costs', [order, finnish], { locale: 'fi' })).toEqual(['link-fragment']);
  });
});

describe('a related article', () => {
  const related = (id: string, others: Article[] = [], holdings: Partial<Holdings> = {}) => [
    ...relatedUnknown(
      makeLibrary({
        articles: [makeArticle('cards/freeze', { related: [id], lines: { 'related.0': 4 } }), ...others],
        ...holdings,
      }),
    ),
  ];

  it('exists', () => {
    expect(related('cards/order', [makeArticle('cards/order')])).toEqual([]);
  });

  it('exists and cannot be read', () => {
    expect(related('cards/order', [], { unread: new Set(['cards/order']) })).toEqual([]);
  });

  it('does not exist', () => {
    const [found, ...more] = related('cards/ordr', [makeArticle('cards/order')]);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: 'related-unknown', path: 'articles/en/cards/freeze.mdx', line: 4 });
    expect(`${found?.says} ${found?.fix}`).toMatchInlineSnapshot(
      `"The related article "cards/ordr" does not exist. Did you mean "cards/order"?"`,
    );
  });

  it('is never fixed with its own article', () => {
    expect(related('cards/freezes')[0]?.fix).not.toContain('"cards/freeze"');
  });
});
