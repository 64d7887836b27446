import { describe, expect, it } from 'vitest';
import { pathsTo, publishedLibrary, type Section } from '#kb/content/library.ts';
import { makeArticle, makeLibrary, makeSite } from '../../make.ts';

const site = makeSite({
  sections: { loans: { title: { en: 'Loans', fi: 'Lainat' }, icon: 'cash' }, cards: { title: 'Cards' } },
});
const library = makeLibrary({
  site,
  articles: [
    makeArticle('loans/apply', { title: 'Apply' }),
    makeArticle('cards/order', { title: 'Order' }),
    makeArticle('cards/order', { title: 'Tilaa', locale: 'fi' }),
    makeArticle('cards/lost/report', { title: 'Report' }),
    makeArticle('cards/only-finnish', { title: 'Vain suomeksi', locale: 'fi' }),
    makeArticle('about-us/team', { title: 'The team' }),
  ],
});

describe('an article', () => {
  it('is found in the reader’s language', () => {
    expect(library.find('fi', 'cards/order')).toMatchObject({
      article: { title: 'Tilaa' },
      locale: 'fi',
      fallback: false,
    });
  });

  it('or in the default language', () => {
    expect(library.find('fi', 'loans/apply')).toMatchObject({
      article: { locale: 'en' },
      locale: 'fi',
      fallback: true,
    });
  });

  it('but never the other way around', () => {
    expect(library.find('en', 'cards/only-finnish')).toBeUndefined();
  });

  it('is found exactly only in its own language', () => {
    expect(library.exact('fi', 'loans/apply')).toBeUndefined();
    expect(library.exact('en', 'loans/apply')?.title).toBe('Apply');
  });

  it.each(['', 'cards', 'cards/', '/cards/order', 'constructor', '__proto__'])('is not found by "%s"', (id) => {
    expect(library.find('en', id)).toBeUndefined();
  });

  it('is not found in a language the site does not have', () => {
    expect(library.exact('sv', 'cards/order')).toBeUndefined();
  });
});

describe('everything a reader can reach', () => {
  const shown = (locale: string) =>
    library
      .shown(locale)
      .map(({ article, fallback }) => `${article.id} ${article.locale}${fallback ? ' fallback' : ''}`);

  it('is sorted by id, each article once, in the best language available', () => {
    expect(shown('fi')).toEqual([
      'about-us/team en fallback',
      'cards/lost/report en fallback',
      'cards/only-finnish fi',
      'cards/order fi',
      'loans/apply en fallback',
    ]);
  });

  it('in the default language is everything written in it', () => {
    expect(shown('en')).toEqual(['about-us/team en', 'cards/lost/report en', 'cards/order en', 'loans/apply en']);
  });

  it('is the same whatever the order of the articles', () => {
    const reversed = makeLibrary({ site, articles: [...library.articles].reverse() });
    expect(reversed.articles).toEqual(library.articles);
    expect(reversed.shown('fi')).toEqual(library.shown('fi'));
  });
});

describe('sections', () => {
  const outline = (sections: readonly Section[]): unknown[] =>
    sections.map(({ title, count, articles, sections: inner }) => [
      title,
      count,
      articles.map(({ article }) => article.title),
      ...outline(inner),
    ]);

  it('are in the order of site.yaml, then by title, and count the articles in them', () => {
    expect(outline(library.sections('fi'))).toEqual([
      ['Lainat', 1, ['Apply']],
      ['Cards', 3, ['Tilaa', 'Vain suomeksi'], ['Lost', 1, ['Report']]],
      ['About us', 1, ['The team']],
    ]);
  });

  it('have their icon and summary from site.yaml', () => {
    expect(library.sections('en')[0]).toMatchObject({ id: 'loans', icon: 'cash', summary: undefined });
  });

  it('have their articles by number, then by title, and translations follow the original', () => {
    const articles = [
      makeArticle('a/unpack', { title: 'Unpack', order: 1 }),
      makeArticle('a/recycle', { title: 'Recycle', order: 10 }),
      makeArticle('a/boil', { title: 'Boil', order: 1.5 }),
      makeArticle('a/ask', { title: 'Ask' }),
      makeArticle('a/more', { title: 'More' }),
      makeArticle('a/unpack', { title: 'Pura', locale: 'fi' }),
      makeArticle('a/boil', { title: 'Keitä', locale: 'fi', order: 0 }),
    ];
    const titles = (locale: string) =>
      makeLibrary({ articles })
        .sections(locale)[0]
        ?.articles.map(({ article }) => article.title);
    expect(titles('en')).toEqual(['Unpack', 'Boil', 'Recycle', 'Ask', 'More']);
    expect(titles('fi')).toEqual(['Keitä', 'Pura', 'Recycle', 'Ask', 'More']);
  });

  it('sort titles as the language does', () => {
    const words = ['Äiti', 'Zebra', 'Apina'];
    const titles = (locale: string) =>
      makeLibrary({ articles: words.map((title, index) => makeArticle(`a/${index}`, { title })) })
        .sections(locale)[0]
        ?.articles.map(({ article }) => article.title);
    expect(titles('fi')).toEqual(['Apina', 'Zebra', 'Äiti']);
    expect(titles('en')).toEqual(['Äiti', 'Apina', 'Zebra']);
  });

  it.each([
    ['cards', true],
    ['cards/lost', true],
    ['cards/order', false],
    ['card', false],
    ['', false],
  ])('"%s": %s', (id, there) => {
    expect(library.hasSection(id)).toBe(there);
  });

  it.each(['constructor', 'valueOf', 'toString', '__proto__'])('can be called %s', (id) => {
    const [section] = makeLibrary({ articles: [makeArticle(`${id}/use`)] }).sections('en');
    expect(section).toMatchObject({ id, count: 1 });
  });

  it('without articles are left out', () => {
    expect(makeLibrary().sections('en')).toEqual([]);
  });

  it.each([
    ['a', ['a']],
    ['a/b/c', ['a', 'a/b', 'a/b/c']],
  ])('the way to %s', (id, way) => {
    expect(pathsTo(id)).toEqual(way);
  });
});

describe('the published library', () => {
  const all = makeLibrary({
    articles: [
      makeArticle('a/public'),
      makeArticle('a/internal', { audience: 'internal' }),
      makeArticle('b/archived', { confidence: 'archived' }),
      makeArticle('c/later', { publishOn: '2026-12-01' }),
    ],
    unread: new Set(['a/unread']),
  });
  const ids = (audience: 'public' | 'internal', today: string) =>
    publishedLibrary(all, audience, today).articles.map(({ id }) => id);

  it('has for each audience and day what that audience can see', () => {
    expect(ids('public', '2026-11-15')).toEqual(['a/public']);
    expect(ids('public', '2026-12-01')).toEqual(['a/public', 'c/later']);
    expect(ids('internal', '2026-11-15')).toEqual(['a/internal', 'a/public', 'c/later']);
  });

  it('has only the sections of the articles that are left', () => {
    const published = publishedLibrary(all, 'public', '2026-11-15');
    expect([published.hasSection('a'), published.hasSection('b')]).toEqual([true, false]);
  });

  it('leaves the whole library as it was', () => {
    publishedLibrary(all, 'public', '2026-11-15');
    expect(all.articles).toHaveLength(4);
  });
});
