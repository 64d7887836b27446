import { describe, expect, it } from 'vitest';
import type { DailyCount } from '#kb/tickets/records/tickets.ts';
import { measureCoverage, popularTopics } from '#kb/tickets/worklist/coverage.ts';
import { addDays } from '#kb/values/day.ts';
import { unmappedText } from '#report/coverage-wording.ts';
import { makeArticle, makeLibrary, makeSite } from '../../../make.ts';
import { oneSource } from '../made-tickets.ts';

const until = '2026-11-15';

/** So many tickets on each of the days, counted back from the newest. */
function asked(category: string, daysAgo: readonly number[], tickets = 1, locale = 'en'): DailyCount[] {
  return daysAgo.map((age) => ({ day: addDays(until, -age), locale, category, tickets }));
}

const everyWeek = [0, 7, 14, 21];
const topics = [
  { id: 'card-lost', categories: ['lost_card', 'stolen_card'] },
  { id: 'card-late', categories: ['card_late'] },
  { id: 'refunds', categories: ['refund'] },
];
const library = makeLibrary({
  topics,
  articles: [
    makeArticle('cards/lost', { topics: ['card-lost'] }),
    makeArticle('cards/lost', { topics: ['card-lost'], locale: 'fi' }),
    makeArticle('cards/late', { topics: ['card-late'] }),
    makeArticle('cards/all', { topics: ['card-lost', 'card-late'] }),
  ],
});
const topicOf = (coverage: ReturnType<typeof measureCoverage>, id: string) =>
  coverage.topics.find((topic) => topic.id === id);

describe('a topic recurs', () => {
  const recurs = (counts: DailyCount[], site = {}) =>
    topicOf(measureCoverage(makeLibrary({ topics, site: makeSite(site) }), oneSource(counts), { until }), 'card-lost')
      ?.recurs;

  it('with ten tickets in 28 days, seen in three of the last four weeks', () => {
    expect(recurs(asked('lost_card', [0, 7, 14], 4))).toBe(true);
    expect(recurs(asked('lost_card', [0, 7, 14], 3))).toBe(false);
    expect(recurs(asked('lost_card', [0, 7], 20))).toBe(false);
  });

  it('whatever categories of it the tickets are in', () => {
    expect(recurs([...asked('lost_card', [0, 7], 3), ...asked('STOLEN_CARD ', [14], 4)])).toBe(true);
  });

  it('by the days up to the newest ticket, including the oldest day', () => {
    expect(recurs([...asked('lost_card', [0, 8], 1), ...asked('lost_card', [27], 8)])).toBe(true);
    expect(recurs([...asked('lost_card', [0, 8], 1), ...asked('lost_card', [28], 8)])).toBe(false);
  });

  it('as the company has set it in site.yaml', () => {
    const counts = asked('lost_card', [0, 1], 2);
    expect(recurs(counts)).toBe(false);
    expect(recurs(counts, { recurrence: { windowDays: 7, minTickets: 4, minWeeks: 1 } })).toBe(true);
  });

  it('whatever came after the day of the report', () => {
    const coverage = measureCoverage(library, oneSource(asked('lost_card', everyWeek, 5)), { until: '2026-11-14' });
    expect(coverage.totals.tickets).toBe(15);
    expect(topicOf(coverage, 'card-lost')?.weeksSeen).toBe(3);
  });
});

describe('the newest ticket', () => {
  it('is the last day of the report, if no other is given', () => {
    expect(measureCoverage(library, oneSource([...asked('refund', [3]), ...asked('lost_card', [9])])).until).toBe(
      '2026-11-12',
    );
  });

  it('need not exist', () => {
    const coverage = measureCoverage(library, new Map());
    expect(coverage).toMatchObject({
      until: null,
      totals: { tickets: 0, topics: 3, articles: 3 },
      flagged: [],
      gaps: [],
      unmapped: [],
    });
  });
});

describe('flagged', () => {
  const coverage = measureCoverage(
    library,
    oneSource([...asked('lost_card', everyWeek, 5), ...asked('card_late', everyWeek, 3), ...asked('refund', [0], 50)]),
    { until },
  );

  it('are the published articles on topics that recur, most tickets first', () => {
    expect(coverage.flagged.map(({ article, tickets }) => [article, tickets])).toEqual([
      ['cards/all', 32],
      ['cards/lost', 20],
      ['cards/late', 12],
    ]);
  });

  it('say which topics, the busiest first, and how many tickets', () => {
    expect(coverage.flagged[0]).toMatchObject({
      topics: ['card-lost', 'card-late'],
      reason:
        'card-lost: 20 tickets (0 before), in 4 of 4 weeks, rework cards/lost first; card-late: 12 tickets (0 before), in 4 of 4 weeks, rework cards/late first',
    });
  });

  it('are not drafts, archived articles or internal articles', () => {
    const hidden = makeLibrary({
      topics,
      articles: [
        makeArticle('a/draft', { topics: ['card-lost'], confidence: 'work-in-progress' }),
        makeArticle('a/archived', { topics: ['card-lost'], archiveOn: '2026-11-01' }),
        makeArticle('a/internal', { topics: ['card-lost'], audience: 'internal' }),
        makeArticle('a/shown', { topics: ['card-lost'], archiveOn: '2026-12-01' }),
      ],
    });
    const { flagged, topics: covered } = measureCoverage(hidden, oneSource(asked('lost_card', everyWeek, 5)), {
      until,
    });
    expect(flagged.map(({ article }) => article)).toEqual(['a/shown']);
    expect(covered[0]?.articles).toEqual(['a/shown']);
  });
});

describe('a gap', () => {
  const gaps = (counts: DailyCount[], of = library) =>
    measureCoverage(of, oneSource(counts), { until }).gaps.map(({ topic, locale, tickets }) => ({
      topic,
      locale,
      tickets,
    }));

  it('is a topic that recurs, in a language whose customers ask about it and have no article', () => {
    expect(gaps([...asked('card_late', everyWeek, 3), ...asked('card_late', everyWeek, 3, 'fi')])).toEqual([
      { topic: 'card-late', locale: 'fi', tickets: 12 },
    ]);
  });

  it('is none where few ask in that language', () => {
    expect(gaps([...asked('card_late', everyWeek, 3), ...asked('card_late', everyWeek, 2, 'fi')])).toEqual([]);
  });

  it('is listed for every busy language of a topic without any article', () => {
    expect(gaps([...asked('refund', everyWeek, 4), ...asked('refund', everyWeek, 3, 'fi')])).toEqual([
      { topic: 'refunds', locale: 'en', tickets: 16 },
      { topic: 'refunds', locale: 'fi', tickets: 12 },
    ]);
  });

  it('and for its busiest language if none is busy alone', () => {
    expect(gaps([...asked('refund', everyWeek, 1), ...asked('refund', everyWeek, 2, 'fi')])).toEqual([
      { topic: 'refunds', locale: 'fi', tickets: 8 },
    ]);
  });

  it('counts a language that the site has dropped as the default one', () => {
    expect(gaps(asked('refund', everyWeek, 3, 'sv'))).toEqual([{ topic: 'refunds', locale: 'en', tickets: 12 }]);
  });
});

it('a category for everything else is no topic', () => {
  const { unmapped } = measureCoverage(
    library,
    oneSource([
      ...asked('General', everyWeek, 7),
      ...asked('Sonstiges', everyWeek, 1),
      ...asked('savings', everyWeek, 2),
    ]),
    { until },
  );
  expect(unmapped.map(({ category, catchAll }) => [category, catchAll])).toEqual([
    ['General', 0.7],
    ['savings', undefined],
    ['Sonstiges', 0.1],
  ]);
  expect(unmapped.map((one) => unmappedText(one).includes('create a topic'))).toEqual([false, true, false]);
});

describe('unmapped', () => {
  const unmapped = (...categories: string[]) =>
    measureCoverage(
      library,
      oneSource(categories.flatMap((category, index) => asked(category, everyWeek, 9 - index))),
      { until },
    ).unmapped;

  it('are categories no topic claims, busiest first, with the topic a few letters away', () => {
    expect(unmapped('lost_crad', 'savings')).toMatchObject([
      { category: 'lost_crad', tickets: 36, previous: 0, recurs: true, nearest: 'card-lost' },
      { category: 'savings', tickets: 32, previous: 0, recurs: true },
    ]);
    expect(unmapped('savings')[0]).not.toHaveProperty('nearest');
  });

  it('say how often they occur, and from which limit on they are listed', () => {
    expect(unmapped('savings')[0]?.reasons).toMatchObject([
      {
        code: 'unclaimed',
        says: '36 tickets (0 before), in 4 of 4 weeks',
        threshold: 'at least 10 tickets in 28 days, in at least 3 of 4 weeks',
      },
    ]);
  });

  it('or with the topic that shares most of their words', () => {
    expect(unmapped('refund_of_shipping_and_postage')[0]?.nearest).toBeUndefined();
    expect(unmapped('my refund')[0]?.nearest).toBe('refunds');
  });

  it.each([
    ['返金_申請について', 'refunds'],
    ['หายทั้งบัตร', 'card-lost'],
    ['환불 요청', 'refunds'],
  ])('also in a language without spaces, or for words of two characters: %s', (category, nearest) => {
    const titles = { 'card-lost': 'บัตรที่หาย', refunds: 'カードの返金申請 환불' };
    const library = makeLibrary({
      topics: Object.entries(titles).map(([id, ja]) => ({ id, title: { ja }, categories: [] })),
    });
    const [found] = measureCoverage(library, oneSource(asked(category, everyWeek, 9)), { until }).unmapped;
    expect(found?.nearest).toBe(nearest);
  });

  it('include neither categories that are too rare to be shown nor tickets without a category', () => {
    const coverage = measureCoverage(
      library,
      oneSource([...asked('(other)', everyWeek, 5), ...asked('(none)', everyWeek, 2)]),
      {
        until,
      },
    );
    expect(coverage.unmapped).toEqual([]);
    expect(coverage.categories).toEqual([]);
    expect(coverage.totals).toMatchObject({ tickets: 28, mapped: 0, unmapped: 28, other: 20, none: 8 });
  });
});

describe('the numbers', () => {
  it('are shown with those of the window before, per language', () => {
    const counts = [
      ...asked('lost_card', everyWeek, 5),
      ...asked('lost_card', [28, 55], 3),
      ...asked('lost_card', [2], 4, 'fi'),
    ];
    expect(topicOf(measureCoverage(library, oneSource(counts), { until }), 'card-lost')).toMatchObject({
      tickets: 24,
      previous: 6,
      weeksSeen: 4,
      locales: { en: 20, fi: 4 },
    });
  });

  // The limits are those of binomial tails of 0.025, summed term by term.
  it('are compared in each language by itself, too', () => {
    const days = Array.from({ length: 112 }, (_, age) => age);
    const counts = [
      ...asked('lost_card', days.slice(0, 28), 3),
      ...asked('lost_card', days.slice(28)),
      ...asked('lost_card', days.slice(0, 28), 1, 'fi'),
      ...asked('lost_card', days.slice(28), 3, 'fi'),
    ];
    const topic = topicOf(measureCoverage(library, oneSource(counts), { until }), 'card-lost');
    expect(topic).toMatchObject({
      trend: { ratio: 1, verdict: 'steady' },
      risingSince: null,
      byLocale: {
        en: { tickets: 84, previous: 28, trend: { ratio: 3, low: 1.935, high: 4.781, verdict: 'rising' } },
        fi: { tickets: 28, previous: 84, trend: { ratio: 0.333, low: 0.209, high: 0.517, verdict: 'falling' } },
      },
    });
  });

  it('name the day on which a rising topic started to rise', () => {
    const days = Array.from({ length: 112 }, (_, age) => age);
    const counts = [...asked('lost_card', days), ...asked('lost_card', days.slice(0, 19), 5)];
    expect(topicOf(measureCoverage(library, oneSource(counts), { until }), 'card-lost')?.risingSince).toBe(
      '2026-10-28',
    );
  });

  it('are the same bytes for the same tickets in any order', () => {
    const counts = [
      ...asked('lost_card', everyWeek, 5),
      ...asked('refund', everyWeek, 5),
      ...asked('savings', everyWeek, 5),
    ];
    const bytes = (of: DailyCount[]) => JSON.stringify(measureCoverage(library, oneSource(of), { until }));
    expect(bytes([...counts].reverse())).toBe(bytes(counts));
  });

  it('spell a category as most of its tickets do', () => {
    const counts = [...asked('Refund', [0], 2), ...asked('refund', [1], 5)];
    expect(measureCoverage(library, oneSource(counts), { until }).categories).toMatchObject([
      { category: 'refund', topic: 'refunds', tickets: 7 },
    ]);
  });
});

it('the popular topics are those that recur, then the others, the busiest first', () => {
  const counts = [
    ...asked('refund', [0], 90),
    ...asked('card_late', everyWeek, 3),
    ...asked('lost_card', everyWeek, 5),
  ];
  expect(popularTopics(measureCoverage(library, oneSource(counts), { until }))).toEqual([
    'card-lost',
    'card-late',
    'refunds',
  ]);
});

it('tickets after the newest complete day are counted apart', () => {
  const daily = asked(
    'lost_card',
    Array.from({ length: 60 }, (_, age) => age),
    5,
  );
  const typo = { day: '2062-05-01', locale: 'en', category: 'lost_card', tickets: 1 };
  expect(measureCoverage(library, oneSource([...daily, typo]))).toMatchObject({ until, later: 1 });
  expect(measureCoverage(library, oneSource([...daily, typo]), { until }).later).toBe(0);
});
