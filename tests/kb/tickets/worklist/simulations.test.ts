import { describe, expect, it } from 'vitest';
import type { SourceCounts } from '#kb/tickets/records/desk.ts';
import type { DailyCount } from '#kb/tickets/records/tickets.ts';
import { measureCoverage, type TopicCoverage } from '#kb/tickets/worklist/coverage.ts';
import { addDays } from '#kb/values/day.ts';
import { makeLibrary, makeSite } from '../../../make.ts';
import { poisson, seeded } from '../made-tickets.ts';

// The rates that docs/articles/en/extend/statistics.mdx names, on fewer topics and with room for chance.

const until = '2026-11-15';
const TOPICS = 150;
/** Tickets in 28 days, of one topic after the other. */
const LEVELS = [8, 15, 25, 40, 80, 150];
/** From Sunday on. */
const WEEK = [0.3, 1.3, 1.2, 1.1, 1.1, 1.1, 0.9];

interface Simulation {
  /** By what the usual rate of a topic is multiplied on a day of this age. */
  factor?: (topic: number, age: number) => number;
  /** Tickets of a topic in 28 usual days. */
  level?: (topic: number) => number;
  /** Days that each source has, by age, and what its topics are multiplied by; one source with all days by default. */
  sources?: Record<string, { has: (age: number) => boolean; mix?: (topic: number) => number }>;
  days?: number;
  windowDays?: number;
  /** Further tickets: a day and their number. */
  stray?: [day: string, tickets: number];
}

function draw({ factor, level, sources, days = 140, stray }: Simulation, seed: number): SourceCounts {
  const random = seeded(seed);
  const dates = Array.from({ length: days }, (_, age) => addDays(until, -age));
  const week = dates.map((day) => WEEK[new Date(day).getUTCDay()] ?? 1);
  return new Map(
    Object.entries(sources ?? { desk: { has: () => true } }).map(([name, { has, mix }]) => {
      const counts: DailyCount[] = [];
      for (let topic = 0; topic < TOPICS; topic++)
        for (const [age, day] of dates.entries()) {
          if (!has(age)) continue;
          const usual = ((level?.(topic) ?? LEVELS[topic % LEVELS.length] ?? 0) / 28) * (mix?.(topic) ?? 1);
          const rate = usual * (week[age] ?? 1) * (factor?.(topic, age) ?? 1);
          const tickets = poisson(rate, random);
          if (tickets > 0) counts.push({ day, locale: 'en', category: `c${topic}`, tickets });
        }
      if (stray) counts.push({ day: stray[0], locale: 'en', category: 'c0', tickets: stray[1] });
      return [name, counts];
    }),
  );
}

/** The share of topics that something holds for, over several drawings. */
function share(
  simulation: Simulation,
  which: (topic: number) => boolean,
  holds: (topic: TopicCoverage) => boolean,
  seeds = 1,
): number {
  const topics = Array.from({ length: TOPICS }, (_, topic) => ({ id: `t${topic}`, categories: [`c${topic}`] }));
  const recurrence = { windowDays: simulation.windowDays ?? 28 };
  const library = makeLibrary({ topics, site: makeSite({ recurrence }) });
  let [hits, cases] = [0, 0];
  for (let seed = 1; seed <= seeds; seed++)
    for (const topic of measureCoverage(library, draw(simulation, seed * 7919), { until }).topics) {
      if (!which(Number(topic.id.slice(1)))) continue;
      cases++;
      if (holds(topic)) hits++;
    }
  return hits / cases;
}

const everyTenth = (topic: number) => topic % 10 === 0;
const changed = ({ trend }: TopicCoverage) => trend.verdict === 'rising' || trend.verdict === 'falling';
const mix = (topic: number) => (topic % 3 === 0 ? 3 : 0.3);
const always = () => true;

describe('at most 2 in 100 steady topics are called rising or falling', () => {
  it.each<[string, Simulation]>([
    ['with one complete source', {}],
    ['in windows of 10 days', { windowDays: 10 }],
    ['if a second source started 40 days ago', { sources: { a: { has: always }, b: { has: (age) => age < 40, mix } } }],
    ['if a second source started 20 days ago', { sources: { a: { has: always }, b: { has: (age) => age < 20, mix } } }],
    [
      'if a source was not imported for 20 days',
      { sources: { a: { has: always }, b: { has: (age) => age >= 20, mix } } },
    ],
    ['if the only source was not imported for 20 days', { sources: { a: { has: (age) => age >= 20 } } }],
    ['if the desk was closed for two weeks', { sources: { a: { has: (age) => age < 7 || age >= 21 } } }],
    ['if the desk was closed in the weeks before', { sources: { a: { has: (age) => age < 30 || age >= 44 } } }],
    ['with one ticket from two years ago', { days: 60, stray: ['2024-05-01', 1] }],
    ['with one ticket from the future', { stray: ['2062-05-01', 1] }],
    ['with half a last day', { factor: (_, age) => (age === 0 ? 0.3 : 1) }],
    ['if only the tickets changed in the last month were imported', { factor: (_, age) => (age > 30 ? 0.1 : 1) }],
    ['if the whole desk grows by half', { factor: (_, age) => (age < 28 ? 1.5 : 1) }],
    ['if the whole desk falls by half', { factor: (_, age) => (age < 28 ? 0.5 : 1) }],
    ['if some topics come on Mondays only', { factor: mondays, windowDays: 10 }],
  ])('%s', (_, simulation) => {
    // A short history is drawn fast, and its rates need more drawings.
    expect(share(simulation, always, changed, simulation.days === undefined ? 2 : 24)).toBeLessThanOrEqual(0.02);
  });

  it('and hardly one has a burst', () => {
    expect(share({}, always, ({ burst }) => burst !== null)).toBeLessThanOrEqual(0.01);
    expect(share({ factor: mondays }, always, ({ burst }) => burst !== null)).toBeLessThanOrEqual(0.01);
  });
});

function mondays(topic: number, age: number): number {
  if (topic % 2 === 0) return 1;
  return new Date(addDays(until, -age)).getUTCDay() === 1 ? 6 : 0;
}

describe('what changed is found', () => {
  const level = (of: number) => (topic: number) => (everyTenth(topic) ? of : (LEVELS[topic % LEVELS.length] ?? 0));
  const during =
    (by: number, oldest: number, newest = 0) =>
    (topic: number, age: number) =>
      everyTenth(topic) && age <= oldest && age >= newest ? by : 1;
  const onlyDuring =
    (oldest: number, newest = 0) =>
    (topic: number, age: number) =>
      everyTenth(topic) && (age > oldest || age < newest) ? 0 : 1;

  it('in 9 of 10 topics that double from 40 tickets, after 60 days of counts', () => {
    const doubling = { level: level(40), factor: during(2, 27), days: 60 };
    expect(share(doubling, everyTenth, ({ trend }) => trend.verdict === 'rising', 20)).toBeGreaterThanOrEqual(0.88);
  });

  it('in every new topic with 40 tickets in its first week', () => {
    const fresh = { level: level(160), factor: onlyDuring(6) };
    expect(share(fresh, everyTenth, ({ burst }) => burst?.over === false)).toBe(1);
  });

  it('and a burst that is over for two weeks is not called rising', () => {
    for (const burst of [
      { level: level(40), factor: during(5, 20, 14) },
      { level: level(160), factor: onlyDuring(20, 14) },
    ]) {
      expect(share(burst, everyTenth, ({ burst: found }) => found?.over === true)).toBeGreaterThanOrEqual(0.95);
      expect(share(burst, everyTenth, ({ trend }) => trend.verdict === 'rising')).toBeLessThanOrEqual(0.02);
    }
  });
});

it('topics recur although the desk was closed for two weeks', () => {
  const closed = { sources: { a: { has: (age: number) => age === 0 || age >= 15 } } };
  const busy = (topic: number) => (LEVELS[topic % LEVELS.length] ?? 0) >= 40;
  expect(share(closed, busy, ({ recurs }) => recurs)).toBeGreaterThan(0.95);
});
