import { describe, expect, it } from 'vitest';
import { popularArticles } from '#ui/popular.ts';
import { makeArticle, makeLibrary } from '../make.ts';

const library = makeLibrary({
  articles: [
    makeArticle('cards/all-about', { topics: ['lost', 'late', 'pin'] }),
    makeArticle('cards/lost', { topics: ['lost'] }),
    makeArticle('cards/pin', { topics: ['pin', 'late'] }),
    makeArticle('cards/lost', { topics: ['lost'], locale: 'fi' }),
    makeArticle('cards/wide', { topics: ['late', 'pin', 'lost'], locale: 'fi' }),
  ],
});
const ids = (topics: string[], locale = 'en', limit = 6) =>
  popularArticles(library, locale, topics, limit).map(({ article }) => article.id);

describe('the most asked questions', () => {
  it('are answered in their order, each by the article closest to it', () => {
    expect(ids(['pin', 'lost'])).toEqual(['cards/pin', 'cards/lost']);
  });

  it('name no article twice', () => {
    expect(ids(['lost', 'late', 'pin'])).toEqual(['cards/lost', 'cards/pin', 'cards/all-about']);
  });

  it('come in the reader’s own language first', () => {
    expect(ids(['late'], 'fi')).toEqual(['cards/wide']);
  });

  it('fall back if there is nothing in it', () => {
    const shown = popularArticles(makeLibrary({ articles: [makeArticle('a/b', { topics: ['x'] })] }), 'fi', ['x'], 6);
    expect(shown).toMatchObject([{ fallback: true, article: { id: 'a/b' } }]);
  });

  it('leave out topics that no article answers', () => {
    expect(ids(['none', 'lost', 'constructor'])).toEqual(['cards/lost']);
  });

  it.each([
    [0, []],
    [1, ['cards/pin']],
  ])('are no more than %i', (limit, expected) => {
    expect(ids(['pin', 'lost'], 'en', limit)).toEqual(expected);
  });

  it('are none if no one has asked', () => {
    expect(ids([])).toEqual([]);
  });
});
