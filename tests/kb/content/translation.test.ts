import { describe, expect, it } from 'vitest';
import { publishedLibrary } from '#kb/content/library.ts';
import { inheritLimits } from '#kb/content/translation.ts';
import { checkLibrary } from '#kb/rules/check.ts';
import { limitFindings } from '#kb/rules/limits.ts';
import { makeArticle, makeLibrary } from '../../make.ts';

const id = 'cards/cancel';
type Fields = NonNullable<Parameters<typeof makeArticle>[1]>;
/** The languages in which customers see an article on 15 November 2026. */
function seen(versions: Record<string, Fields>, audience: 'public' | 'internal' = 'public'): string[] {
  const articles = Object.entries(versions).map(([locale, fields]) => makeArticle(id, { locale, ...fields }));
  return publishedLibrary(makeLibrary({ articles }), audience, '2026-11-15').articles.map(({ locale }) => locale);
}
const codesOf = (en: Fields, fi: Fields) =>
  limitFindings([makeArticle(id, en), makeArticle(id, { locale: 'fi', ...fi })], 'en').map(({ path, says }) => [
    path,
    says,
  ]);

describe('a translation', () => {
  it.each<[string, Fields, Fields]>([
    ['of an internal article', { audience: 'internal' }, {}],
    ['that is internal, like its original then', {}, { audience: 'internal' }],
    ['of a draft', { confidence: 'work-in-progress' }, { confidence: 'validated' }],
    ['of an archived article', { confidence: 'archived' }, {}],
    ['of an article to be published later', { publishOn: '2026-11-16' }, {}],
    ['that would be published before its original', { publishOn: '2026-11-16' }, { publishOn: '2026-11-01' }],
    ['of an article that is over', { archiveOn: '2026-11-15' }, {}],
    ['that would outlive its original', { archiveOn: '2026-11-15' }, { archiveOn: '2027-11-15' }],
  ])('%s is not seen', (_, en, fi) => {
    expect(seen({ en, fi })).toEqual([]);
  });

  it.each<[string, Fields]>([
    ['that is a draft', { confidence: 'work-in-progress' }],
    ['that is archived', { confidence: 'archived' }],
    ['that is planned for later', { publishOn: '2026-11-16' }],
    ['that is over', { archiveOn: '2026-11-15' }],
  ])('%s does not hide its original', (_, fi) => {
    expect(seen({ en: {}, fi })).toEqual(['en']);
  });

  it('whose original is missing is as internal as another translation', () => {
    expect(seen({ fi: { audience: 'internal' }, sv: {} })).toEqual([]);
  });

  it('of an internal article is for the support team', () => {
    expect(seen({ en: { audience: 'internal' }, fi: {} }, 'internal')).toEqual(['en', 'fi']);
  });

  it('is not copied if its limits stay the same', () => {
    const articles = [makeArticle(id), makeArticle(id, { locale: 'fi', publishOn: '2027-01-01' })];
    expect(inheritLimits(articles, 'en').map((one, index) => one === articles[index])).toEqual([true, true]);
  });

  it('of an internal article cannot be linked to from a public one', () => {
    const articles = [
      makeArticle(id, { audience: 'internal' }),
      makeArticle(id, { locale: 'fi' }),
      makeArticle('cards/order', { locale: 'fi', links: [id] }),
      makeArticle('cards/order'),
    ];
    expect(checkLibrary(makeLibrary({ articles })).map(({ code, path }) => [code, path])).toEqual([
      ['link-internal', 'articles/fi/cards/order.mdx'],
    ]);
  });
});

describe('versions that disagree', () => {
  const [en, fi] = ['articles/en/cards/cancel.mdx', 'articles/fi/cards/cancel.mdx'];

  it.each<[string, Fields, Fields, string, string]>([
    ['the translation of an internal article', { audience: 'internal' }, {}, fi, en],
    ['the original of an internal translation', {}, { audience: 'internal' }, en, fi],
    ['the translation of a draft', { confidence: 'work-in-progress' }, {}, fi, '"work-in-progress"'],
    ['an earlier day', { publishOn: '2026-12-02' }, { publishOn: '2026-12-01' }, fi, '2026-12-01 here but 2026-12-02'],
    ['a later end', { archiveOn: '2026-12-01' }, { archiveOn: '2026-12-02' }, fi, '2026-12-02 here but 2026-12-01'],
  ])('are found: %s', (_, original, translation, path, shown) => {
    const found = codesOf(original, translation);
    expect(found.map(([where]) => where)).toEqual([path]);
    expect(found[0]?.[1]).toContain(shown);
  });

  it.each<[string, Fields, Fields]>([
    ['both are internal', { audience: 'internal' }, { audience: 'internal' }],
    ['the translation leaves the days to its original', { publishOn: '2026-12-01', archiveOn: '2027-12-01' }, {}],
    ['the translation is still a draft', {}, { confidence: 'work-in-progress', publishOn: '2026-12-01' }],
  ])('are not found if %s', (_, original, translation) => {
    expect(codesOf(original, translation)).toEqual([]);
  });
});
