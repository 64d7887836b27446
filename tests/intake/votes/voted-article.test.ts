import { describe, expect, it } from 'vitest';
import { votedArticle } from '#intake/votes/voted-article.ts';
import { makeArticle, makeSite } from '../../make.ts';

const find = votedArticle({
  site: makeSite({ locales: ['en', 'fi', 'pt-BR'] }),
  articles: [
    makeArticle('cards/order', { redirectFrom: ['/hc/articles/123'] }),
    makeArticle('cards/order', { locale: 'fi', redirectFrom: ['/hc/fi/123'] }),
  ],
});

describe('the article of a vote', () => {
  it.each([
    ['cards/order', undefined],
    ['/cards/order/', undefined],
    ['/fi/cards/order/', 'fi'],
    ['/pt-BR/cards/order/index.html', 'pt-BR'],
    ['/help/en/cards/order?from=search#fees', 'en'],
    ['https://help.example.com/fi/cards/order/', 'fi'],
    ['https://help.example.com/hc/articles/123', 'en'],
    ['/hc/fi/123', 'fi'],
  ])('%s is recognized, with its language', (written, locale) => {
    expect(find(written)).toEqual({ id: 'cards/order', locale });
  });

  it.each(['cards/freeze', '/sv/cards/order/', 'order', '', '/', '123', '%E4%'])('%s is not recognized', (written) => {
    expect(find(written)).toBeUndefined();
  });
});
