import { describe, expect, it } from 'vitest';
import { groupVotes, measureHelpfulness } from '#kb/tickets/measures/helpfulness.ts';
import type { VoteCount } from '#kb/tickets/records/votes.ts';
import { measureCoverage } from '#kb/tickets/worklist/coverage.ts';
import { unhelpfulReasons } from '#kb/tickets/worklist/unhelpful-reasons.ts';
import { windowsUntil } from '#kb/values/day-span.ts';
import { makeArticle, makeLibrary } from '../../../make.ts';
import { ago, makeCount, makeVotes, until } from '../../../make-measures.ts';
import { oneSource, seeded } from '../made-tickets.ts';

const others = makeVotes(1, 700, 300, { article: 'cards/order' });
const lost = makeArticle('cards/lost', { topics: ['card-lost'] });
const poor = (votes: VoteCount[], changedOn: Record<string, string> = {}) =>
  unhelpfulReasons(groupVotes([others, ...votes]), [lost], new Map(Object.entries(changedOn)));

describe('helpful votes', () => {
  it('are a share of all votes, and of each article with enough of them, the lowest first', () => {
    const votes = [others, makeVotes(1, 8, 12), makeVotes(1, 0, 19, { article: 'cards/fees' }), makeVotes(30, 1, 1)];
    const measured = measureHelpfulness(votes, windowsUntil(until, 28));
    expect(measured?.now.helpful).toMatchObject({ hits: 708, cases: 1039 });
    expect(measured?.now.articles.map(({ article, share }) => [article, share])).toEqual([
      ['cards/lost', 0.4],
      ['cards/order', 0.7],
    ]);
    expect(measured?.before.helpful).toMatchObject({ hits: 1, cases: 2, share: null });
    expect(measureHelpfulness([], windowsUntil(until, 28))).toBeUndefined();
  });
});

describe('an article is found unhelpful', () => {
  it('if the whole interval is a tenth below all articles together', () => {
    expect(poor([makeVotes(1, 12, 20, { reason: 'unclear' }), makeVotes(1, 0, 8, { reason: 'other' })])).toEqual([
      {
        code: 'unhelpful',
        says: 'helpful to 12 of 40 voters (17% to 47%), compared with 68% for all articles; readers say it is unclear (20)',
        threshold:
          'at least 20 votes since its last change, with a 95% interval that ends a tenth or more below all articles together',
        numbers: { helpful: 12, votes: 40, share: 0.3, low: 0.166, high: 0.465, all: 0.685, unclear: 20, other: 8 },
      },
    ]);
  });

  it.each([
    ['that is like the others', [makeVotes(1, 70, 30)]],
    ['that is a little below them, however sure that is', [makeVotes(1, 6600, 3400)]],
    ['with fewer than 20 votes', [makeVotes(1, 0, 19)]],
    ['whose votes are on a language that is no more', [makeVotes(1, 0, 40, { locale: 'fi' })]],
  ])('but not one %s', (_, votes) => {
    expect(poor(votes)).toEqual([]);
  });

  it('by the votes since its last change', () => {
    const votes = [makeVotes(5, 2, 38)];
    expect(poor(votes, { [lost.path]: ago(6) })).toHaveLength(1);
    expect(poor(votes, { [lost.path]: ago(5) })).toEqual([]);
  });

  it('hardly ever by chance, and mostly if it helps 20 in 100 fewer readers', () => {
    const random = seeded(11);
    const draw = (article: string, votes: number, share: number) => {
      const helpful = Array.from({ length: votes }, random).filter((one) => one < share).length;
      return makeVotes(1, helpful, votes - helpful, { article });
    };
    let [named, found] = [0, 0];
    for (let repeat = 0; repeat < 40; repeat++) {
      const alike = Array.from({ length: 60 }, (_, n) => draw(`a/${n}`, 20 + Math.floor(random() * 180), 0.6));
      const ballot = groupVotes([...alike, draw('a/poor', 100, 0.4)]);
      const isNamed = (id: string) => unhelpfulReasons(ballot, [makeArticle(id)], new Map()).length > 0;
      named += alike.filter(({ article }) => isNamed(article)).length;
      found += isNamed('a/poor') ? 1 : 0;
    }
    expect(named / (40 * 60)).toBeLessThan(0.005);
    expect(found / 40).toBeGreaterThan(0.6);
  });

  it('in the work list if its topic recurs, by the votes of the window', () => {
    const library = makeLibrary({ topics: [{ id: 'card-lost', categories: ['lost_card'] }], articles: [lost] });
    const counts = [0, 8, 16, 24].map((age) => makeCount(age, 5));
    const codes = (votes: VoteCount[]) =>
      measureCoverage(library, oneSource(counts), { until, votes }).flagged[0]?.reasons.map(({ code }) => code);
    expect(codes([others, makeVotes(27, 2, 38)])).toEqual(['recurs', 'unhelpful']);
    expect(codes([others, makeVotes(28, 2, 38)])).toEqual(['recurs']);
  });
});
