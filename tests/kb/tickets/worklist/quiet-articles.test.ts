import { describe, expect, it } from 'vitest';
import { measureCoverage } from '#kb/tickets/worklist/coverage.ts';
import { addDays } from '#kb/values/day.ts';
import { makeArticle, makeLibrary, makeSite } from '../../../make.ts';
import { oneSource } from '../made-tickets.ts';

const until = '2026-11-15';
const topics = [
  { id: 'card-lost', categories: ['lost_card'] },
  { id: 'cheques', categories: ['cheque'] },
  { id: 'tips', categories: [] },
];
const ticket = (category: string, ago: number) => ({ day: addDays(until, -ago), locale: 'en', category, tickets: 1 });
const article = (differs = {}) => makeArticle('money/cheques', { topics: ['cheques'], ...differs });

function quiet(articles: ReturnType<typeof makeArticle>[], counts: ReturnType<typeof ticket>[], site = {}) {
  const library = makeLibrary({ topics, articles, site: makeSite(site) });
  return measureCoverage(library, oneSource(counts), { until }).quiet;
}

describe('an article is quiet', () => {
  it('if its topics have had no tickets for 90 days', () => {
    expect(quiet([article()], [ticket('lost_card', 0), ticket('cheque', 90)])).toMatchObject([
      {
        article: 'money/cheques',
        topics: ['cheques'],
        lastTicket: '2026-08-17',
        quietDays: 90,
        reasons: [
          {
            code: 'quiet',
            says: 'no tickets on its topics for 90 days, the last on 2026-08-17',
            threshold: 'at least 90 days without a ticket',
          },
        ],
      },
    ]);
    expect(quiet([article()], [ticket('lost_card', 120), ticket('cheque', 89)])).toEqual([]);
  });

  it('if they never had tickets, as far back as tickets are counted', () => {
    expect(quiet([article()], [ticket('lost_card', 99)])).toMatchObject([
      { lastTicket: null, quietDays: 100, reasons: [{ says: 'no tickets on its topics in the 100 days counted' }] },
    ]);
  });

  it('after as many days as the company has set', () => {
    const counts = [ticket('lost_card', 40), ticket('cheque', 30)];
    expect(quiet([article()], counts, { workList: { quietDays: 30 } })).toHaveLength(1);
    expect(quiet([article()], counts, { workList: { quietDays: 31 } })).toEqual([]);
  });

  it('but not while one of its topics has tickets', () => {
    const both = article({ topics: ['cheques', 'card-lost'] });
    expect(quiet([both], [ticket('lost_card', 1), ticket('cheque', 120)])).toEqual([]);
  });

  it('nor if it is unknown: too few days are counted, it is new, or no category leads to its topics', () => {
    expect(quiet([article()], [ticket('lost_card', 88)])).toEqual([]);
    expect(quiet([article({ publishOn: '2026-10-01' })], [ticket('lost_card', 120)])).toEqual([]);
    expect(quiet([article({ topics: ['tips'] })], [ticket('lost_card', 120)])).toEqual([]);
    expect(quiet([article({ topics: [] })], [ticket('lost_card', 120)])).toEqual([]);
  });
});

it('with the longest quiet first', () => {
  const other = makeArticle('cards/lost', { topics: ['card-lost'] });
  const found = quiet([other, article()], [ticket('lost_card', 100), ticket('cheque', 110)]);
  expect(found.map(({ article, quietDays }) => [article, quietDays])).toEqual([
    ['money/cheques', 110],
    ['cards/lost', 100],
  ]);
});
