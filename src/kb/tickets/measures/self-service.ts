import { round } from '../../statistics/round.ts';
import { type Span, within } from '../../values/day-span.ts';
import { compareText } from '../../values/text.ts';
import type { MeasuresFile } from '../records/measures-file.ts';
import type { DailyCount } from '../records/tickets.ts';

/** Visits to the help center and the tickets of the same days. */
export interface SelfService extends Span {
  sessions: number;
  users: number | null;
  tickets: number;
  /** Users, or sessions if users are unknown, for each ticket; `null` if there is no ticket. */
  score: number | null;
  /** An estimate, from 0 to 1; `null` without an assumption. */
  deflection: number | null;
}

/**
 * The self-service score of each run of days with sessions, newest first: help center users / users in tickets, such
 * as 4:1 (Zendesk, "Tracking essential self-service metrics"). Counts name no person, so tickets stand for users in
 * tickets, and the score is a little low where people write twice.
 *
 * Deflection is estimated as solved / (solved + tickets), with solved = sessions × the share that the company assumes.
 * KCS counts issues "solved through self-service that would have become incidents", which cannot be counted.
 *
 * Periods that the counts do not cover completely, from their first day to `until`, are left out.
 *
 * @param isCovered whether no day of a period is missing in the counts
 */
export function measureSelfService(
  { sessions, deflection }: Pick<MeasuresFile, 'sessions' | 'deflection'>,
  counts: readonly DailyCount[],
  until: string,
  isCovered: (span: Span) => boolean = () => true,
): SelfService[] {
  const begins = counts.reduce((first, { day }) => (day < first ? day : first), until);
  return sessions
    .filter((span) => span.from >= begins && span.to <= until && isCovered(span))
    .map(({ from, to, sessions, users = null }): SelfService => {
      const tickets = within(counts, { from, to }).reduce((sum, one) => sum + one.tickets, 0);
      const solved = sessions * (deflection?.solvedShare ?? 0);
      return {
        from,
        to,
        sessions,
        users,
        tickets,
        score: tickets === 0 ? null : round((users ?? sessions) / tickets),
        deflection: deflection === undefined || solved + tickets === 0 ? null : round(solved / (solved + tickets)),
      };
    })
    .sort((a, b) => compareText(b.to, a.to) || compareText(b.from, a.from));
}

/** The share of the customers of the first day who are still customers on the last day: (end − new) / start. */
export function retentionRate({ start, end, new: fresh }: NonNullable<MeasuresFile['customers']>): number {
  return round((end - fresh) / start);
}
