import type { Trend } from '#kb/statistics/trend.ts';
import type { Coverage, Gap, Overlap, Quiet, Reason, TopicCoverage, Unmapped } from '#kb/tickets/worklist/coverage.ts';
import { count } from './findings-text.ts';

/** `1,234`. */
export function number(value: number): string {
  return value.toLocaleString('en');
}

/** What the report is about, in two sentences. */
export function headline({ until, windowDays, minTickets, minWeeks, totals }: Coverage): string {
  const { tickets, previous, recurring, topics } = totals;
  return (
    `${count(tickets, 'ticket')} in the ${windowDays} days to ${until}, ${number(previous)} in the ${windowDays} days before. ` +
    `${number(recurring)} of ${count(topics, 'topic')} ${recurring === 1 ? 'recurs' : 'recur'}: at least ${count(minTickets, 'ticket')}, ` +
    `seen in at least ${minWeeks} of the last 4 weeks.`
  );
}

export const noTickets =
  'No tickets are counted yet. Export them from the help desk and run: npm run tickets -- import FILE';

/** `rising ×2.3 (1.4–3.8)`: the verdict, the ratio to the window before, and its 95 % interval. */
function trendWords({ ratio, low, high, verdict }: Trend): string {
  if (verdict === 'too few to say' || verdict === 'steady') return verdict;
  if (ratio === null) return `${verdict}, none before`;
  return `${verdict} ×${digits(ratio)} (${digits(low ?? 0)}–${high === null ? '∞' : digits(high)})`;
}

/** Which articles a topic has: their ids, or that there is none. */
export function articleWords({ articles }: TopicCoverage): string {
  return articles.length === 0 ? 'no article' : articles.join(', ');
}

/** The trend of a topic, and of each language that goes another way. */
export function topicTrendWords({ trend, byLocale, risingSince }: TopicCoverage): string {
  const since = risingSince === null ? '' : `, since ${risingSince}`;
  const others = Object.entries(byLocale)
    .filter(([, own]) => goesAnotherWay(own.trend, trend))
    .map(([locale, own]) => `${locale} ${intervalWords(own.trend)}`);
  return [`${intervalWords(trend)}${since}`, ...others].join('; ');
}

/** As `trendWords`, with the numbers of a steady topic too. */
function intervalWords(trend: Trend): string {
  const { ratio, low, high, verdict } = trend;
  if (verdict !== 'steady' || ratio === null || low === null || high === null) return trendWords(trend);
  return `steady ×${digits(ratio)} (${digits(low)}–${digits(high)})`;
}

// Of too few tickets nothing can be said, so they do not speak against the topic either.
function goesAnotherWay(own: Trend, all: Trend): boolean {
  if (own.verdict === 'too few to say' || own.verdict === all.verdict) return false;
  if (own.verdict !== 'steady') return true;
  const ratio = all.verdict === 'too few to say' ? 1 : (all.ratio ?? Infinity);
  return ratio < (own.low ?? 0) || ratio > (own.high ?? Infinity);
}

/** A reason with the threshold that fired. */
export function reasonWords({ says, threshold }: Reason): string {
  return `${says} [${threshold}]`;
}

export const flaggedIntro =
  'Customers still write about these although there is an article. Read the newest tickets of the topic, and mend what the article leaves open: its title, its first sentence, a step that is missing. In brackets, from where on each reason counts.';

export const gapsIntro = 'Customers write about these in a language in which no published article names the topic.';

/** What to do about a missing article. */
export function gapWords({ topic, locale, translates, drafts }: Gap): string {
  if (drafts.length > 0) return `finish ${drafts.join(', ')}, not published yet`;
  return translates === undefined
    ? `write an article in "${locale}" with "topics: [${topic}]"`
    : `translate ${translates} into "${locale}", with "topics: [${topic}]"`;
}

/** The customers' words to begin a title with, if any are known. */
export function customersSay({ words }: Gap): string[] {
  return words.length === 0 ? [] : [`customers say: ${words.join(', ')}`];
}

export const unmappedIntro = 'No topic claims these words of the help desk, so no article gets their tickets.';

/** What to do about a category that no topic claims. */
export function unmappedWords({ category, nearest, recurs }: Unmapped): string {
  const cause = recurs ? 'recurs; ' : '';
  return nearest === undefined
    ? `${cause}make a topic for it in topics.yaml`
    : `${cause}add ${JSON.stringify(category)} to "${nearest}" in topics.yaml, or make a topic for it`;
}

export const overlapIntro =
  'Several articles answer the same topic in one language, so readers have to guess. Merge them, or say in each title what only that one answers.';

/** Which articles compete. */
export function overlapWords({ articles }: Overlap): string {
  return articles.join(', ');
}

export const quietIntro =
  'Customers no longer write about these. That may be the work of the article; if what it explains is gone, archive it.';

export function quietWords({ reasons }: Quiet): string {
  return reasons.map(reasonWords).join('; ');
}

/** What the tickets that no list shows are. */
export function restLines({ totals: { other, none } }: Coverage): string[] {
  return [
    ...(other > 0 ? [`${count(other, 'ticket')} under words too rare or too personal to be shown.`] : []),
    ...(none > 0 ? [`${count(none, 'ticket')} without any category.`] : []),
  ];
}

/** How a trend is judged, for those who ask. */
export const trendNote =
  'The trend compares the daily rate with that of the window before; in brackets its 95 % interval (exact, conditional: Przyborowski and Wilenski 1940). Rising or falling: the interval lies beyond 1, and the change is at least a tenth against the three windows before together.';

/** Which languages are named beside the trend of a topic. */
export const localeNote = 'A language is named where it goes another way.';

/** A ratio, with as many digits as it deserves. */
export function digits(value: number): string {
  return value >= 10 ? number(Math.round(value)) : value.toFixed(value < 0.1 ? 2 : 1);
}
