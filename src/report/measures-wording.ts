import { MIN_CASES, type Share } from '#kb/statistics/proportion.ts';
import type { FirstArticle } from '#kb/tickets/measures/first-article.ts';
import type { Helpfulness } from '#kb/tickets/measures/helpfulness.ts';
import type { LinkRate } from '#kb/tickets/measures/link-rate.ts';
import type { Measures, MissingInput } from '#kb/tickets/measures/measures.ts';
import { type Reuse, TOP } from '#kb/tickets/measures/reuse.ts';
import type { Satisfaction } from '#kb/tickets/measures/satisfaction.ts';
import type { SelfService } from '#kb/tickets/measures/self-service.ts';
import type { StartedTickets } from '#kb/tickets/measures/started-tickets.ts';
import type { NowAndBefore, Span } from '#kb/values/day-span.ts';
import { count, formatNumber, percent } from './layout/numbers.ts';

export const measuresTitle = 'Support metrics';

export const measuresIntro = `Percentages come with a 95% confidence interval (Clopper and Pearson, 1934) and need at least ${MIN_CASES} cases. A ticket counts on the day it was opened, a vote on the day it was cast. Use these numbers to see where to look. They are no use as targets: once people aim for a number, it stops telling you anything.`;

/** A metric: its value in this period and the previous one, and what it means. */
export interface MeasureRow {
  name: string;
  now: string;
  before: string;
  means: string;
}

/** The headings of the two columns of values. */
export function windowHeadings({ windows: { now, before } }: Measures): [now: string, before: string] {
  return [`${now.from} to ${now.to}`, `${before.from} to ${before.to}`];
}

/** A row for each metric that can be calculated. */
export function measureRows(measures: Measures): MeasureRow[] {
  const { linkRate, reuse, started, firstArticle, satisfaction, helpfulness, selfService, assumption, retention } =
    measures;
  return [
    ...row(linkRate, 'Link rate', linkText, 'Closed tickets that link to an article, out of all closed tickets (KCS).'),
    ...row(
      linkRate,
      'Known issues',
      knownText,
      'Linked tickets whose article existed before the ticket came in (KCS: new vs. known). Tickets without a link are unknown.',
    ),
    ...row(
      reuse,
      'Article reuse',
      reuseText,
      'How often articles were linked to tickets, and the share of the most used ones (KCS: track reuse).',
    ),
    ...row(
      started,
      'Wrote after reading',
      startedText,
      'Customers who wrote from an article or right after reading it. It did not answer them.',
    ),
    ...(firstArticle === null
      ? []
      : [
          {
            name: 'Time to first article',
            now: firstText(firstArticle),
            before: '',
            means:
              'Days from the first ticket on a new topic to its first article. Topics still without one are included (Kaplan and Meier, 1958).',
          },
        ]),
    ...row(
      satisfaction,
      'CSAT',
      satisfactionText,
      'Positive answers to the satisfaction question, out of all answers. Higher means more satisfied.',
    ),
    ...row(
      helpfulness,
      'Helpful votes',
      helpfulText,
      'Readers who said an article helped, out of all who voted. Higher means more helpful.',
    ),
    ...row(
      latest(selfService),
      'Self-service score',
      scoreText,
      "Help center visitors for each ticket in the same period; sessions if visitors aren't reported.",
    ),
    ...(assumption === null
      ? []
      : row(
          latest(selfService),
          'Deflection (estimate)',
          deflectionText,
          'Sessions assumed to be solved, out of those plus the tickets in the same period.',
        )),
    ...(retention === null
      ? []
      : [
          {
            name: 'Customer retention',
            now: `${(retention.rate * 100).toFixed(1)}% of ${count(retention.start, 'customer')}, ${spanText(retention)}`,
            before: '',
            means: 'Customers at the end of the period, not counting new ones, out of those at the start.',
          },
        ]),
  ];
}

/** What the deflection estimate is based on. */
export function assumptionNotes({ assumption, selfService }: Measures): string[] {
  if (assumption === null || selfService.length === 0) return [];
  const { solvedShare, because } = assumption;
  return [`The deflection estimate assumes that ${percent(solvedShare)} of sessions were solved. Reason: ${because}`];
}

/** The metrics that are missing, each with what to add to get it. */
export function missingNotes({ missing }: Measures): string[] {
  return missing.map((leg) => missingLegs[leg]);
}

const missingLegs: Record<MissingInput, string> = {
  links: 'No links: import an export that includes the articles linked to each ticket.',
  closed: 'No link rate: import an export that includes links and shows which tickets are closed.',
  history: 'No article dates: keep the content folder in git, and run the report with git installed.',
  ratings: 'No CSAT: import an export that includes customer ratings.',
  votes: 'No votes: import a log of readers’ votes on the articles.',
  sessions: 'No self-service score: add "sessions" to measures.yaml, for days that all have ticket counts.',
  deflection: 'No deflection estimate: add "deflection" to measures.yaml, with your assumption and the reason for it.',
  customers: 'No customer retention: add "customers" to measures.yaml.',
};

/** `62% (59–65%)`. */
export function shareText({ hits, cases, low, high }: Share): string {
  if (low === null || high === null) return 'not enough data';
  return `${percent(hits / cases)} (${Math.round(low * 100)}–${percent(high)})`;
}

/** How long a topic was without an article, or still is. */
export function waitText({ article, days }: FirstArticle['topics'][number]): string {
  if (article === null) return `none after ${count(days, 'day')}`;
  return days === 0 ? 'from the first ticket on' : count(days, 'day');
}

function row<T>(
  measured: NowAndBefore<T> | null,
  name: string,
  textOf: (one: T) => string,
  means: string,
): MeasureRow[] {
  return measured === null ? [] : [{ name, now: textOf(measured.now), before: textOf(measured.before), means }];
}

function linkText({ linked }: LinkRate): string {
  return `${shareText(linked)} of ${count(linked.cases, 'closed ticket')}`;
}

function knownText({ known, new: fresh, undated, unknown }: LinkRate): string {
  const parts = [
    `${formatNumber(known.hits)} known`,
    `${formatNumber(fresh)} new`,
    ...(undated > 0 ? [`${formatNumber(undated)} with articles older than the git history`] : []),
    `${formatNumber(unknown)} unknown`,
  ];
  return `${shareText(known)}; ${parts.join(', ')}`;
}

function reuseText({ links, used, published, topShare }: Reuse): string {
  const top = topShare === null ? '' : `, ${percent(topShare)} of them to the ${TOP} most used`;
  return `${count(links, 'link')} to ${formatNumber(used)} of ${count(published, 'article')}${top}`;
}

function startedText({ tickets, articles }: StartedTickets): string {
  const [most] = articles;
  return `${count(tickets, 'ticket')}${most ? `, most after ${most.article} (${formatNumber(most.tickets)})` : ''}`;
}

function firstText({ topics, median, waiting, undated }: FirstArticle): string {
  const older = undated === 0 ? '' : `; ${count(undated, 'topic')} with articles older than the git history`;
  if (topics.length === 0) return `no new topics${older}`;
  const middle = median === null ? 'no median yet' : `median ${count(median, 'day')}`;
  return `${middle}; ${count(topics.length, 'new topic')}, ${formatNumber(waiting)} still without an article${older}`;
}

function satisfactionText({ satisfied, topics }: Satisfaction): string {
  const [lowest] = topics;
  const low = lowest ? `; lowest: ${lowest.topic}, ${shareText(lowest)}` : '';
  return `${shareText(satisfied)} of ${count(satisfied.cases, 'answer')}${low}`;
}

function helpfulText({ helpful, articles }: Helpfulness): string {
  const [lowest] = articles;
  const low = lowest ? `; lowest: ${lowest.article}, ${shareText(lowest)}` : '';
  return `${shareText(helpful)} of ${count(helpful.cases, 'vote')}${low}`;
}

function scoreText(one: SelfService | undefined): string {
  if (one === undefined) return '';
  const { users, score } = one;
  const what = users === null ? 'sessions' : 'visitors';
  return `${score === null ? 'no tickets' : `${score.toFixed(1)} ${what} per ticket`}, ${spanText(one)}`;
}

function deflectionText(one: SelfService | undefined): string {
  return one === undefined || one.deflection === null ? '' : `${percent(one.deflection)}, ${spanText(one)}`;
}

function latest([now, before]: readonly SelfService[]): NowAndBefore<SelfService | undefined> | null {
  return now === undefined ? null : { now, before };
}

function spanText({ from, to }: Span): string {
  return `${from} to ${to}`;
}
