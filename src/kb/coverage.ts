import { isPublished } from './article.ts';
import { compareText } from './finding.ts';
import type { Library } from './library.ts';
import { nearestTopic } from './nearest-topic.ts';
import { ratesOf, type Tally, tallyCounts } from './tally.ts';
import { type DailyCount, NONE, OTHER } from './tickets.ts';
import { categoryKey, topicOfCategory } from './topic.ts';
import { measureTrend, type Trend } from './trend.ts';

/** How well the articles cover what customers ask about. Every list is sorted: same input, same bytes. */
export interface Coverage {
  /** The day the window ends with, `YYYY-MM-DD`; `null` while there is no ticket. */
  until: string | null;
  windowDays: number;
  /** What made a topic recur: at least so many tickets, seen in so many of the last four weeks. */
  minTickets: number;
  minWeeks: number;
  totals: Totals;
  /** Every topic, busiest first. */
  topics: TopicCoverage[];
  /** Every category ever seen, busiest first. */
  categories: CategoryCoverage[];
  /** Published articles on recurring topics: they exist, and customers still write. Most tickets first. */
  flagged: Flag[];
  /** Recurring topics without an article in a language that customers write in. Most tickets first. */
  gaps: Gap[];
  /** Categories that no topic claims. Most tickets first. */
  unmapped: Unmapped[];
}

export interface Totals {
  /** In the window. */
  tickets: number;
  previous: number;
  topics: number;
  recurring: number;
  /** Published articles, each counted once for all languages. */
  articles: number;
  /** Tickets in the window whose category a topic claims, and the rest. */
  mapped: number;
  unmapped: number;
  /** Of the unmapped: under words too rare to be shown, and without any category. */
  other: number;
  none: number;
}

export interface TopicCoverage {
  id: string;
  tickets: number;
  previous: number;
  trend: Trend;
  recurs: boolean;
  weeksSeen: number;
  locales: Record<string, number>;
  /** Ids of published articles that name the topic in any language. */
  articles: string[];
}

export interface CategoryCoverage {
  category: string;
  topic: string | null;
  tickets: number;
  previous: number;
  recurs: boolean;
  weeksSeen: number;
}

export interface Flag {
  article: string;
  /** Its recurring topics, busiest first. */
  topics: string[];
  /** Of those topics, in the window. */
  tickets: number;
  reason: string;
}

export interface Gap {
  topic: string;
  locale: string;
  /** In this language, in the window. */
  tickets: number;
}

export interface Unmapped {
  category: string;
  tickets: number;
  previous: number;
  recurs: boolean;
  nearest?: string;
}

/**
 * Holds what customers asked against what the articles answer.
 *
 * @param counts of all sources, in any order
 * @param options.until the day the window ends with; by default the newest day with a ticket
 */
export function measureCoverage(
  library: Library,
  counts: readonly DailyCount[],
  options: { until?: string | undefined } = {},
): Coverage {
  const { windowDays, minTickets, minWeeks } = library.site.recurrence;
  const until =
    options.until ?? counts.reduce<string | null>((last, { day }) => (last && last > day ? last : day), null);
  const today = until ?? '9999-12-31';
  const articles = library.articles.filter((article) => isPublished(article, 'public', today));
  const topicOf = topicOfCategory(library.topics);
  const { locales, defaultLocale } = library.site;
  // A language the site has given up since the import: its customers read the default language now.
  const counted = counts.map((count) => (locales.includes(count.locale) ? count : { ...count, locale: defaultLocale }));
  const tally = (keyOf: (count: DailyCount) => string | undefined) => tallyCounts(counted, today, windowDays, keyOf);
  const recurs = ({ tickets, weeksSeen }: Tally) => tickets >= minTickets && weeksSeen >= minWeeks;

  const byTopic = tally(({ category }) => topicOf(category));
  const byCategory = tally(({ category }) => categoryKey(category));
  const all = tally(() => 'all').of('all');
  const other = byCategory.of(OTHER).tickets;
  const none = byCategory.of(NONE).tickets;

  const topics = library.topics
    .map(({ id }): TopicCoverage => {
      const seen = byTopic.of(id);
      return {
        id,
        tickets: seen.tickets,
        previous: seen.previous,
        trend: measureTrend(...ratesOf(seen, byTopic)),
        recurs: recurs(seen),
        weeksSeen: seen.weeksSeen,
        locales: Object.fromEntries([...seen.locales].sort(([a], [b]) => compareText(a, b))),
        articles: unique(articles.filter((article) => article.topics.includes(id)).map((article) => article.id)),
      };
    })
    .sort((a, b) => b.tickets - a.tickets || compareText(a.id, b.id));
  const categories = byCategory
    .keys()
    .filter((key) => key !== OTHER && key !== NONE)
    .map((key): CategoryCoverage => {
      const seen = byCategory.of(key);
      const category = commonest(seen.spellings);
      const { tickets, previous, weeksSeen } = seen;
      return { category, topic: topicOf(category) ?? null, tickets, previous, recurs: recurs(seen), weeksSeen };
    })
    .sort((a, b) => b.tickets - a.tickets || compareText(a.category, b.category));
  const mapped = topics.reduce((sum, { tickets }) => sum + tickets, 0);
  const recurring = topics.filter((topic) => topic.recurs);

  return {
    until,
    windowDays,
    minTickets,
    minWeeks,
    totals: {
      tickets: all.tickets,
      previous: all.previous,
      topics: topics.length,
      recurring: recurring.length,
      articles: unique(articles.map(({ id }) => id)).length,
      mapped,
      unmapped: all.tickets - mapped,
      other,
      none,
    },
    topics,
    categories,
    flagged: flagArticles(recurring),
    gaps: findGaps(recurring, articles, library.site.locales, minTickets),
    unmapped: categories
      .filter(({ topic, tickets, previous }) => topic === null && tickets + previous > 0)
      .map(({ category, tickets, previous, recurs }) => {
        const near = nearestTopic(category, library.topics);
        return { category, tickets, previous, recurs, ...(near === undefined ? {} : { nearest: near }) };
      }),
  };
}

/** The topics customers ask about most, for the home page: recurring ones first, then by tickets. */
export function popularTopics({ topics }: Coverage): string[] {
  const asked = topics.filter(({ tickets }) => tickets > 0);
  return [...asked.filter(({ recurs }) => recurs), ...asked.filter(({ recurs }) => !recurs)].map(({ id }) => id);
}

function flagArticles(recurring: readonly TopicCoverage[]): Flag[] {
  return unique(recurring.flatMap(({ articles }) => articles))
    .map((article) => {
      const topics = recurring.filter(({ articles }) => articles.includes(article));
      return {
        article,
        topics: topics.map(({ id }) => id),
        tickets: topics.reduce((sum, { tickets }) => sum + tickets, 0),
        reason: topics.map(reasonOf).join('; '),
      };
    })
    .sort((a, b) => b.tickets - a.tickets || compareText(a.article, b.article));
}

function reasonOf({ id, tickets, previous, weeksSeen, trend }: TopicCoverage): string {
  const change = trend.verdict === 'rising' || trend.verdict === 'falling' ? `, ${trend.verdict}` : '';
  return `${id}: ${tickets} tickets (${previous} before), in ${weeksSeen} of 4 weeks${change}`;
}

function findGaps(
  recurring: readonly TopicCoverage[],
  articles: readonly { topics: readonly string[]; locale: string }[],
  locales: readonly string[],
  minTickets: number,
): Gap[] {
  return recurring
    .flatMap(({ id, locales: seen }) => {
      const covered = new Set(articles.filter(({ topics }) => topics.includes(id)).map(({ locale }) => locale));
      const open = locales
        .filter((locale) => !covered.has(locale))
        .map((locale) => ({ topic: id, locale, tickets: seen[locale] ?? 0 }))
        .sort((a, b) => b.tickets - a.tickets);
      const large = open.filter(({ tickets }) => tickets >= minTickets);
      return large.length === 0 && covered.size === 0 ? open.slice(0, 1) : large;
    })
    .sort((a, b) => b.tickets - a.tickets || compareText(a.topic, b.topic) || compareText(a.locale, b.locale));
}

function commonest(spellings: ReadonlyMap<string, number>): string {
  const [first] = [...spellings].sort(([a, m], [b, n]) => n - m || compareText(a, b));
  return first?.[0] ?? '';
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort(compareText);
}
