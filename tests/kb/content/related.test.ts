import { describe, expect, it } from 'vitest';
import type { Article } from '#kb/content/article.ts';
import { relatedArticles } from '#kb/content/related.ts';
import { makeArticle, makeLibrary } from '../../make.ts';

const articles = [
  makeArticle('cards/lost', { title: 'My card is lost', topics: ['lost'], aliases: ['card stolen abroad'] }),
  makeArticle('cards/freeze', { title: 'Freeze a card', topics: ['lost'] }),
  makeArticle('cards/stolen', { title: 'Stolen abroad', summary: 'What to do.' }),
  makeArticle('cards/order', { title: 'Order another one', topics: ['late'] }),
  makeArticle('cash/find', { title: 'Where can cash be had?' }),
];

function relatedTo(id: string, all: readonly Article[] = articles, locale = 'en', limit = 5): string[] {
  const library = makeLibrary({ articles: [...all] });
  const shown = library.find(locale, id);
  return shown ? relatedArticles(library)(shown, limit).map(({ article }) => article.id) : [];
}

describe('related articles', () => {
  it('share a topic or rare words, the nearest first', () => {
    expect(relatedTo('cards/lost')).toEqual(['cards/freeze', 'cards/stolen']);
  });

  it('are none if nothing is shared', () => {
    expect(relatedTo('cash/find')).toEqual([]);
  });

  it('start with those that the writer chose, each once and never the article itself', () => {
    const picked = articles.map((article) =>
      article.id === 'cards/lost' ? { ...article, related: ['cash/find', 'cards/lost', 'cards/freeze'] } : article,
    );
    expect(relatedTo('cards/lost', picked)).toEqual(['cash/find', 'cards/freeze', 'cards/stolen']);
  });

  it('leave out those that do not exist', () => {
    const picked = [makeArticle('a/b', { related: ['a/gone', 'constructor'] })];
    expect(relatedTo('a/b', picked)).toEqual([]);
  });

  it('are no more than the requested number', () => {
    expect(relatedTo('cards/lost', articles, 'en', 1)).toEqual(['cards/freeze']);
  });

  it('come in the reader’s own language first, and in another if there are none', () => {
    const both = [
      ...articles,
      makeArticle('cards/lost', { locale: 'fi', title: 'Korttini on kadonnut', topics: ['lost'] }),
      makeArticle('cards/order', { locale: 'fi', title: 'Tilaa uusi kadonneen tilalle', topics: ['lost', 'late'] }),
    ];
    expect(relatedTo('cards/lost', both, 'fi')).toEqual(['cards/order', 'cards/freeze']);
  });

  it('rank a rare topic above one that many articles have', () => {
    const many = Array.from({ length: 8 }, (_, index) =>
      makeArticle(`a/n${index}`, { title: `N${index}`, topics: ['wide'] }),
    );
    const two = [
      makeArticle('a/one', { title: 'One', topics: ['wide', 'rare'] }),
      makeArticle('a/other', { title: 'Other', topics: ['rare'] }),
    ];
    expect(relatedTo('a/one', [...many, ...two])[0]).toBe('a/other');
  });

  it('are the same whatever the order of the files', () => {
    expect(relatedTo('cards/lost', [...articles].reverse())).toEqual(relatedTo('cards/lost'));
  });
});
