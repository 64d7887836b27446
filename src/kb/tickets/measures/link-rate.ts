import { ageOn, type FirstSeen } from '../../content/article-age.ts';
import { type Share, shareOf } from '../../statistics/proportion.ts';
import { measureBoth, type NowAndBefore, type Span, within } from '../../values/day-span.ts';
import type { LinkedCount } from '../records/ticket-links.ts';
import type { DailyCount } from '../records/tickets.ts';

/** What the links between closed tickets and articles show for one window. */
export interface LinkRate {
  /** The share of closed tickets with a link. */
  linked: Share;
  /** The share of linked, datable tickets whose answer existed before the ticket. */
  known: Share;
  /** Linked only to articles created on the day of the ticket or later. */
  new: number;
  /** Linked, but not datable: the history starts later, or the article no longer exists. */
  undated: number;
  /** Closed without a link, so it is not known whether an answer existed. */
  unknown: number;
}

/** The counts of a source with its links; without `links`, its export cannot contain any. */
export interface LinkSource {
  counts: readonly DailyCount[];
  links?: readonly LinkedCount[] | undefined;
}

/**
 * Link rate and new versus known, for the sources that report both closed and linked tickets.
 *
 * Link rate is the share of closed tickets with at least one linked article, as defined by KCS (Knowledge-Centered
 * Success Practices Guide, Technique 1.3 "Track Reuse") and the help desks that follow it. Links added after closing and
 * articles created from the ticket count too. New versus known (KCS v5.3 Practices Guide, "Linking") is the share of
 * linked tickets whose answer already existed: a ticket is "known" if one of its articles existed before its day. KCS
 * counts the rest as new; here, tickets without a link are unknown.
 *
 * @param sinceOf when each article first appeared, by id
 * @returns `undefined` if no source reports both
 */
export function measureLinkRate(
  sources: readonly LinkSource[],
  sinceOf: ReadonlyMap<string, readonly FirstSeen[]>,
  windows: NowAndBefore<Span>,
): NowAndBefore<LinkRate> | undefined {
  const complete = sources.flatMap(({ counts, links }) => {
    const closed = counts.filter((count) => count.closed !== undefined);
    return links && closed.length > 0 ? [{ closed, links }] : [];
  });
  if (complete.length === 0) return undefined;
  return measureBoth(windows, (span) => {
    const sums = { closed: 0, linked: 0, known: 0, new: 0, undated: 0 };
    for (const { closed, links } of complete) {
      const perDay = new Map<string, number>();
      for (const { day, closed: tickets = 0 } of within(closed, span))
        perDay.set(day, (perDay.get(day) ?? 0) + tickets);
      const linkedPerDay = new Map<string, number>();
      for (const { day, articles, tickets } of within(links, span)) {
        // A day without counts of closed tickets has no share.
        if (!perDay.has(day)) continue;
        linkedPerDay.set(day, (linkedPerDay.get(day) ?? 0) + tickets);
        sums[
          ageOn(
            day,
            articles.flatMap((id) => sinceOf.get(id) ?? []),
          )
        ] += tickets;
      }
      for (const [day, tickets] of perDay) {
        const linked = linkedPerDay.get(day) ?? 0;
        sums.linked += linked;
        // Only closed tickets are linked, so there are at least as many closed tickets, even if the files cut the day differently.
        sums.closed += Math.max(tickets, linked);
      }
    }
    return {
      linked: shareOf(sums.linked, sums.closed),
      known: shareOf(sums.known, sums.known + sums.new),
      new: sums.new,
      undated: sums.undated,
      unknown: sums.closed - sums.linked,
    };
  });
}
