import { ageOn, type FirstSeen } from '../../content/article-age.ts';
import { type Share, shareOf } from '../../statistics/proportion.ts';
import { measureBoth, type NowAndBefore, type Span, within } from '../../values/day-span.ts';
import type { LinkedCount } from '../records/ticket-links.ts';
import type { DailyCount } from '../records/tickets.ts';

/** What the links between closed tickets and articles tell of one window. */
export interface LinkRate {
  /** Of the closed tickets those with a link. */
  linked: Share;
  /** Of the linked tickets that can be dated, those that an article answered before they came. */
  known: Share;
  /** Linked only to articles made on the day of the ticket or later. */
  new: number;
  /** Linked, but it is unknown what existed before: the history starts later, or the article is gone. */
  undated: number;
  /** Closed without a link: it is unknown whether they were known or new. */
  unknown: number;
}

/** The counts of a source with its links; without `links` its export has no place for them. */
export interface LinkSource {
  counts: readonly DailyCount[];
  links?: readonly LinkedCount[] | undefined;
}

/**
 * Link rate, and new against known, of the sources that include both what is closed and what is linked.
 *
 * Link rate: the closed tickets with at least one article linked, of all closed tickets, as KCS
 * (Knowledge-Centered Success Practices Guide, Technique 1.3 "Track Reuse") and the help desks
 * that follow it count it; links added after closing and articles made from the ticket count too.
 * New against known (KCS v5.3 Practices Guide, "Linking") is the share of linked tickets whose
 * answer existed before: "known" if one of the articles existed before the ticket's day.
 * KCS counts the rest as new; here tickets without a link are unknown.
 *
 * @param sinceOf what is known of when each article came to be, by its id
 * @returns `undefined` if no source includes both
 */
export function measureLinkRate(
  sources: readonly LinkSource[],
  sinceOf: ReadonlyMap<string, readonly FirstSeen[]>,
  windows: NowAndBefore<Span>,
): NowAndBefore<LinkRate> | undefined {
  const telling = sources.flatMap(({ counts, links }) => {
    const closed = counts.filter((count) => count.closed !== undefined);
    return links && closed.length > 0 ? [{ closed, links }] : [];
  });
  if (telling.length === 0) return undefined;
  return measureBoth(windows, (span) => {
    const sums = { closed: 0, linked: 0, known: 0, new: 0, undated: 0 };
    for (const { closed, links } of telling) {
      const perDay = new Map<string, number>();
      for (const { day, closed: tickets = 0 } of within(closed, span))
        perDay.set(day, (perDay.get(day) ?? 0) + tickets);
      const linkedPerDay = new Map<string, number>();
      for (const { day, articles, tickets } of within(links, span)) {
        // A day whose counts do not say what is closed has no share.
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
        // Only closed tickets are linked, so a day cut differently in the two files has at least those.
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
