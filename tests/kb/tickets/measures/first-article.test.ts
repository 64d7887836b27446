import { describe, expect, it } from 'vitest';
import type { Article } from '#kb/content/article.ts';
import type { FirstSeen } from '#kb/content/article-age.ts';
import { measureFirstArticle } from '#kb/tickets/measures/first-article.ts';
import type { DailyCount } from '#kb/tickets/records/tickets.ts';
import { makeArticle, makeLibrary } from '../../../make.ts';
import { ago, makeCount, until } from '../../../make-measures.ts';

const topics = [{ id: 'card-lost', categories: ['lost_card'] }];
const path = 'articles/en/cards/lost.mdx';
const lost = (differs: Partial<Article> = {}) =>
  makeArticle('cards/lost', { ...differs, topics: ['card-lost'], links: [] });
/** An export that begins 100 days ago, in which the topic comes up 50 days ago. */
const desk = [makeCount(100, 5, { category: 'other' }), makeCount(50, 6), makeCount(45, 4)];

function measure(articles: Article[], since: Record<string, FirstSeen>, sources: DailyCount[][] = [desk]) {
  return measureFirstArticle(makeLibrary({ topics, articles }), sources, new Map(Object.entries(since)), until);
}

describe('the time to the first article', () => {
  it('goes from the first ticket of a topic to the day its article was made', () => {
    expect(measure([lost()], { [path]: { day: ago(38), made: true } })).toEqual({
      topics: [{ topic: 'card-lost', first: ago(50), article: 'cards/lost', days: 12 }],
      median: 12,
      waiting: 0,
      undated: 0,
    });
  });

  it('is 0 if the article existed before', () => {
    expect(measure([lost()], { [path]: { day: ago(60), made: false } })).toMatchObject({ median: 0, waiting: 0 });
  });

  it('continues if there is no published article yet', () => {
    const draft = lost({ confidence: 'work-in-progress' });
    expect(measure([draft], { [path]: { day: ago(60), made: true } })).toEqual({
      topics: [{ topic: 'card-lost', first: ago(50), article: null, days: 50 }],
      median: null,
      waiting: 1,
      undated: 0,
    });
  });

  it('ends on the day an article is published, and with the first of several', () => {
    const later = { [path]: { day: ago(60), made: true } };
    expect(measure([lost({ publishOn: ago(40) })], later).topics).toMatchObject([{ days: 10 }]);
    const other = 'articles/fi/cards/stolen.mdx';
    const finnish = { [other]: { day: ago(45), made: true } };
    const both = [lost({ publishOn: ago(40) }), lost({ locale: 'fi', id: 'cards/stolen', path: other })];
    expect(measure(both, { ...later, ...finnish }).topics).toMatchObject([{ days: 5 }]);
  });

  it('is left open if the history starts after the ticket, or does not have the article', () => {
    expect(measure([lost()], { [path]: { day: ago(38), made: false } })).toMatchObject({ topics: [], undated: 1 });
    expect(measure([lost()], {})).toMatchObject({ topics: [], median: null, undated: 1 });
  });

  it.each([
    [
      'that was asked for in the first window of its source',
      [makeCount(77, 5, { category: 'other' }), makeCount(50, 60)],
    ],
    ['that is only rare', [makeCount(100, 5, { category: 'other' }), makeCount(50, 9), makeCount(20, 9)]],
  ])('leaves out a topic %s', (_, counts) => {
    expect(measure([], {}, [counts]).topics).toEqual([]);
  });

  it('counts the window of each source by itself', () => {
    const fresh = [makeCount(60, 5, { category: 'other' }), makeCount(55, 30)];
    expect(measure([], {}, [desk, fresh]).topics).toEqual([]);
    expect(measure([], {}, [desk]).topics).toHaveLength(1);
  });
});
