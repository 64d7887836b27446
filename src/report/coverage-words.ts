import type { Coverage, Flag, Gap, TopicCoverage, Unmapped } from '#kb/coverage.ts';
import type { Trend } from '#kb/trend.ts';
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
export function trendWords({ ratio, low, high, verdict }: Trend): string {
  if (verdict === 'too few to say' || verdict === 'steady') return verdict;
  if (ratio === null) return `${verdict}, none before`;
  return `${verdict} ×${digits(ratio)} (${digits(low ?? 0)}–${high === null ? '∞' : digits(high)})`;
}

/** Which articles a topic has: their ids, or that there is none. */
export function articleWords({ articles }: TopicCoverage): string {
  return articles.length === 0 ? 'no article' : articles.join(', ');
}

export const flaggedIntro =
  'Customers still write about these although there is an article. Read the newest tickets of the topic, and mend what the article leaves open: its title, its first sentence, a step that is missing.';

export function flagWords({ reason }: Flag): string {
  return reason;
}

export const gapsIntro = 'Customers write about these in a language in which no published article names the topic.';

/** What to do about a missing article. */
export function gapWords({ topic, locale }: Gap, { topics }: Coverage): string {
  const [article] = topics.find(({ id }) => id === topic)?.articles ?? [];
  return article === undefined
    ? `write an article in "${locale}" with "topics: [${topic}]"`
    : `translate ${article} into "${locale}", with "topics: [${topic}]"`;
}

export const unmappedIntro = 'No topic claims these words of the help desk, so no article gets their tickets.';

/** What to do about a category that no topic claims. */
export function unmappedWords({ category, nearest, recurs }: Unmapped): string {
  const cause = recurs ? 'recurs; ' : '';
  return nearest === undefined
    ? `${cause}make a topic for it in topics.yaml`
    : `${cause}add ${JSON.stringify(category)} to "${nearest}" in topics.yaml, or make a topic for it`;
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
  'The trend compares the daily rate with that of the window before; in brackets its 95 % interval (exact, conditional). Rising or falling: the interval lies beyond 1, and the change is at least a tenth against the three windows before together.';

function digits(value: number): string {
  return value >= 10 ? number(Math.round(value)) : value.toFixed(value < 0.1 ? 2 : 1);
}
