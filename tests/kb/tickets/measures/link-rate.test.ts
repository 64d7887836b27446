import { describe, expect, it } from 'vitest';
import { type FirstSeen, firstSeenById } from '#kb/content/article-age.ts';
import { type LinkSource, measureLinkRate } from '#kb/tickets/measures/link-rate.ts';
import { windowsUntil } from '#kb/values/day-span.ts';
import { ago, makeCount, makeLinks, until } from '../../../make-measures.ts';

const windows = windowsUntil(until, 28);

function rate(sources: LinkSource[], since: Record<string, FirstSeen[]> = {}) {
  return measureLinkRate(sources, new Map(Object.entries(since)), windows);
}
const desk = (links: LinkSource['links'], closed = 40): LinkSource => ({
  counts: [makeCount(5, 50, { closed })],
  links,
});

describe('the link rate', () => {
  it('is closed tickets with a link, of all closed tickets, in the window and the one before', () => {
    const counts = [
      makeCount(0, 60, { closed: 50 }),
      makeCount(27, 50, { closed: 50 }),
      makeCount(28, 40, { closed: 40 }),
    ];
    const links = [makeLinks(0, 'a', 20), makeLinks(27, 'a b', 10), makeLinks(28, 'a', 4)];
    expect(rate([{ counts, links }])).toMatchObject({
      now: { linked: { hits: 30, cases: 100, share: 0.3 }, unknown: 70 },
      before: { linked: { hits: 4, cases: 40 } },
    });
  });

  it('is taken from sources that have both, day by day', () => {
    expect(rate([{ counts: [makeCount(5, 50, { closed: 40 })] }])).toBeUndefined();
    expect(rate([{ counts: [makeCount(5, 50)], links: [makeLinks(5, 'a', 9)] }])).toBeUndefined();
    const half = { counts: [makeCount(5, 50, { closed: 40 }), makeCount(6, 50)], links: [makeLinks(6, 'a', 9)] };
    const silent = { counts: [makeCount(5, 90, { closed: 90 })] };
    expect(rate([half, silent])?.now.linked).toMatchObject({ hits: 0, cases: 40 });
  });

  it('never exceeds 1 if a day is cut differently in the two files', () => {
    expect(rate([desk([makeLinks(5, 'a', 45)])])?.now).toMatchObject({ linked: { hits: 45, cases: 45 }, unknown: 0 });
  });
});

describe('new against known', () => {
  const links = [
    makeLinks(5, 'old', 20),
    makeLinks(5, 'fresh', 6),
    makeLinks(5, 'fresh old', 2),
    makeLinks(5, 'dark', 3),
  ];
  const since = {
    old: [{ day: ago(6), made: false }],
    fresh: [{ day: ago(5), made: true }],
    dark: [{ day: ago(3), made: false }],
  };

  it('depends on whether any linked article existed before the day of the ticket', () => {
    expect(rate([desk(links)], since)?.now).toMatchObject({ known: { hits: 22, cases: 28 }, new: 6, undated: 3 });
  });

  it('calls tickets without a link unknown, and never new', () => {
    expect(rate([desk(links)], since)?.now.unknown).toBe(9);
    expect(rate([desk([])], since)?.now).toMatchObject({ known: { cases: 0, share: null }, new: 0, unknown: 40 });
  });

  it('ignores an article that is not in the history', () => {
    expect(rate([desk(links)])?.now).toMatchObject({ known: { cases: 0 }, new: 0, undated: 31 });
  });

  it('counts an article as old as its oldest language version', () => {
    const since = new Map<string, FirstSeen>([
      ['en/a', { day: ago(9), made: true }],
      ['fi/a', { day: ago(2), made: true }],
    ]);
    const versions = ['en/a', 'fi/a'].map((path) => ({ id: 'a', path }));
    const of = measureLinkRate([desk([makeLinks(5, 'a', 9)])], firstSeenById(versions, since), windows);
    expect(of?.now).toMatchObject({ known: { hits: 9 }, new: 0 });
  });
});
