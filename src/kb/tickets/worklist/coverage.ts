import { isPublished } from '../../content/article.ts';
import type { Library } from '../../content/library.ts';
import { windowsUntil, within } from '../../values/day-span.ts';
import { compareText } from '../../values/text.ts';
import { groupVotes } from '../measures/helpfulness.ts';
import { startedByArticle } from '../measures/started-tickets.ts';
import { deskUntil, type SourceCounts } from '../records/desk.ts';
import type { Dismissal } from '../records/dismissals.ts';
import { coverSources, type SourceCoverages } from '../records/source-coverage.ts';
import type { LinkedCount } from '../records/ticket-links.ts';
import { tallyCounts } from '../records/ticket-tally.ts';
import type { DailyCount } from '../records/tickets.ts';
import type { VoteCount } from '../records/votes.ts';
import { type SourceReport, sourceReports, type UsualDesk, usualDesk } from './desk-report.ts';
import { type DecidedDismissal, decide } from './dismissed.ts';
import { type Flag, flagArticles } from './flagged-articles.ts';
import { findGaps, type Gap } from './gaps.ts';
import { findOverlaps, type Overlap } from './overlap.ts';
import { findQuietArticles, type QuietArticle } from './quiet-articles.ts';
import { type ThisWeek, thisWeek } from './this-week.ts';
import { coverTopics, type TopicCoverage } from './topic-coverage.ts';
import { type CategoryCoverage, coverCategories, type Unmapped } from './unmapped.ts';
import { isMore } from './week-item.ts';

export type { Flag } from './flagged-articles.ts';
export type { Gap } from './gaps.ts';
export type { Overlap } from './overlap.ts';
export type { QuietArticle } from './quiet-articles.ts';
export type { Reason, ReasonCode } from './reason.ts';
export type { LocaleCoverage, TopicCoverage } from './topic-coverage.ts';
export type { CategoryCoverage, Unmapped } from './unmapped.ts';

/** How well the articles cover what customers ask about. Every list is sorted: same input, same bytes. */
export interface Coverage {
  /** The day the window ends with, `YYYY-MM-DD`; `null` if there are no tickets. */
  until: string | null;
  windowDays: number;
  /** What makes a topic recurring: at least this many tickets, in this many of the last four weeks. */
  minTickets: number;
  minWeeks: number;
  /** What the counts of each source cover, by name. */
  sources: SourceReport[];
  /** Tickets after the newest complete day: of a day that isn't complete, or with a wrong date; 0 if the day was given. */
  later: number;
  /** Tickets of the whole desk in a usual window; `null` if that is not known. */
  usual: UsualDesk | null;
  totals: Totals;
  /** Every topic, busiest first. */
  topics: TopicCoverage[];
  /** Every category ever seen, busiest first. */
  categories: CategoryCoverage[];
  /** The few things that are worth a week. */
  thisWeek: ThisWeek;
  /** Published articles on recurring topics: customers still write although the article exists. Most tickets first. */
  flagged: Flag[];
  /** Recurring topics without an article in a language that customers write in. Most tickets first. */
  gaps: Gap[];
  /** Categories that no topic claims. Most tickets first. */
  unmapped: Unmapped[];
  /** Topics with tickets that several articles answer in one language. Most tickets first. */
  overlap: Overlap[];
  /** The decisions of the company about rows of these lists, in the order of its file. */
  dismissed: DecidedDismissal[];
  /** Published articles whose topics no longer occur. Longest first. */
  quiet: QuietArticle[];
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
  /** Of the unmapped tickets: those in categories too rare to be shown, and those without a category. */
  other: number;
  none: number;
}

export interface CoverageOptions {
  /** The day the window ends with; by default the newest day with a ticket. */
  until?: string | undefined;
  /** What the sources cover, if it is already known. */
  coverages?: SourceCoverages | undefined;
  /** The day each article was last changed, by path; left out if it is not known. */
  changedOn?: ReadonlyMap<string, string> | undefined;
  /** Rows that need no work for now. */
  dismissals?: readonly Dismissal[] | undefined;
  /** How readers voted on the articles. */
  votes?: readonly VoteCount[] | undefined;
  /** The tickets that were started on an article. */
  started?: readonly LinkedCount[] | undefined;
  /** The content folder as the user typed it, if they did, for the commands to paste. */
  content?: string | undefined;
  /** How many things to do are listed, if not as many as people do in a week. */
  mostItems?: number | undefined;
}

/** Compares what customers ask with what the articles answer. */
export function measureCoverage(library: Library, counts: SourceCounts, options: CoverageOptions = {}): Coverage {
  const { recurrence, workList } = library.site;
  const { windowDays, minTickets, minWeeks } = recurrence;
  const coverages = options.coverages ?? coverSources(counts);
  const until = options.until ?? newestDay([...counts.keys()], coverages);
  const today = until ?? '9999-12-31';
  const articles = library.articles.filter((article) => isPublished(article, 'public', today));
  const { locales, defaultLocale } = library.site;
  // The site may have dropped a language since the import; its customers now read the default language.
  const spoken = (count: DailyCount) => (locales.includes(count.locale) ? count : { ...count, locale: defaultLocale });
  const counted = new Map([...counts].map(([source, own]) => [source, own.map(spoken)]));
  const desk = deskUntil(counted, coverages, today, windowDays);
  const all = tallyCounts(desk, () => ALL).of(ALL);
  const { topics, change } = coverTopics(library.topics, desk, articles, recurrence);
  const { categories, unmapped, other, none } = coverCategories(library.topics, desk, all, recurrence);
  const mapped = topics.reduce((sum, { tickets }) => sum + tickets, 0);
  const ids = new Set(library.articles.map(({ id }) => id));
  const decisions = decide(options.dismissals ?? [], { topics, categories }, ids, today);
  // A topic that bursts needs its articles now, even if it recurs only later.
  const active = topics.filter((topic) => (topic.recurs || isMore(topic)) && !decisions.hides({ topic: topic.id }));
  const flagged = flagArticles(active, {
    ...recurrence,
    library,
    articles,
    until: today,
    changedOn: options.changedOn ?? new Map(),
    ballot: groupVotes(within(options.votes ?? [], windowsUntil(today, windowDays).now)),
    started: startedByArticle(within(options.started ?? [], windowsUntil(today, windowDays).now)),
  }).filter(({ article }) => !decisions.hides({ article }));
  const gaps = findGaps(active, articles, library, recurrence, options.content).filter(
    (gap) => !decisions.hides({ topic: gap.topic, locale: gap.locale }),
  );
  const shown = unmapped.filter(({ category }) => !decisions.hides({ category }));
  const overlap = findOverlaps(topics, articles, locales, workList.competing);

  return {
    until,
    windowDays,
    minTickets,
    minWeeks,
    sources: until === null ? [] : sourceReports(desk, all),
    later: options.until === undefined && until !== null ? ticketsAfter(counts, until) : 0,
    usual: until === null ? null : usualDesk(desk, all, change),
    totals: {
      tickets: all.tickets,
      previous: all.previous,
      topics: topics.length,
      recurring: topics.filter(({ recurs }) => recurs).length,
      articles: unique(articles.map(({ id }) => id)).length,
      mapped,
      unmapped: all.tickets - mapped,
      other,
      none,
    },
    topics,
    categories,
    thisWeek: thisWeek({
      ...{ library, topics, flagged, gaps, overlap, decisions },
      unmapped: shown,
      tickets: all.tickets,
      mostItems: options.mostItems,
      content: options.content,
    }),
    flagged,
    gaps,
    unmapped: shown,
    overlap,
    dismissed: decisions.all,
    quiet:
      until === null
        ? []
        : findQuietArticles(articles, library.topics, [...counted.values()].flat(), until, workList.quietDays),
  };
}

const ALL = 'all';

/** The topics customers ask about most, for the home page: recurring ones first, then by tickets. */
export function popularTopics({ topics }: Coverage): string[] {
  const asked = topics.filter(({ tickets }) => tickets > 0);
  return [...asked.filter(({ recurs }) => recurs), ...asked.filter(({ recurs }) => !recurs)].map(({ id }) => id);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort(compareText);
}

function ticketsAfter(counts: SourceCounts, until: string): number {
  return [...counts.values()].flat().reduce((sum, { day, tickets }) => sum + (day > until ? tickets : 0), 0);
}

/** The newest day that a source covers: a mistyped year is no day to report on. */
function newestDay(sources: readonly string[], coverages: SourceCoverages): string | null {
  const days = sources.flatMap((source) => coverages(source, '9999-12-31')?.last ?? []);
  return days.sort(compareText).at(-1) ?? null;
}
