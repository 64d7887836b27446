import { isPublished } from '../../content/article.ts';
import { type FirstSeen, firstSeenById } from '../../content/article-age.ts';
import type { Library } from '../../content/library.ts';
import { type NowAndBefore, type Span, windowsUntil } from '../../values/day-span.ts';
import { compareText } from '../../values/text.ts';
import type { MeasuresFile } from '../records/measures-file.ts';
import type { LinkedCount } from '../records/ticket-links.ts';
import type { DailyCount } from '../records/tickets.ts';
import type { VoteCount } from '../records/votes.ts';
import { type FirstArticle, measureFirstArticle } from './first-article.ts';
import { type Helpfulness, measureHelpfulness } from './helpfulness.ts';
import { type LinkRate, measureLinkRate } from './link-rate.ts';
import { measureReuse, type Reuse } from './reuse.ts';
import { measureSatisfaction, type Satisfaction } from './satisfaction.ts';
import { measureSelfService, retentionRate, type SelfService } from './self-service.ts';
import { measureStarted, type StartedTickets } from './started-tickets.ts';

/** The data that the metrics are computed from. Missing data is reported and never replaced by a guess. */
export interface MeasureInput {
  /** The daily counts of each source. */
  counts: ReadonlyMap<string, readonly DailyCount[]>;
  /** Of the sources whose export can contain links. */
  links: ReadonlyMap<string, readonly LinkedCount[]>;
  /** Of the sources whose export says on which article a ticket was started. */
  started: ReadonlyMap<string, readonly LinkedCount[]>;
  votes: readonly VoteCount[];
  /** The contents of measures.yaml, if it exists. */
  file: MeasuresFile | undefined;
  /** When each article first appeared, by path; `undefined` if there is no history. */
  since: ReadonlyMap<string, FirstSeen> | undefined;
}

/** Data that is missing for a metric. */
export type MissingInput =
  | 'closed'
  | 'links'
  | 'history'
  | 'ratings'
  | 'votes'
  | 'sessions'
  | 'deflection'
  | 'customers';

/** The metrics of support, as KCS defines them. A metric that cannot be computed is `null`, and `missing` says why. */
export interface Measures {
  windows: NowAndBefore<Span>;
  linkRate: NowAndBefore<LinkRate> | null;
  reuse: NowAndBefore<Reuse> | null;
  /** Tickets of customers who wrote after reading an article. */
  started: NowAndBefore<StartedTickets> | null;
  firstArticle: FirstArticle | null;
  satisfaction: NowAndBefore<Satisfaction> | null;
  helpfulness: NowAndBefore<Helpfulness> | null;
  /** Newest days first. */
  selfService: SelfService[];
  /** The assumption behind the estimate of deflection. */
  assumption: { solvedShare: number; because: string } | null;
  /** From 0 to 1. */
  retention: ({ rate: number } & NonNullable<MeasuresFile['customers']>) | null;
  missing: MissingInput[];
}

/**
 * Computes every metric that the data allows. Self-service cannot be judged by tickets alone (KCS, "Self-Service
 * Measures": behavior, feedback and observation together), so the missing data is part of the result.
 *
 * @param until the day of the report, `YYYY-MM-DD`
 */
export function measureSupport(library: Library, evidence: MeasureInput, until: string): Measures {
  const { counts, links, started, votes, file, since } = evidence;
  const windows = windowsUntil(until, library.site.recurrence.windowDays);
  const sources = [...counts.keys()].sort(compareText);
  const perSource = sources.map((source) => counts.get(source) ?? []);
  const all = perSource.flat();
  const published = library.articles.filter((article) => isPublished(article, 'public', until));
  const linkSources = sources.map((source) => ({ counts: counts.get(source) ?? [], links: links.get(source) }));
  const linkRate = measureLinkRate(linkSources, firstSeenById(library.articles, since ?? new Map()), windows);
  const satisfaction = measureSatisfaction(library.topics, all, windows);
  const helpfulness = measureHelpfulness(votes, windows);
  const selfService = measureSelfService(file ?? { sessions: [] }, all, until);
  const { deflection, customers } = file ?? {};
  const missing: [MissingInput, boolean][] = [
    ['links', links.size === 0],
    ['closed', links.size > 0 && linkRate === undefined],
    ['history', since === undefined],
    ['ratings', satisfaction === undefined],
    ['votes', helpfulness === undefined],
    ['sessions', selfService.length === 0],
    ['deflection', selfService.length > 0 && deflection === undefined],
    ['customers', customers === undefined],
  ];
  return {
    windows,
    linkRate: linkRate ?? null,
    reuse: measureReuse([...links.values()], new Set(published.map(({ id }) => id)), windows) ?? null,
    started: measureStarted([...started.values()], windows) ?? null,
    firstArticle: since === undefined ? null : measureFirstArticle(library, perSource, since, until),
    satisfaction: satisfaction ?? null,
    helpfulness: helpfulness ?? null,
    selfService,
    assumption: deflection ?? null,
    retention: customers === undefined ? null : { rate: retentionRate(customers), ...customers },
    missing: missing.filter(([, isMissing]) => isMissing).map(([input]) => input),
  };
}
