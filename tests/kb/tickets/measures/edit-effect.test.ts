import { describe, expect, it } from 'vitest';
import type { ArticleChange } from '#kb/content/change-periods.ts';
import { type Effect, measureEffects } from '#kb/tickets/measures/edit-effect.ts';
import type { DailyCount } from '#kb/tickets/records/tickets.ts';
import { addDays } from '#kb/values/day.ts';
import { makeArticle, makeLibrary } from '../../../make.ts';
import { type Course, drawTickets, drawWeek, oneSource, seeded } from '../made-tickets.ts';

const first = '2026-01-05';
const on = (day: number) => addDays(first, day);

function topicsOf(many: number) {
  return Array.from({ length: many }, (_, n) => ({ id: `t${n}`, categories: [`c${n}`] }));
}

/** A library with one English article on each of four topics. */
const library = makeLibrary({
  topics: topicsOf(4),
  articles: Array.from({ length: 4 }, (_, n) => makeArticle(`a/a${n}`, { topics: [`t${n}`] })),
});

function change(day: number, article = 0, differs: Partial<ArticleChange> = {}): ArticleChange {
  return { path: `articles/en/a/a${article}.mdx`, day: on(day), commit: `c${day}`, kind: 'edited', ...differs };
}

/** Tickets of every day: on topic 0 as many as asked for, on each of the others ten. */
function daily(own: (day: number) => number, days = 140, locale = 'en'): DailyCount[] {
  return Array.from({ length: days }, (_, day) => [own(day), 10, 10, 10])
    .flatMap((tickets, day) => tickets.map((n, topic) => ({ day: on(day), locale, category: `c${topic}`, tickets: n })))
    .filter(({ tickets }) => tickets > 0);
}

const halved = daily((day) => (day > 70 ? 2 : 4));
const measure = (counts: DailyCount[], changes: ArticleChange[]) => measureEffects(library, oneSource(counts), changes);

describe('the effect of an edit', () => {
  it('compares whole weeks on either side with all other topics, without the day itself', () => {
    expect(measure(halved, [change(70)])).toEqual([
      {
        article: 'a/a0',
        locale: 'en',
        day: on(70),
        commit: 'c70',
        kind: 'edited',
        through: null,
        topics: ['t0'],
        before: 224,
        after: 112,
        others: { before: 1680, after: 1680 },
        days: { before: 56, after: 56 },
        ratio: 0.5,
        low: 0.39,
        high: 0.642,
        drifting: false,
        verdict: 'fell',
      },
    ]);
  });

  it('calls more tickets a rise, and the same number no change', () => {
    expect(
      measure(
        daily((day) => (day > 70 ? 9 : 4)),
        [change(70)],
      ),
    ).toMatchObject([{ verdict: 'rose', ratio: 2.25 }]);
    expect(
      measure(
        daily(() => 4),
        [change(70)],
      ),
    ).toMatchObject([{ verdict: 'unchanged', ratio: 1 }]);
  });

  it('has no ratio if there were no tickets before, but still an interval', () => {
    const [effect] = measure(
      daily((day) => (day > 70 ? 4 : 0)),
      [change(70)],
    );
    expect(effect).toMatchObject({ before: 0, ratio: null, verdict: 'rose' });
    expect(effect?.low).toBeGreaterThan(10);
    expect(
      measure(
        daily((day) => (day > 70 ? 0 : 4)),
        [change(70)],
      ),
    ).toMatchObject([{ ratio: 0, verdict: 'fell' }]);
  });

  it('finds no effect for a topic that was falling all along', () => {
    const falling = daily((day) => Math.round(20 * Math.exp(-0.015 * day)), 210);
    expect(measure(falling, [change(140)])).toMatchObject([{ drifting: true }]);
    expect(measure(falling, [change(140)])[0]?.verdict).not.toBe('fell');
  });

  it.each<[string, DailyCount[], ArticleChange[]]>([
    ['less than 14 days after it', halved.filter(({ day }) => day <= on(83)), [change(70)]],
    ['less than 14 days before it', halved.filter(({ day }) => day >= on(57)), [change(70)]],
    ['less than 10 tickets to expect', daily((day) => (day % 14 === 0 ? 1 : 0)), [change(70)]],
    ['no tickets on other topics', halved.filter(({ category }) => category === 'c0'), [change(70)]],
    ['changes of most topics on that day', halved, [change(70), change(70, 1), change(70, 2)]],
  ])('has no value if there is %s', (_, counts, changes) => {
    const [effect] = measure(counts, changes);
    expect(effect).toMatchObject({ verdict: 'too-few', low: null, high: null });
  });

  it('treats changes within seven days as one, and ends the comparison at others', () => {
    const rows = (...changes: ArticleChange[]) => measure(halved, changes).map(({ day, days }) => ({ day, ...days }));
    expect(rows(change(66, 0, { kind: 'new' }), change(70), change(72))).toEqual([
      { day: on(72), before: 56, after: 56 },
    ]);
    expect(measure(halved, [change(66, 0, { kind: 'new' }), change(70)])).toMatchObject([
      { kind: 'new', commit: 'c70' },
    ]);
    expect(rows(change(70), change(92))).toEqual([
      { day: on(70), before: 56, after: 21 },
      { day: on(92), before: 21, after: 42 },
    ]);
  });

  it('is cut short by a change of another article on the topic in the same language', () => {
    const articles = [
      makeArticle('a/a0', { topics: ['t0'] }),
      makeArticle('a/b', { topics: ['t0', 't1'] }),
      makeArticle('a/a0', { topics: ['t0'], locale: 'fi' }),
      makeArticle('a/b', { topics: ['t0', 't1'], locale: 'fi' }),
    ];
    const shared = makeLibrary({ topics: topicsOf(4), articles });
    const rows = (path: string) =>
      measureEffects(shared, oneSource(halved), [change(70), change(91, 0, { path })]).find(
        ({ day }) => day === on(70),
      );
    expect(rows('articles/en/a/b.mdx')?.days).toEqual({ before: 56, after: 14 });
    expect(rows('articles/fi/a/b.mdx')?.days).toEqual({ before: 56, after: 56 });
  });

  it('counts the tickets of those who read the article: of a missing translation too', () => {
    const both = [...halved, ...daily(() => 5, 140, 'fi')];
    expect(measure(both, [change(70)])).toMatchObject([{ before: 504, others: { before: 3360 } }]);
    const translated = makeLibrary({
      topics: topicsOf(4),
      articles: [makeArticle('a/a0', { topics: ['t0'] }), makeArticle('a/a0', { topics: ['t0'], locale: 'fi' })],
    });
    expect(measureEffects(translated, oneSource(both), [change(70)])).toMatchObject([
      { before: 224, others: { before: 1680 } },
    ]);
  });

  it('is not calculated for articles that no one sees, have no topic, or changed when nothing was counted', () => {
    const hidden = makeLibrary({
      topics: topicsOf(4),
      articles: [makeArticle('a/a0', { topics: ['t0'], audience: 'internal' }), makeArticle('a/a1')],
    });
    expect(measureEffects(hidden, oneSource(halved), [change(70), change(70, 1)])).toEqual([]);
    expect(measure(halved, [change(-1), change(140), change(70, 9)])).toEqual([]);
    expect(measure([], [change(70)])).toEqual([]);
    expect(measureEffects(library, oneSource(halved), [change(70)], { until: on(69) })).toEqual([]);
  });

  it('is the same whatever the order of the data', () => {
    const changes = [change(70), change(92), change(70, 1), change(30, 2)];
    expect(measure([...halved].reverse(), [...changes].reverse())).toEqual(measure(halved, changes));
  });
});

describe('over random repeats', () => {
  const topics = topicsOf(30);
  const one = makeLibrary({ topics, articles: [makeArticle('a/a0', { topics: ['t0'] })] });
  const random = seeded(17);

  function share(
    repeats: number,
    draw: (own: boolean) => Course,
    found: (effect: Effect) => boolean,
    days = 130,
  ): number {
    let hits = 0;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const drawn = topics.map((_, n) => draw(n === 0));
      const counts = drawTickets(drawn, { first, days, change: days - 62 }, random);
      hits += measureEffects(one, oneSource(counts), [change(days - 62)]).filter(found).length;
    }
    return hits / repeats;
  }
  const called = ({ verdict }: Effect) => verdict === 'fell' || verdict === 'rose';
  const level = () => 20 + 100 * random();
  const slope = () => (random() * 2 - 1) * 0.06;

  it('a placebo is called an effect at most once in 20: steady, by weekday, in bursts, with trends', () => {
    const steady = share(80, () => ({ level: level(), week: drawWeek(random) }), called);
    const bursts = share(80, () => ({ level: level(), week: drawWeek(random), bursts: true, noise: 0.25 }), called);
    const some = () => ({ level: level(), week: drawWeek(random), noise: 0.1, trend: random() < 0.3 ? slope() : 0 });
    const trends = share(120, some, called);
    expect({ steady, bursts, trends }).toEqual({
      steady: expect.toSatisfy((n: number) => n <= 0.05),
      bursts: expect.toSatisfy((n: number) => n <= 0.05),
      trends: expect.toSatisfy((n: number) => n <= 0.05),
    });
  });

  it('a placebo is seldom called an effect if every topic has its own trend', () => {
    const all = () => ({ level: level(), week: drawWeek(random), noise: 0.1, trend: slope() });
    expect(share(120, all, called, 200)).toBeLessThanOrEqual(0.05);
  });

  it('the halving of 40 tickets in 28 days is mostly found, of 80 nearly always', () => {
    const planted = (tickets: number) => (own: boolean) => ({
      level: own ? tickets : level(),
      week: drawWeek(random),
      effect: own ? 0.5 : 1,
    });
    const fell = ({ verdict }: Effect) => verdict === 'fell';
    expect(share(60, planted(40), fell, 200)).toBeGreaterThan(0.75);
    expect(share(60, planted(80), fell, 200)).toBeGreaterThan(0.9);
  });
});
