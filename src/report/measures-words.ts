import { MIN_CASES, type Share } from '#kb/statistics/proportion.ts';
import type { FirstArticle } from '#kb/tickets/measures/first-article.ts';
import type { Helpfulness } from '#kb/tickets/measures/helpfulness.ts';
import type { LinkRate } from '#kb/tickets/measures/link-rate.ts';
import type { Measures, MissingLeg } from '#kb/tickets/measures/measures.ts';
import { type Reuse, TOP } from '#kb/tickets/measures/reuse.ts';
import type { Satisfaction } from '#kb/tickets/measures/satisfaction.ts';
import type { SelfService } from '#kb/tickets/measures/self-service.ts';
import type { Both, Span } from '#kb/values/day-span.ts';
import { number } from './coverage-words.ts';
import { count } from './findings-text.ts';

export const measuresTitle = 'Measured by the field’s standard';

export const measuresIntro = `Shares with their 95 % interval (exact: Clopper and Pearson 1934), by the day a ticket was opened or a vote given; of fewer than ${MIN_CASES} cases there is too little to say. They show where to look and are no targets: a number that is aimed at stops telling.`;

/** One measure, with what it was before and what it is. */
export interface MeasureRow {
  name: string;
  now: string;
  before: string;
  means: string;
}

/** What the two columns of numbers are called. */
export function windowWords({ windows: { now, before } }: Measures): [now: string, before: string] {
  return [`${now.from} to ${now.to}`, `${before.from} to ${before.to}`];
}

/** A row for each measure that could be computed. */
export function measureRows(measures: Measures): MeasureRow[] {
  const { linkRate, reuse, firstArticle, satisfaction, helpfulness, selfService, assumption, retention } = measures;
  return [
    ...row(linkRate, 'Link rate', linkWords, 'Closed tickets with an article linked, of all closed tickets (KCS).'),
    ...row(
      linkRate,
      'Known before',
      knownWords,
      'Linked tickets that an article answered before they came (KCS: new against known). Tickets without a link are unknown.',
    ),
    ...row(
      reuse,
      'Reuse',
      reuseWords,
      'How often articles were linked to tickets, and how much of it the most used have (KCS: track reuse).',
    ),
    ...(firstArticle === null
      ? []
      : [
          {
            name: 'Time to first article',
            now: firstWords(firstArticle),
            before: '',
            means:
              'From the first ticket of a topic that came up within the counts to its first article, topics still waiting included (Kaplan and Meier 1958).',
          },
        ]),
    ...row(
      satisfaction,
      'CSAT',
      satisfactionWords,
      'Positive answers, of all answers to the question of satisfaction: 0 to 100 %, more is more satisfied.',
    ),
    ...row(
      helpfulness,
      'Helpful votes',
      helpfulWords,
      'Readers who voted that an article helped, of all who voted: 0 to 100 %, more is more helpful.',
    ),
    ...row(
      latest(selfService),
      'Self-service score',
      scoreWords,
      'Visitors of the help center (sessions, where visitors are not told) for each ticket of the same days.',
    ),
    ...(assumption === null
      ? []
      : row(
          latest(selfService),
          'Deflection, estimated',
          deflectionWords,
          'Sessions assumed to be solved, of those and the tickets of the same days.',
        )),
    ...(retention === null
      ? []
      : [
          {
            name: 'Customer retention',
            now: `${(retention.rate * 100).toFixed(1)} % of ${count(retention.start, 'customer')}, ${spanWords(retention)}`,
            before: '',
            means: 'Customers at the end without the new ones, of those at the start.',
          },
        ]),
  ];
}

/** What an estimate rests on. */
export function assumptionWords({ assumption, selfService }: Measures): string[] {
  if (assumption === null || selfService.length === 0) return [];
  const { solvedShare, because } = assumption;
  return [`Deflection assumes that ${percent(solvedShare)} of the sessions were solved, because: ${because}`];
}

/** What the measures lack, each with how to give it. */
export function missingWords({ missing }: Measures): string[] {
  return missing.map((leg) => missingLegs[leg]);
}

const missingLegs: Record<MissingLeg, string> = {
  links: 'No links: import an export that names the articles which solved a ticket.',
  closed: 'No link rate: import an export that names links and says which tickets are closed.',
  history: 'No age of articles: keep the content folder in git, and run the report where git is.',
  ratings: 'No CSAT: import an export with the customers’ ratings.',
  votes: 'No votes: import what readers said of the articles.',
  sessions: 'No self-service score: write "sessions" into measures.yaml, for days that the counts cover in whole.',
  deflection: 'No estimate of deflection: write "deflection" into measures.yaml, with what you assume and why.',
  customers: 'No customer retention: write "customers" into measures.yaml.',
};

/** `62 % (59–65 %)`. */
export function shareWords({ hits, cases, low, high }: Share): string {
  if (low === null || high === null) return 'too few to say';
  return `${percent(hits / cases)} (${Math.round(low * 100)}–${percent(high)})`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** How long a topic went without an article, or has. */
export function waitWords({ article, days }: FirstArticle['topics'][number]): string {
  if (article === null) return `waiting for ${count(days, 'day')}`;
  return days === 0 ? 'there from the first ticket on' : count(days, 'day');
}

function row<T>(measured: Both<T> | null, name: string, say: (one: T) => string, means: string): MeasureRow[] {
  return measured === null ? [] : [{ name, now: say(measured.now), before: say(measured.before), means }];
}

function linkWords({ linked }: LinkRate): string {
  return `${shareWords(linked)} of ${count(linked.cases, 'closed ticket')}`;
}

function knownWords({ known, new: fresh, undated, unknown }: LinkRate): string {
  const parts = [
    `${number(known.hits)} known`,
    `${number(fresh)} new`,
    ...(undated > 0 ? [`${number(undated)} older than the history of the articles`] : []),
    `${number(unknown)} unknown`,
  ];
  return `${shareWords(known)}; ${parts.join(', ')}`;
}

function reuseWords({ links, used, published, topShare }: Reuse): string {
  const top = topShare === null ? '' : `, ${percent(topShare)} of them to the ${TOP} most used`;
  return `${count(links, 'link')} to ${number(used)} of ${count(published, 'article')}${top}`;
}

function firstWords({ topics, median, waiting, undated }: FirstArticle): string {
  const older = undated === 0 ? '' : `; ${count(undated, 'topic')} with articles older than their history`;
  if (topics.length === 0) return `no topic came up within the counts${older}`;
  const middle = median === null ? 'no median yet' : `median ${count(median, 'day')}`;
  return `${middle}, ${count(topics.length, 'topic')}, ${number(waiting)} still waiting${older}`;
}

function satisfactionWords({ satisfied, topics }: Satisfaction): string {
  const [lowest] = topics;
  const low = lowest ? `; lowest ${lowest.topic}, ${shareWords(lowest)}` : '';
  return `${shareWords(satisfied)} of ${count(satisfied.cases, 'answer')}${low}`;
}

function helpfulWords({ helpful, articles }: Helpfulness): string {
  const [lowest] = articles;
  const low = lowest ? `; lowest ${lowest.article}, ${shareWords(lowest)}` : '';
  return `${shareWords(helpful)} of ${count(helpful.cases, 'vote')}${low}`;
}

function scoreWords(one: SelfService | undefined): string {
  if (one === undefined) return '';
  const { users, score } = one;
  const what = users === null ? 'sessions' : 'visitors';
  return `${score === null ? 'no ticket' : `${score.toFixed(1)} ${what} a ticket`}, ${spanWords(one)}`;
}

function deflectionWords(one: SelfService | undefined): string {
  return one === undefined || one.deflection === null ? '' : `${percent(one.deflection)}, ${spanWords(one)}`;
}

function latest([now, before]: readonly SelfService[]): Both<SelfService | undefined> | null {
  return now === undefined ? null : { now, before };
}

function spanWords({ from, to }: Span): string {
  return `${from} to ${to}`;
}
