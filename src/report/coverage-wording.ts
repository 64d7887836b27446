import type { Trend } from '#kb/statistics/trend.ts';
import type { Coverage, Gap, Reason, ReasonCode, TopicCoverage, Unmapped } from '#kb/tickets/worklist/coverage.ts';
import { count, formatRatio, percent } from './layout/numbers.ts';
import type { TopicRow } from './topic-rows.ts';

export const noTicketsYet =
  'No tickets counted yet. Export them from your help desk, then run: npm run tickets -- import FILE';

/** `rising ×2.3 (1.4–3.8)`: the verdict, the ratio to the previous period, and its 95% interval. */
function trendText({ ratio, low, high, verdict }: Trend): string {
  if (verdict === 'too few to say') return 'not enough tickets';
  if (verdict === 'over') return 'rose, but that is over';
  if (verdict === 'steady' && (ratio === null || low === null || high === null)) return verdict;
  if (ratio === null) return `${verdict}, none before`;
  return `${verdict} ×${formatRatio(ratio)} (${formatRatio(low ?? 0)}–${high === null ? '∞' : formatRatio(high)})`;
}

/** The ids of the articles on a topic. */
export function articlesText({ articles }: TopicCoverage): string {
  return articles.length === 0 ? 'no article' : articles.join(', ');
}

/** The trend of a topic, followed by the languages whose trend differs. */
export function topicTrendText({ trend, byLocale, risingSince }: TopicCoverage): string {
  const since = risingSince === null ? '' : `, since ${risingSince}`;
  const others = Object.entries(byLocale)
    .filter(([, own]) => differs(own.trend, trend))
    .map(([locale, own]) => `${locale} ${trendText(own.trend)}`);
  return [`${trendText(trend)}${since}`, ...others].join('; ');
}

// A language with too few tickets says nothing, so it doesn't contradict the topic.
function differs(own: Trend, all: Trend): boolean {
  if (own.verdict === 'too few to say' || own.verdict === all.verdict) return false;
  if (own.verdict !== 'steady') return true;
  const ratio = all.verdict === 'too few to say' ? 1 : (all.ratio ?? Infinity);
  return ratio < (own.low ?? 0) || ratio > (own.high ?? Infinity);
}

export const articlesIntro =
  'Customers keep writing about these topics even though articles cover them. Read the newest tickets on each topic, then fix what its first article gets wrong or leaves out, such as an unclear title, a weak first sentence or a missing step.';

export const gapsIntro = 'Customers write about these topics in a language that has no published article on them.';

/** What to do about a missing article. */
export function gapText({ topic, locale, translates, drafts }: Gap): string {
  if (drafts.length > 0) return `finish and publish ${drafts.join(', ')}`;
  return translates === undefined
    ? `write an article in "${locale}" and set "topics: [${topic}]"`
    : `translate ${translates} into "${locale}" and set "topics: [${topic}]"`;
}

/** The customers' own words, which make a good title; none if none were learned. */
export function customersSay({ words }: Gap): string[] {
  return words.length === 0 ? [] : [`customers say: ${words.join(', ')}`];
}

export const unmappedIntro =
  "These help desk categories aren't in any topic, so their tickets don't count toward any article.";

/** What to do about a category without a topic. */
export function unmappedText({ category, nearest, recurs, catchAll }: Unmapped): string {
  const recurring = recurs ? 'recurring: ' : '';
  if (catchAll !== undefined) return `${recurring}${catchAllText(catchAll)}`;
  return nearest === undefined
    ? `${recurring}create a topic for it in topics.yaml`
    : `${recurring}add ${JSON.stringify(category)} to "${nearest}" in topics.yaml, or create a topic for it`;
}

/** What to do about a category that agents choose if they choose nothing. */
export function catchAllText(share: number): string {
  const part = share >= 0.1 ? `${percent(share)} of the tickets have this category, which` : 'this category';
  return `${part} doesn't say what customers ask: set "category:" in tickets.yaml to another field, or have agents choose a reason`;
}

export const overlapIntro =
  'Two or more articles cover the same topic in one language, so readers have to guess which one to open. Merge them, or make each title say what only that article answers.';

export const quietIntro =
  'Customers no longer write about these topics. The article may be doing its job. If what it describes no longer exists, archive it.';

/** The limits that put a row on a list, said once. */
export function thresholdLine(reasons: readonly Reason[]): string[] {
  const all = [...new Set(reasons.map(({ code, threshold }) => `${reasonNames[code]}: ${threshold}`))];
  return all.length === 0 ? [] : [`What counts: ${all.join('; ')}.`];
}

const reasonNames: Record<ReasonCode, string> = {
  recurs: 'recurring',
  burst: 'burst',
  'not-changed': 'not changed',
  'review-due': 'review due',
  'translation-outdated': 'outdated',
  'translation-missing': 'missing',
  unhelpful: 'unhelpful',
  'started-on': 'wrote after reading',
  'no-article': 'no article',
  unclaimed: 'without a topic',
  competing: 'competing',
  quiet: 'quiet',
};

/** `Topics with articles to fix: 29`. */
export function articlesTitle(rows: readonly TopicRow[]): string {
  return `Topics with articles to fix: ${rows.length}`;
}

/** What is known about an article, with its id if the topic has several. */
export function noteText({ article, reason }: TopicRow['notes'][number], { articles }: TopicRow): string {
  return articles.length > 1 ? `${article}: ${reason.says}` : reason.says;
}

/** Tickets that no list shows. */
export function restLines({ totals: { other, none } }: Coverage): string[] {
  return [
    ...(other > 0 ? [`${count(other, 'ticket')} in categories too rare or too personal to show.`] : []),
    ...(none > 0 ? [`${count(none, 'ticket')} without a category.`] : []),
  ];
}

/** How a trend is judged. */
export const trendNote =
  'Trends compare tickets per day with the previous period; the range in parentheses is a 95% confidence interval (Przyborowski and Wilenski, 1940). Rising or falling means that a topic differs clearly from the previous period and from the three periods before, and more than the whole desk does.';

export const localeNote = 'A language is listed if its own trend differs.';
