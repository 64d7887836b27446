import { describe, expect, it } from 'vitest';
import type { DailyCount } from '#kb/tickets/records/tickets.ts';
import { measureCoverage } from '#kb/tickets/worklist/coverage.ts';
import { addDays } from '#kb/values/day.ts';
import { makeArticle, makeLibrary, makeSite } from '../../../make.ts';
import { oneSource } from '../made-tickets.ts';

const until = '2026-11-15';
const ids = ['lost', 'late', 'fees', 'pin', 'new'];
const library = makeLibrary({
  site: makeSite({ url: 'https://help.pilvi.example/' }),
  topics: ids.map((id) => ({ id, categories: [id] })),
  articles: [
    ...['lost', 'fees', 'pin'].map((id) => makeArticle(`cards/${id}`, { topics: [id], digest: 'new' })),
    makeArticle('cards/pin', { topics: ['pin'], locale: 'fi', source: 'old' }),
  ],
});

/** So many tickets a day, between two ages. */
function daily(category: string, tickets: number, oldest = 111, newest = 0, locale = 'en'): DailyCount[] {
  return Array.from({ length: oldest - newest + 1 }, (_, index) => ({
    day: addDays(until, -newest - index),
    locale,
    category,
    tickets,
  }));
}

const week = (...counts: DailyCount[][]) => measureCoverage(library, oneSource(counts.flat()), { until }).thisWeek;

describe('the list of a week', () => {
  it('has topics with more tickets than usual first, with the article to edit', () => {
    const { items } = week(daily('lost', 1), daily('lost', 2, 27), daily('fees', 2));
    expect(items).toMatchObject([
      {
        subject: { topic: 'lost' },
        tickets: 84,
        usual: 28,
        extra: 56,
        more: 'rising',
        since: '2026-10-19',
        verb: 'edit',
        article: { id: 'cards/lost', page: 'https://help.pilvi.example/en/cards/lost/' },
      },
    ]);
  });

  it('has a new topic without an article as long as it lasts', () => {
    expect(week(daily('fees', 2), daily('new', 6, 6)).items).toMatchObject([
      { subject: { topic: 'new' }, usual: 0, more: 'new', since: '2026-11-09', verb: 'write', locale: 'en' },
    ]);
  });

  it('has a new category without a topic', () => {
    expect(week(daily('fees', 2), daily('outage', 6, 6)).items).toMatchObject([
      { subject: { category: 'outage' }, more: 'new', verb: 'map', why: { code: 'unclaimed' } },
    ]);
  });

  it('names a burst that is over, and asks for nothing', () => {
    const { items, over } = week(daily('fees', 2), daily('lost', 1), daily('lost', 8, 20, 14));
    expect(items).toEqual([]);
    expect(over).toMatchObject([{ subject: { topic: 'lost' }, from: '2026-10-26', to: '2026-11-01', tickets: 63 }]);
    expect(over[0]?.command).toBe('npm run gaps -- dismiss --topic lost --because WHY --owner NAME');
  });

  it('asks for a translation of what many customers of a language write about', () => {
    expect(week(daily('lost', 1, 111, 0, 'fi')).items).toMatchObject([
      { verb: 'translate', locale: 'fi', why: { code: 'translation-missing', tickets: 28 }, article: { locale: 'en' } },
    ]);
  });

  it('asks for an update of an outdated translation', () => {
    expect(week(daily('pin', 1, 111, 0, 'fi')).items).toMatchObject([
      { verb: 'update', locale: 'fi', article: { path: 'articles/fi/cards/pin.mdx' } },
    ]);
  });

  it('asks for an edit of an article that customers read before they wrote', () => {
    const counts = oneSource([...daily('fees', 2), ...daily('lost', 2)]);
    const started = daily('x', 1, 19).map(({ day }) => ({ day, locale: 'en', articles: ['cards/fees'], tickets: 1 }));
    expect(measureCoverage(library, counts, { until, started }).thisWeek.items).toMatchObject([
      { subject: { topic: 'fees' }, verb: 'edit', why: { code: 'started-on' }, wrote: 20 },
    ]);
  });

  it('sums up what recurs as usual', () => {
    expect(week(daily('fees', 2), daily('lost', 1), daily('pin', 1, 20, 20))).toMatchObject({
      items: [],
      steady: { topics: 2, tickets: 84, largest: { topic: 'fees', tickets: 56 } },
      rest: { topics: 1, tickets: 1, withoutTopic: 0 },
    });
  });
});
