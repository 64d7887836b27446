import { type Article, isPublished } from '../../content/article.ts';
import { type ArticleChange, type ChangePeriod, changePeriods } from '../../content/change-periods.ts';
import type { Library } from '../../content/library.ts';
import {
  plainStep,
  type Spread,
  type Step,
  spreadOf,
  stepBeyondDrift,
  stepInterval,
  type Week,
} from '../../statistics/quasi-binomial.ts';
import { round } from '../../statistics/round.ts';
import { addDays, daysBetween } from '../../values/day.ts';
import { compareText } from '../../values/text.ts';
import type { SourceCounts } from '../records/desk.ts';
import { coverSources, covers, type SourceCoverages } from '../records/source-coverage.ts';
import { type TopicDays, topicDays } from '../records/topic-days.ts';

export type EffectVerdict = 'fell' | 'rose' | 'unchanged' | 'too-few';

/** How the tickets of an article's topics changed around an edit of it: an association, not proof of a cause. */
export interface Effect {
  article: string;
  locale: string;
  /** The day of the change; the last one if several count as one. */
  day: string;
  /** Its commit, shortened. */
  commit: string;
  kind: ArticleChange['kind'];
  /** The snippet or fact that changed, if not the article itself; `null` otherwise. */
  through: string | null;
  topics: string[];
  /** Tickets on the topics in the compared days, in the languages whose readers see this article. */
  before: number;
  after: number;
  /** Tickets on all other topics, on the same days and in the same languages. */
  others: { before: number; after: number };
  days: { before: number; after: number };
  /** (after / before) / (others after / others before); `null` if the divisor is 0. */
  ratio: number | null;
  /** Its 95 % interval; `null` if there are too few tickets. */
  low: number | null;
  high: number | null;
  /** Whether the tickets differ, but no more than their trend before the change explains. */
  drifting: boolean;
  verdict: EffectVerdict;
}

/** Each side has at most this many windows of whole weeks: with one, a drop from 40 to 20 tickets is missed too often. */
const WINDOWS = 2;
const MAX_WEEKS = 13;
/** How many times further back the trend before the change is measured. */
const TREND_FACTOR = 3;
/** How many of the busiest topics are used to estimate how much weeks vary; more would only take longer. */
const POOL = 40;
/** With fewer days on either side, there is too little to compare. */
export const MIN_DAYS = 14;
/** How many tickets either side must have, both on other topics and as the number expected without a change. */
export const MIN_EXPECTED_TICKETS = 10;
/** If a change this large cannot be ruled out, the numbers do not support the verdict "unchanged". */
const LARGE = 2;

/**
 * Compares the tickets of an article's topics before and after each change with all other topics on the same days.
 *
 * "fell" and "rose" need two things: the interval of the plain comparison excludes 1, and so does the interval of the
 * step beyond the topic's own drift. Each alone reports too many effects that do not exist: the first if topics have
 * trends of their own, the second if only a few weeks are known. The errors grow with the variation between weeks
 * beyond chance. Whole weeks are compared, so every day of the week has the same weight on both sides.
 *
 * Sources that start or end within the compared weeks are left out, and so are weeks that one of the others doesn't cover.
 *
 * @param counts of each source
 * @param changes of articles, by their path, in any order
 * @param options.until the day up to which tickets count; by default the newest day with a ticket
 * @param options.coverages what the sources cover, if it is already known
 * @returns sorted by verdict, then most tickets first; changes outside the days with tickets are left out
 */
export function measureEffects(
  library: Library,
  counts: SourceCounts,
  changes: readonly ArticleChange[],
  options: { until?: string | undefined; coverages?: SourceCoverages | undefined } = {},
): Effect[] {
  const days = topicDays(library, counts, options.coverages ?? coverSources(counts), options.until);
  if (!days) return [];
  const read = reachOfArticles(library, days.last);
  const weeks = Math.min(
    MAX_WEEKS,
    Math.max(MIN_DAYS / 7, Math.floor((library.site.recurrence.windowDays * WINDOWS) / 7)),
  );
  const pools = new Map<string, Spread>();
  return changePeriods(read, changes)
    .filter(({ change: { day } }) => day >= days.first && day <= days.last)
    .map((period) => measure(period, days, weeks, pools))
    .sort(
      (a, b) =>
        order.indexOf(a.verdict) - order.indexOf(b.verdict) ||
        b.before + b.after - a.before - a.after ||
        compareText(a.article, b.article) ||
        compareText(a.locale, b.locale) ||
        compareText(b.day, a.day),
    );
}

const order: readonly EffectVerdict[] = ['fell', 'rose', 'unchanged', 'too-few'];

/** Published articles with topics, and the languages whose readers see them; without a translation, readers see the default language. */
function reachOfArticles(
  library: Library,
  today: string,
): Map<string, { article: Article; locales: string[]; topics: string[] }> {
  const { locales, defaultLocale } = library.site;
  const known = new Set(library.topics.map(({ id }) => id));
  const there = (locale: string, id: string) => {
    const article = library.exact(locale, id);
    return article !== undefined && isPublished(article, 'public', today);
  };
  const read = new Map<string, { article: Article; locales: string[]; topics: string[] }>();
  for (const article of library.articles) {
    const topics = [...new Set(article.topics)].filter((topic) => known.has(topic)).sort(compareText);
    if (topics.length === 0 || !isPublished(article, 'public', today)) continue;
    const fallback = article.locale === defaultLocale ? locales.filter((locale) => !there(locale, article.id)) : [];
    const own = new Set([article.locale, ...fallback]);
    read.set(article.path, { article, topics, locales: locales.filter((locale) => own.has(locale)) });
  }
  return read;
}

type ComparedWeek = Omit<Week, 'tickets'> & { day: string };

function measure(period: ChangePeriod, days: TopicDays, most: number, pools: Map<string, Spread>): Effect {
  const { change, article, topics, locales, from, to } = period;
  const start = later(days.first, period.after === undefined ? undefined : addDays(period.after, 1));
  const end = earlier(days.last, period.before === undefined ? undefined : addDays(period.before, -1));
  const known = Math.max(0, Math.floor(daysBetween(start, from) / 7));
  const [back, ahead] = [Math.min(most, known), Math.max(0, Math.min(most, Math.floor(daysBetween(to, end) / 7)))];
  const sources = sourcesOver(days, addDays(from, -back * 7), addDays(to, ahead * 7));
  const series = days.read(locales, sources);
  const span = (back: number): readonly ComparedWeek[] =>
    Array.from({ length: back + ahead }, (_, index): ComparedWeek => {
      const week = index - back;
      const day = week >= 0 ? addDays(to, 1 + week * 7) : addDays(from, week * 7);
      return { day, all: series.all(day, 7), time: week + 0.5, after: week >= 0 };
    }).filter(({ day }) => isCovered(days, sources, day));
  const spans = span(back);
  const after = spans.filter((week) => week.after).length;
  const before = spans.length - after;
  const weeksOf = (ids: readonly string[], spans: readonly ComparedWeek[]): Week[] =>
    spans.map(({ day, ...week }) => ({ ...week, tickets: series.sum(ids, day, 7) }));
  const mine = weeksOf(topics, spans);
  const total = (side: boolean, key: 'tickets' | 'all') =>
    mine.reduce((sum, week) => sum + (week.after === side ? week[key] : 0), 0);
  const [b, a] = [total(false, 'tickets'), total(true, 'tickets')];
  const others = { before: total(false, 'all') - b, after: total(true, 'all') - a };
  const ratio = b * others.after === 0 ? null : (a * others.before) / (b * others.after);
  const row = {
    article: article.id,
    locale: article.locale,
    day: change.day,
    commit: change.commit,
    kind: change.kind,
    through: change.through ?? null,
    topics: [...topics],
    before: b,
    after: a,
    others,
    days: { before: before * 7, after: after * 7 },
    ratio: ratio === null ? null : round(ratio),
  };
  const expected = ((b + a) / (others.before + others.after)) * Math.min(others.before, others.after);
  const little =
    Math.min(before, after) * 7 < MIN_DAYS ||
    Math.min(others.before, others.after) < MIN_EXPECTED_TICKETS ||
    expected < MIN_EXPECTED_TICKETS ||
    // If most topics changed on the same days, the others do not show what would have happened without the change.
    period.topicsChanged > series.topics.length / 2;
  if (little) return { ...row, low: null, high: null, drifting: false, verdict: 'too-few' };
  const key = [locales.join(), sources.join(), from, to, before, after].join(' ');
  const pool = pools.get(key) ?? pooledSpread(series.topics.slice(0, POOL).map((id) => spreadOf(weeksOf([id], spans))));
  pools.set(key, pool);
  const plain = plainStep(mine, pool);
  const beyond = stepBeyondDrift(weeksOf(topics, span(Math.min(known, most * TREND_FACTOR))), pool);
  const { low, high } = stepInterval(plain, 95);
  return { ...row, low: round(low), high: round(high), ...judge(plain, beyond) };
}

/** The sources that cover all of the compared days; all of them if none does. */
function sourcesOver({ coverage }: TopicDays, from: string, to: string): string[] {
  const all = [...coverage.keys()];
  const whole = all.filter((name) => {
    const { first = '', last = '' } = coverage.get(name) ?? {};
    return first <= from && last >= to;
  });
  return (whole.length > 0 ? whole : all).sort(compareText);
}

/** Whether each source covers at least all but one of the seven days, if it had already started. */
function isCovered({ coverage }: TopicDays, sources: readonly string[], day: string): boolean {
  const week = Array.from({ length: 7 }, (_, age) => addDays(day, age));
  return sources.every((name) => {
    const source = coverage.get(name);
    return !source || week.filter((one) => one >= source.first && !covers(source, one)).length <= 1;
  });
}

function judge(plain: Step, beyond: Step): Pick<Effect, 'verdict' | 'drifting'> {
  // Only the end toward 1 of the second interval matters: at 92 %, it is wrong on that side 4 times in 100.
  const [raw, own] = [stepInterval(plain, 95), stepInterval(beyond, 92)];
  if (raw.high < 1 && own.high < 1) return { verdict: 'fell', drifting: false };
  if (raw.low > 1 && own.low > 1) return { verdict: 'rose', drifting: false };
  const drifting = raw.high < 1 || raw.low > 1;
  const { low, high } = drifting ? own : raw;
  return { verdict: low > 1 / LARGE && high < LARGE ? 'unchanged' : 'too-few', drifting };
}

function pooledSpread(spreads: readonly Spread[]): Spread {
  return spreads.reduce((sum, one) => ({ chi: sum.chi + one.chi, freedom: sum.freedom + one.freedom }), {
    chi: 0,
    freedom: 0,
  });
}

function later(a: string, b: string | undefined): string {
  return b !== undefined && b > a ? b : a;
}

function earlier(a: string, b: string | undefined): string {
  return b !== undefined && b < a ? b : a;
}
