import type { Article } from '../../content/article.ts';
import { type Topic, topicOfCategory } from '../../content/topic.ts';
import { riseStart } from '../../statistics/rise-start.ts';
import { type DeskChange, measureTrend, type Trend } from '../../statistics/trend.ts';
import { addDays } from '../../values/day.ts';
import { compareText } from '../../values/text.ts';
import { type Burst, burstFinder } from '../measures/bursts.ts';
import { comparedRates, deskChange, usualTickets, weeklySpread } from '../measures/compared-rates.ts';
import { comparedWindows, type Desk } from '../records/desk.ts';
import { type Tallies, type Tally, tallyCounts } from '../records/ticket-tally.ts';
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
  /** How many the window would usually have, and how many more it has; `null` if that is not known. */
  usual: number | null;
  extra: number | null;
  trend: Trend;
  /** Days in the window with far more tickets than usual; `null` if there are none. */
  burst: Burst | null;
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

/** The topics, and how the whole desk changed, which none of them is blamed for. */
export interface CoveredTopics {
  /** Busiest first. */
  topics: TopicCoverage[];
  change: DeskChange;
}

export function coverTopics(
  topics: readonly Topic[],
  desk: Desk,
  articles: readonly Article[],
  recurrence: Recurrence,
): CoveredTopics {
  const topicOf = topicOfCategory(topics);
  const byTopic = tallyCounts(desk, ({ category }) => topicOf(category));
  const byBoth = tallyCounts(desk, ({ category, locale }) => {
    const topic = topicOf(category);
    return topic && keyOf(topic, locale);
  });
  const all = tallyCounts(desk, () => ALL).of(ALL);
  const spreadOf = weeklySpread(desk, byTopic, all);
  const bursts = burstFinder(desk, byTopic, spreadOf);
  const locales = [...new Set(desk.sources.flatMap(({ counts }) => counts.map(({ locale }) => locale)))].sort(
    compareText,
  );
  const rates = new Map(topics.map(({ id }) => [id, comparedRates(desk, byTopic.of(id))]));
  const change = deskChange([...rates.values()]);
  const covered = topics.map(({ id }): TopicCoverage => {
    const seen = byTopic.of(id);
    const { tickets, previous, weeksSeen } = seen;
    const usual = usualTickets(desk, seen);
    const trend = measureTrend(rates.get(id) ?? comparedRates(desk, seen), change, spreadOf(seen));
    const over = trend.verdict === 'rising' && bursts.isOver(seen, change.usual);
    const verdict = over ? 'over' : trend.verdict;
    return {
      id,
      tickets,
      previous,
      usual: usual?.tickets ?? null,
      extra: usual?.extra ?? null,
      trend: { ...trend, verdict },
      burst: bursts.find(seen),
      risingSince: verdict === 'rising' ? dayRiseStarted(desk, seen) : null,
      recurs: recurs(seen, recurrence),
      weeksSeen,
      locales: Object.fromEntries([...seen.locales].sort(([a], [b]) => compareText(a, b))),
      byLocale: coverLocales(id, locales, desk, byBoth, change, over),
      articles: [
        ...new Set(articles.filter((article) => article.topics.includes(id)).map((article) => article.id)),
      ].sort(compareText),
    };
  });
  return { topics: covered.sort((a, b) => b.tickets - a.tickets || compareText(a.id, b.id)), change };
}

const ALL = 'all';

/** The reason that a topic is in the work list: it recurs, or far more of it comes than usual. */
export function topicReason(topic: TopicCoverage, { windowDays, minTickets, minWeeks }: Recurrence): Reason {
  const { id, tickets, previous, weeksSeen, trend, risingSince, burst } = topic;
  if (!topic.recurs)
    return {
      code: 'burst',
      says: `${id}: ${ticketsText(tickets)} (${previous} before)${burst ? `, ${burst.tickets} since ${burst.from}` : ''}`,
      threshold: 'far more tickets than usual',
      numbers: { topic: id, tickets, previous, since: burst?.from ?? risingSince },
    };
  const change = trend.verdict === 'rising' || trend.verdict === 'falling' ? `, ${trend.verdict}` : '';
  return {
    code: 'recurs',
    says: `${id}: ${ticketsText(tickets)} (${previous} before), in ${weeksSeen} of 4 weeks${change}`,
    threshold: recurrenceText({ windowDays, minTickets, minWeeks }),
    numbers: { topic: id, tickets, previous, weeksSeen, verdict: trend.verdict, risingSince, minTickets, minWeeks },
  };
}

/** Whether a reason is about a topic, not about one of its articles. */
export function isTopicReason(code: Reason['code']): boolean {
  return code === 'recurs' || code === 'burst';
}

export function recurrenceText({ windowDays, minTickets, minWeeks }: Recurrence): string {
  return `at least ${minTickets} tickets in ${windowDays} days, in at least ${minWeeks} of 4 weeks`;
}

function keyOf(topic: string, locale: string): string {
  return `${topic} ${locale}`;
}

function coverLocales(
  topic: string,
  locales: readonly string[],
  desk: Desk,
  byBoth: Tallies,
  change: DeskChange,
  over: boolean,
): Record<string, LocaleCoverage> {
  return Object.fromEntries(
    locales.flatMap((locale) => {
      const seen = byBoth.of(keyOf(topic, locale));
      const { tickets, previous } = seen;
      if (tickets + previous === 0) return [];
      const trend = measureTrend(comparedRates(desk, seen), change);
      // What is over for the topic is over for its languages.
      const verdict = over && trend.verdict === 'rising' ? 'over' : trend.verdict;
      return [[locale, { tickets, previous, trend: { ...trend, verdict } }]];
    }),
  );
}

/** The most likely day, judged by the days that all sources with its tickets cover. */
function dayRiseStarted({ sources, until, windowDays, length }: Desk, { perDay }: Tally): string | null {
  const ages: number[] = [];
  const tickets: number[] = [];
  for (let age = 0; age < length; age++) {
    const places = [...sources.keys()].filter((place) => (sources[place]?.weights[age] ?? 0) > 0);
    if (places.length === 0) continue;
    ages.push(age);
    tickets.push(places.reduce((sum, place) => sum + (perDay[place]?.[age] ?? 0), 0));
  }
  const { now } = comparedWindows(windowDays);
  const start = riseStart(tickets, now.days * 2 - 1);
  const age = start === undefined ? undefined : ages[start];
  return age === undefined ? null : addDays(until, -age);
}
