import type { Article } from '../../content/article.ts';
import { type Topic, topicOfCategory } from '../../content/topic.ts';
import { riseStart } from '../../statistics/rise-start.ts';
import { measureTrend, type Trend, USUAL_WINDOWS } from '../../statistics/trend.ts';
import { addDays, daysBetween } from '../../values/day.ts';
import { compareText } from '../../values/text.ts';
import { ratesOf, type Tallies, type Tally, tallyCounts } from '../records/ticket-tally.ts';
import type { DailyCount } from '../records/tickets.ts';
import { type Reason, ticketsText } from './reason.ts';

/** When a topic recurs: `recurrence` of `site.yaml`. */
export interface Recurrence {
  windowDays: number;
  minTickets: number;
  minWeeks: number;
}

/** Whether a topic or category with these tickets recurs. */
export function recurs({ tickets, weeksSeen }: Pick<Tally, 'tickets' | 'weeksSeen'>, recurrence: Recurrence): boolean {
  return tickets >= recurrence.minTickets && weeksSeen >= recurrence.minWeeks;
}

export interface TopicCoverage {
  id: string;
  tickets: number;
  previous: number;
  trend: Trend;
  /** The most likely day on which a rising topic started to rise; `null` if it is not rising. */
  risingSince: string | null;
  recurs: boolean;
  weeksSeen: number;
  locales: Record<string, number>;
  /** The same comparison in each language with tickets in either window. */
  byLocale: Record<string, LocaleCoverage>;
  /** Ids of published articles that name the topic in any language. */
  articles: string[];
}

export interface LocaleCoverage {
  tickets: number;
  previous: number;
  trend: Trend;
}

/** Every topic, busiest first. */
export function coverTopics(
  topics: readonly Topic[],
  counts: readonly DailyCount[],
  articles: readonly Article[],
  until: string,
  recurrence: Recurrence,
): TopicCoverage[] {
  const { windowDays } = recurrence;
  const topicOf = topicOfCategory(topics);
  const byTopic = tallyCounts(counts, until, windowDays, ({ category }) => topicOf(category));
  const byBoth = tallyCounts(counts, until, windowDays, ({ category, locale }) => {
    const topic = topicOf(category);
    return topic && keyOf(topic, locale);
  });
  const locales = [...new Set(counts.map(({ locale }) => locale))].sort(compareText);
  const covered = topics.map(({ id }): TopicCoverage => {
    const seen = byTopic.of(id);
    const { tickets, previous, weeksSeen } = seen;
    const trend = measureTrend(...ratesOf(seen, byTopic));
    return {
      id,
      tickets,
      previous,
      trend,
      risingSince: null,
      recurs: recurs(seen, recurrence),
      weeksSeen,
      locales: Object.fromEntries([...seen.locales].sort(([a], [b]) => compareText(a, b))),
      byLocale: coverLocales(id, locales, byBoth),
      articles: [
        ...new Set(articles.filter((article) => article.topics.includes(id)).map((article) => article.id)),
      ].sort(compareText),
    };
  });
  const rising = new Set(covered.filter(({ trend }) => trend.verdict === 'rising').map(({ id }) => id));
  const began = dayRisesBegan(rising, counts, topicOf, until, windowDays);
  return covered
    .map((topic) => ({ ...topic, risingSince: began.get(topic.id) ?? null }))
    .sort((a, b) => b.tickets - a.tickets || compareText(a.id, b.id));
}

/** The reason that a topic recurs. */
export function recursReason(topic: TopicCoverage, { windowDays, minTickets, minWeeks }: Recurrence): Reason {
  const { id, tickets, previous, weeksSeen, trend, risingSince } = topic;
  const change = trend.verdict === 'rising' || trend.verdict === 'falling' ? `, ${trend.verdict}` : '';
  return {
    code: 'recurs',
    says: `${id}: ${ticketsText(tickets)} (${previous} before), in ${weeksSeen} of 4 weeks${change}`,
    threshold: recurrenceText({ windowDays, minTickets, minWeeks }),
    numbers: { topic: id, tickets, previous, weeksSeen, verdict: trend.verdict, risingSince, minTickets, minWeeks },
  };
}

export function recurrenceText({ windowDays, minTickets, minWeeks }: Recurrence): string {
  return `at least ${minTickets} tickets in ${windowDays} days, in at least ${minWeeks} of 4 weeks`;
}

function keyOf(topic: string, locale: string): string {
  return `${topic} ${locale}`;
}

function coverLocales(topic: string, locales: readonly string[], byBoth: Tallies): Record<string, LocaleCoverage> {
  return Object.fromEntries(
    locales.flatMap((locale) => {
      const seen = byBoth.of(keyOf(topic, locale));
      const { tickets, previous } = seen;
      return tickets + previous === 0
        ? []
        : [[locale, { tickets, previous, trend: measureTrend(...ratesOf(seen, byBoth)) }]];
    }),
  );
}

function dayRisesBegan(
  rising: ReadonlySet<string>,
  counts: readonly DailyCount[],
  topicOf: (category: string) => string | undefined,
  until: string,
  windowDays: number,
): Map<string, string> {
  if (rising.size === 0) return new Map();
  const length = windowDays * (1 + USUAL_WINDOWS);
  const series = new Map([...rising].map((id) => [id, new Map<number, number>()]));
  const from = addDays(until, 1 - length);
  let first = until;
  for (const { day, category, tickets } of counts) {
    if (day < from || day > until) continue;
    if (day < first) first = day;
    const ofTopic = series.get(topicOf(category) ?? '');
    if (!ofTopic) continue;
    const age = daysBetween(day, until);
    ofTopic.set(age, (ofTopic.get(age) ?? 0) + tickets);
  }
  const oldest = daysBetween(first, until);
  return new Map(
    [...series].flatMap(([id, byAge]) => {
      const days = Array.from({ length: oldest + 1 }, (_, age) => byAge.get(age) ?? 0);
      const age = riseStart(days, windowDays * 2 - 1);
      return age === undefined ? [] : [[id, addDays(until, -age)] as const];
    }),
  );
}
