import { describe, expect, it } from 'vitest';
import type { Holdings } from '#kb/content/library.ts';
import { type ArticleRequest, newArticleCommand, planArticle } from '#kb/content/new-article.ts';
import { makeArticle, makeLibrary, makeSite } from '../../make.ts';

const topics = [
  { id: 'card-lost', title: { en: 'Lost card', fi: 'Kadonnut kortti' }, categories: [] },
  { id: 'top-up-limits', categories: [] },
];

function plan(wish: Partial<ArticleRequest> = {}, holdings: Partial<Holdings> = {}) {
  const slugOf = (title: string) => title.toLowerCase().replaceAll(' ', '-');
  return planArticle(makeLibrary({ topics, ...holdings }), { topic: 'card-lost', locale: 'en', slugOf, ...wish });
}
const lost = (differs = {}) => makeArticle('security/lost', { topics: ['card-lost'], ...differs });

describe('a new article', () => {
  it('is a draft on its topic, with the title of the topic', () => {
    expect(plan({ section: 'cards' })).toEqual({
      path: 'articles/en/cards/card-lost.mdx',
      id: 'cards/card-lost',
      locale: 'en',
      fields: { title: 'Lost card', type: 'solution', topics: ['card-lost'], confidence: 'work-in-progress' },
      sectionFrom: 'asked',
      beside: [],
    });
  });

  it('has the title in its own language, or else the words of the topic’s id', () => {
    expect(plan({ locale: 'fi' }).fields.title).toBe('Kadonnut kortti');
    expect(plan({ topic: 'top-up-limits' }).fields.title).toBe('Top up limits');
  });

  it('takes another title, and its address from that', () => {
    const { fields, path } = plan({ section: 'cards', title: 'My purse is gone' });
    expect(fields.title).toBe('My purse is gone');
    expect(path).toBe('articles/en/cards/my-purse-is-gone.mdx');
  });

  it('has up to five of the customers’ words as aliases', () => {
    const words = new Map([...'abcdefg'].map((letter) => [`${letter} gone`, 1]));
    const learned = new Map([['en', new Map([['card-lost', words]])]]);
    expect(plan({}, { learned }).fields.aliases).toEqual(['a gone', 'b gone', 'c gone', 'd gone', 'e gone']);
    expect(plan({ locale: 'fi' }, { learned }).fields).not.toHaveProperty('aliases');
  });
});

describe('the section of a new article, if none is given, is', () => {
  it('that of an article on the same topic, which is named', () => {
    const { id, beside, sectionFrom } = plan({}, { articles: [lost()] });
    expect(id).toBe('security/card-lost');
    expect(beside).toEqual(['security/lost']);
    expect(sectionFrom).toMatchObject({ path: 'articles/en/security/lost.mdx' });
  });

  it('or that of the article with most of its words', () => {
    const articles = [makeArticle('a/other'), makeArticle('money/limits', { title: 'Top-up limits' })];
    expect(plan({ topic: 'top-up-limits' }, { articles }).id).toBe('money/top-up-limits');
  });

  it('or the first of the site', () => {
    const site = makeSite({ sections: { start: { title: 'Start' } } });
    expect(plan({}, { site })).toMatchObject({ id: 'start/card-lost', sectionFrom: 'first' });
    expect(plan().id).toBe('general/card-lost');
  });
});

describe('a translation', () => {
  const original = lost({ type: 'faq', topics: ['card-lost', 'top-up-limits'], owner: 'cards', related: ['a/b'] });

  it('is what an article becomes whose topic has one in the default language only', () => {
    expect(plan({ locale: 'fi' }, { articles: [original] })).toMatchObject({
      path: 'articles/fi/security/lost.mdx',
      fields: {
        title: 'Kadonnut kortti',
        type: 'faq',
        topics: ['card-lost', 'top-up-limits'],
        owner: 'cards',
        related: ['a/b'],
        confidence: 'work-in-progress',
        source: original.digest,
      },
      original: { path: 'articles/en/security/lost.mdx' },
    });
  });

  it('is made of the published article that is most about the topic and not translated yet', () => {
    const made = (...articles: Holdings['articles'][number][]) => plan({ locale: 'fi' }, { articles }).original?.id;
    const narrow = makeArticle('a/narrow', { topics: ['card-lost'] });
    expect(made(original, narrow)).toBe('a/narrow');
    expect(made(original, { ...narrow, confidence: 'work-in-progress' })).toBe('security/lost');
    expect(made(original, { ...narrow, confidence: 'archived' })).toBe('security/lost');
    expect(made(original, narrow, makeArticle('a/narrow', { locale: 'fi' }))).toBe('security/lost');
  });

  it('takes the address of an article in another language, without a digest to compare with', () => {
    const { id, fields } = plan({}, { articles: [lost({ locale: 'fi' })] });
    expect(id).toBe('security/lost');
    expect(fields).not.toHaveProperty('source');
  });
});

describe('the command to paste', () => {
  it.each([
    [undefined, ''],
    ['../my-content', ' --content ../my-content'],
    ['my content', ' --content "my content"'],
    ['a"b$c', ' --content "a\\"b\\$c"'],
  ])('in the folder %j', (content, option) => {
    expect(newArticleCommand('card-lost', 'fi', content)).toBe(
      `npm run new -- article --topic card-lost --locale fi${option}`,
    );
  });
});
