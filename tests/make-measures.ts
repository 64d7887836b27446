import type { Library } from '#kb/content/library.ts';
import { type MeasureInput, type Measures, measureSupport } from '#kb/tickets/measures/measures.ts';
import { MeasuresFile } from '#kb/tickets/records/measures-file.ts';
import type { LinkedCount } from '#kb/tickets/records/ticket-links.ts';
import type { DailyCount } from '#kb/tickets/records/tickets.ts';
import type { VoteCount } from '#kb/tickets/records/votes.ts';
import { addDays } from '#kb/values/day.ts';

/** The day on which every made report ends. */
export const until = '2026-11-15';

/** The day so many days before the report. */
export const ago = (days: number): string => addDays(until, -days);

export function makeCount(age: number, tickets: number, differs: Partial<DailyCount> = {}): DailyCount {
  return { day: ago(age), locale: 'en', category: 'lost_card', tickets, ...differs };
}

/** @param articles ids, joined by a space */
export function makeLinks(age: number, articles: string, tickets: number): LinkedCount {
  return { day: ago(age), locale: 'en', articles: articles.split(' '), tickets };
}

export function makeVotes(
  age: number,
  helpful: number,
  unhelpful: number,
  differs: Partial<VoteCount> = {},
): VoteCount {
  return { day: ago(age), locale: 'en', article: 'cards/lost', helpful, unhelpful, ...differs };
}

const DAYS = 28;

/** The same numbers on each of 28 days, back from the day of the row: a desk with tickets on one day only has gaps. */
function spread<Row extends DailyCount | LinkedCount>(row: Row): Row[] {
  const part = (value: number, day: number) =>
    Math.floor(((day + 1) * value) / DAYS) - Math.floor((day * value) / DAYS);
  return Array.from({ length: DAYS }, (_, day) => ({
    ...Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? part(value, day) : value]),
    ),
    day: addDays(row.day, -day),
  })) as Row[];
}

/** Measures from nothing but what the case is about. */
export function measure(library: Library, evidence: Partial<MeasureInput> = {}): Measures {
  const nothing: MeasureInput = {
    counts: new Map(),
    links: new Map(),
    started: new Map(),
    votes: [],
    file: undefined,
    since: new Map(),
  };
  return measureSupport(library, { ...nothing, ...evidence }, until);
}

/** Every measure, with `text` wherever words come from outside. */
export function measureAll(library: Library, text = 'We asked.'): Measures {
  const counts = [
    makeCount(100, 5),
    ...spread({ ...makeCount(28, 200), closed: 150, rated: 60, satisfied: 45 }),
    ...spread({ ...makeCount(0, 300), closed: 240, rated: 100, satisfied: 84 }),
    ...spread({ ...makeCount(0, 60, { category: 'card_late' }), closed: 50, rated: 30, satisfied: 12 }),
  ];
  const links = [
    ...spread(makeLinks(28, 'cards/lost', 70)),
    ...spread(makeLinks(0, 'cards/lost', 120)),
    ...spread({ ...makeLinks(0, '', 30), articles: ['cards/fees', text] }),
  ];
  const votes = [
    makeVotes(3, 60, 20),
    makeVotes(3, 5, 30, { article: text, reason: 'unclear' }),
    makeVotes(40, 30, 10),
  ];
  return measure(library, {
    counts: new Map([['desk', counts]]),
    links: new Map([['desk', links]]),
    votes,
    since: new Map([
      ['articles/en/cards/lost.mdx', { day: '2026-01-01', made: true }],
      ['articles/en/cards/fees.mdx', { day: until, made: true }],
    ]),
    file: MeasuresFile.parse({
      sessions: [
        { from: ago(27), to: until, sessions: 900, users: 720 },
        { from: ago(55), to: ago(28), sessions: 800 },
      ],
      deflection: { solvedShare: 0.2, because: text },
      customers: { from: ago(90), to: until, start: 1000, end: 1100, new: 150 },
    }),
  });
}
