import { describe, expect, it } from 'vitest';
import { measureCoverage } from '#kb/tickets/worklist/coverage.ts';
import { makeArticle, makeLibrary, makeSite } from '../../../make.ts';
import { oneSource } from '../made-tickets.ts';

const until = '2026-11-15';
const topics = [
  { id: 'card-lost', categories: ['lost_card'] },
  { id: 'card-late', categories: ['card_late'] },
];
const on = (id: string, ...named: string[]) => makeArticle(id, { topics: named });
const ticket = (category: string, tickets: number) => ({ day: until, locale: 'en', category, tickets });

function overlap(articles: ReturnType<typeof makeArticle>[], site = {}) {
  const library = makeLibrary({ topics, articles, site: makeSite(site) });
  return measureCoverage(library, oneSource([ticket('lost_card', 3), ticket('card_late', 5)]), { until }).overlap;
}

describe('articles compete', () => {
  it('if several answer a topic with tickets, the busiest topic first', () => {
    const found = overlap([
      on('a/one', 'card-lost', 'card-late'),
      on('a/two', 'card-lost'),
      on('a/three', 'card-late'),
    ]);
    expect(found.map(({ topic, articles }) => [topic, articles])).toEqual([
      ['card-late', ['a/one', 'a/three']],
      ['card-lost', ['a/one', 'a/two']],
    ]);
    expect(found[0]?.reasons).toMatchObject([
      {
        code: 'competing',
        says: '2 articles in en, 5 tickets',
        threshold: 'at least 2 articles in one language on a topic with tickets',
      },
    ]);
  });

  it('only within a language', () => {
    const finnish = makeArticle('a/two', { topics: ['card-lost'], locale: 'fi' });
    expect(overlap([on('a/one', 'card-lost'), finnish])).toEqual([]);
    const both = makeArticle('a/one', { topics: ['card-lost'], locale: 'fi' });
    expect(overlap([on('a/one', 'card-lost'), both, finnish])[0]?.locales).toEqual(['fi']);
  });

  it('from the number of articles that the company has set', () => {
    const two = [on('a/one', 'card-lost'), on('a/two', 'card-lost')];
    expect(overlap(two, { workList: { competing: 3 } })).toEqual([]);
    expect(overlap([...two, on('a/three', 'card-lost')], { workList: { competing: 3 } })).toHaveLength(1);
  });

  it('not with a draft', () => {
    const draft = makeArticle('a/two', { topics: ['card-lost'], confidence: 'work-in-progress' });
    expect(overlap([on('a/one', 'card-lost'), draft])).toEqual([]);
  });
});
