import { describe, expect, it } from 'vitest';
import type { Article } from '#kb/content/article.ts';
import type { DailyCount } from '#kb/tickets/records/tickets.ts';
import { measureCoverage } from '#kb/tickets/worklist/coverage.ts';
import { addDays } from '#kb/values/day.ts';
import { makeArticle, makeLibrary } from '../../../make.ts';
import { oneSource } from '../made-tickets.ts';

const until = '2026-11-15';
const topics = [
  { id: 'card-lost', categories: ['lost_card'] },
  { id: 'card-late', categories: ['card_late'] },
];

/** So many tickets on each of so many days, the last of them so many days ago. */
function daily(tickets: number, days: number, { ago = 0, locale = 'en', category = 'lost_card' } = {}): DailyCount[] {
  return Array.from({ length: days }, (_, age) => ({ day: addDays(until, -age - ago), locale, category, tickets }));
}

function flagged(articles: readonly Article[], counts: readonly DailyCount[], changedOn: Record<string, string> = {}) {
  const changes = new Map(Object.entries(changedOn));
  return measureCoverage(makeLibrary({ topics, articles }), oneSource(counts), { until, changedOn: changes }).flagged;
}
const codes = (flags: ReturnType<typeof flagged>) => flags[0]?.reasons.map(({ code }) => code);
const lost = (differs: Parameters<typeof makeArticle>[1] = {}) =>
  makeArticle('cards/lost', { topics: ['card-lost'], ...differs });

describe('an article is flagged', () => {
  it('for a topic that recurs, with its numbers and the threshold', () => {
    expect(flagged([lost()], daily(1, 28))[0]?.reasons).toEqual([
      {
        code: 'recurs',
        says: 'card-lost: 28 tickets (0 before), in 4 of 4 weeks',
        threshold: 'at least 10 tickets in 28 days, in at least 3 of 4 weeks',
        numbers: {
          topic: 'card-lost',
          tickets: 28,
          previous: 0,
          weeksSeen: 4,
          verdict: 'too few to say',
          risingSince: null,
          minTickets: 10,
          minWeeks: 3,
        },
      },
    ]);
  });

  it('if as many customers wrote after reading it as make a topic recur, in the window of the report', () => {
    const on = (day: string, tickets: number) => ({ day, locale: 'en', articles: ['cards/lost'], tickets });
    const reasons = (tickets: number) =>
      measureCoverage(makeLibrary({ topics, articles: [lost()] }), oneSource(daily(1, 28)), {
        until,
        changedOn: new Map(),
        started: [on(until, tickets), on(addDays(until, -3), 4), on(addDays(until, -40), 50)],
      }).flagged[0]?.reasons;
    expect(reasons(5)?.map(({ code }) => code)).toEqual(['recurs']);
    expect(reasons(6)?.[1]).toEqual({
      code: 'started-on',
      says: '10 customers wrote after reading it',
      threshold: 'at least 10 customers who wrote after reading it',
      numbers: { tickets: 10, minTickets: 10 },
    });
  });

  describe('as not changed', () => {
    const rising = [...daily(1, 112), ...daily(5, 20)];
    const path = 'articles/en/cards/lost.mdx';

    it('if the last change is older than the rise', () => {
      const [flag] = flagged([lost()], rising, { [path]: '2026-10-26' });
      expect(flag?.reasons[1]).toMatchObject({
        code: 'not-changed',
        says: 'en not changed since 2026-10-26, although card-lost has been rising since 2026-10-27',
        numbers: { locales: 'en', changedOn: '2026-10-26', risingSince: '2026-10-27' },
      });
    });

    it('but not if someone has reviewed it since', () => {
      expect(codes(flagged([lost()], rising, { [path]: '2026-10-27' }))).toEqual(['recurs']);
    });

    it('nor if it is unknown when it was changed', () => {
      expect(codes(flagged([lost()], rising))).toEqual(['recurs']);
    });

    it('nor if nothing rises', () => {
      expect(codes(flagged([lost()], daily(1, 112), { [path]: '2020-01-01' }))).toEqual(['recurs']);
    });

    it('in the languages of the tickets', () => {
      const both = [lost(), lost({ locale: 'fi' })];
      const changed = { [path]: '2026-10-01', 'articles/fi/cards/lost.mdx': '2026-10-01' };
      const says = (counts: readonly DailyCount[]) => flagged(both, counts, changed)[0]?.reasons[1]?.says;
      expect(says(rising)).toContain('en not changed since');
      expect(says([...rising, ...daily(1, 3, { locale: 'fi' })])).toContain('en, fi not changed since');
    });
  });

  it('as due for review from the day after it was due, which is counted from the last', () => {
    const reviewed = (day: string) => flagged([lost({ reviewed: day, reviewEvery: '6 months' })], daily(1, 28));
    expect(codes(reviewed('2026-05-15'))).toEqual(['recurs']);
    expect(reviewed('2026-05-14')[0]?.reasons[1]).toMatchObject({
      code: 'review-due',
      says: 'review of en was due on 2026-11-14',
      threshold: '6 months after 2026-05-14',
    });
  });

  it('as outdated in a language with tickets, if its original has changed', () => {
    const old = [lost(), lost({ locale: 'fi', source: '0123456789ab' })];
    const counts = [...daily(1, 28), ...daily(1, 2, { locale: 'fi' })];
    expect(flagged(old, counts)[0]?.reasons[1]).toMatchObject({
      code: 'translation-outdated',
      says: 'fi is outdated, with 2 tickets in that language',
    });
    expect(codes(flagged(old, daily(1, 28)))).toEqual(['recurs']);
    const fresh = [lost(), lost({ locale: 'fi', source: lost().digest })];
    expect(codes(flagged(fresh, counts))).toEqual(['recurs']);
  });

  it('as missing in a busy language in which no other article answers its topic', () => {
    const counts = [...daily(1, 28), ...daily(1, 10, { locale: 'fi' })];
    expect(flagged([lost()], counts)[0]?.reasons[1]).toMatchObject({
      code: 'translation-missing',
      says: 'missing in fi, with 10 tickets in that language',
      threshold: 'at least 10 tickets in the language',
    });
    expect(codes(flagged([lost()], counts.slice(1, -1)))).toEqual(['recurs']);
    const other = makeArticle('cards/kadonnut', { locale: 'fi', topics: ['card-lost'] });
    expect(codes(flagged([lost(), other], counts))).toEqual(['recurs']);
  });

  it('with all of it on one line', () => {
    const [flag] = flagged([lost({ reviewed: '2026-01-01', reviewEvery: '30 days' })], daily(1, 28));
    expect(flag?.reason).toBe('card-lost: 28 tickets (0 before), in 4 of 4 weeks; review of en was due on 2026-01-31');
  });
});

describe('of several articles on a topic', () => {
  const broad = makeArticle('cards/all', { topics: ['card-late', 'card-lost'] });

  it('the closest one comes first', () => {
    const flags = flagged([broad, lost()], daily(1, 28));
    expect(flags.find(({ article }) => article === 'cards/lost')?.firstFor).toEqual(['card-lost']);
    expect(flags.find(({ article }) => article === 'cards/all')?.firstFor).toEqual([]);
    expect(flags[0]?.reason).toContain('rework cards/lost first');
  });

  it('except that one with more reasons comes before it', () => {
    const late = { ...broad, reviewed: '2025-01-01', reviewEvery: '1 year' };
    const flags = flagged([late, lost()], daily(1, 28));
    expect(flags.map(({ article, firstFor }) => [article, firstFor])).toEqual([
      ['cards/all', ['card-lost']],
      ['cards/lost', []],
    ]);
    expect(flags[0]?.reason).toContain('the first of its 2 articles to rework');
  });

  it('an only article names no others', () => {
    expect(flagged([lost()], daily(1, 28))[0]?.firstFor).toEqual([]);
  });
});
