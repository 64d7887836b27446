import { isPublished } from '../../content/article.ts';
import { type FirstSeen, firstSeenById } from '../../content/article-age.ts';
import type { Library } from '../../content/library.ts';
import { addDays } from '../../values/day.ts';
import { type NowAndBefore, type Span, windowsUntil } from '../../values/day-span.ts';
import { comparedWindows, type Desk, deskUntil, exposure } from '../records/desk.ts';
import type { MeasuresFile } from '../records/measures-file.ts';
import { coverSources, type SourceCoverages } from '../records/source-coverage.ts';
import type { LinkedCount } from '../records/ticket-links.ts';
import type { DailyCount } from '../records/tickets.ts';
import type { VoteCount } from '../records/votes.ts';
import { MIN_COVERED } from './compared-rates.ts';
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
  /** What the sources cover, if it is already known. */
  coverages?: SourceCoverages | undefined;
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
 * A source that doesn't cover both windows is left out of what is compared: its customers would make a difference that
 * no article made.
 *
 * @param until the day of the report, `YYYY-MM-DD`
 */
export function measureSupport(library: Library, evidence: MeasureInput, until: string): Measures {
  const { counts, links, started, votes, file, since } = evidence;
  const windows = windowsUntil(until, library.site.recurrence.windowDays);
  const desk = deskUntil(counts, evidence.coverages ?? coverSources(counts), until, library.site.recurrence.windowDays);
  const sources = comparedSources(desk);
  const answered = sources.flatMap((source) => counts.get(source) ?? []);
  const perSource = [...counts.values()];
  const published = library.articles.filter((article) => isPublished(article, 'public', until));
  const linkSources = sources.map((source) => ({ counts: counts.get(source) ?? [], links: links.get(source) }));
  const linkRate = measureLinkRate(linkSources, firstSeenById(library.articles, since ?? new Map()), windows);
  const satisfaction = measureSatisfaction(library.topics, answered, windows);
  const helpfulness = measureHelpfulness(votes, windows);
  const selfService = measureSelfService(file ?? { sessions: [] }, perSource.flat(), until, (span) =>
    isCovered(desk, span),
  );
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
    reuse:
      measureReuse(
        sources.flatMap((source) => (links.has(source) ? [links.get(source) ?? []] : [])),
        new Set(published.map(({ id }) => id)),
        windows,
      ) ?? null,
    started:
      measureStarted(
        sources.flatMap((source) => (started.has(source) ? [started.get(source) ?? []] : [])),
        windows,
      ) ?? null,
    firstArticle: since === undefined ? null : measureFirstArticle(library, perSource, since, until),
    satisfaction: satisfaction ?? null,
    helpfulness: helpfulness ?? null,
    selfService,
    assumption: deflection ?? null,
    retention: customers === undefined ? null : { rate: retentionRate(customers), ...customers },
    missing: missing.filter(([, isMissing]) => isMissing).map(([input]) => input),
  };
}

/** The sources that cover enough of both windows; all of them if none does. */
function comparedSources(desk: Desk): string[] {
  const { now, before } = comparedWindows(desk.windowDays);
  const compared = desk.sources.filter((source) =>
    [now, before].every((window) => exposure(source, window).covered >= Math.min(MIN_COVERED, window.days)),
  );
  return (compared.length > 0 ? compared : desk.sources).map(({ name }) => name);
}

/** Days at the end that can be missing. */
const NEWEST_DAYS = 2;

/** Whether no source has a gap in these days, or stopped before them. */
function isCovered({ sources }: Desk, { from, to }: Span): boolean {
  return sources.every(({ coverage }) => {
    if (!coverage || to < coverage.first) return true;
    // The newest days are often not exported yet.
    const ends = addDays(coverage.last, NEWEST_DAYS);
    return to <= ends && !coverage.gaps.some((gap) => gap.from <= to && gap.to >= from);
  });
}
