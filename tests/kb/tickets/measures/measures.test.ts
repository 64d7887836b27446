import { describe, expect, it } from 'vitest';
import { makeArticle, makeLibrary } from '../../../make.ts';
import { ago, makeCount, makeLinks, makeVotes, measure, measureAll, until } from '../../../make-measures.ts';

const library = makeLibrary({
  topics: [{ id: 'card-lost', categories: ['lost_card'] }],
  articles: [makeArticle('cards/lost', { topics: ['card-lost'] }), makeArticle('cards/fees')],
});

describe('the metrics', () => {
  it('are complete if all data is given', () => {
    const { linkRate, reuse, firstArticle, satisfaction, helpfulness, selfService, retention, missing, windows } =
      measureAll(library);
    expect(windows.now).toEqual({ from: ago(27), to: until });
    expect(windows.before).toEqual({ from: ago(55), to: ago(28) });
    for (const one of [linkRate, reuse, firstArticle, satisfaction, helpfulness, retention]) expect(one).not.toBeNull();
    expect(selfService).toHaveLength(2);
    expect(missing).toEqual([]);
  });

  it('name what is missing, and fill in nothing', () => {
    expect(measure(library)).toMatchObject({
      linkRate: null,
      reuse: null,
      satisfaction: null,
      helpfulness: null,
      selfService: [],
      assumption: null,
      retention: null,
      missing: ['links', 'ratings', 'votes', 'sessions', 'customers'],
    });
    expect(measure(library, { since: undefined })).toMatchObject({ firstArticle: null });
    expect(measure(library, { since: undefined }).missing).toContain('history');
  });

  it('distinguish links without closed tickets from no links', () => {
    const links = new Map([['desk', [makeLinks(1, 'cards/lost', 5)]]]);
    const { linkRate, reuse, missing } = measure(library, { counts: new Map([['desk', [makeCount(1, 9)]]]), links });
    expect(linkRate).toBeNull();
    expect(reuse?.now).toMatchObject({ links: 5, used: 1, published: 2 });
    expect(missing).toContain('closed');
    expect(missing).not.toContain('links');
  });

  it('need an assumption only if there are sessions', () => {
    const counts = new Map([['desk', [makeCount(9, 5), makeCount(0, 5)]]]);
    const file = { sessions: [{ from: ago(9), to: until, sessions: 50 }] };
    expect(measure(library, { counts, file }).missing).toContain('deflection');
    expect(measure(library, { counts }).missing).not.toContain('deflection');
  });

  it('are the same whatever the order of the rows', () => {
    const counts = [makeCount(1, 30, { closed: 30 }), makeCount(2, 30, { closed: 20 })];
    const links = [makeLinks(1, 'cards/lost', 4), makeLinks(2, 'cards/fees', 4)];
    const votes = [makeVotes(1, 30, 5), makeVotes(1, 30, 5, { article: 'cards/fees' })];
    const of = (turned: boolean) => {
      const [c, l, v] = [counts, links, votes].map((rows) => (turned ? rows.toReversed() : rows));
      return JSON.stringify(
        measure(library, {
          counts: new Map([['desk', c as typeof counts]]),
          links: new Map([['desk', l as typeof links]]),
          votes: v as typeof votes,
        }),
      );
    };
    expect(of(true)).toBe(of(false));
  });
});
