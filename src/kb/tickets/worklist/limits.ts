import type { Site } from '../../content/site.ts';
import { compareText } from '../../values/text.ts';
import type { Coverage } from './coverage.ts';

/** Something with more tickets than the company's limit allows. */
export interface ExceededLimit {
  kind: 'gap' | 'flagged' | 'unmapped';
  /** The id of the topic or article, or the category. */
  subject: string;
  /** For a topic that has an article in another language only. */
  locale?: string;
  tickets: number;
  limit: number;
}

/** Everything over a limit in `site.yaml`, most tickets first; empty if no limit is set. */
export function exceededLimits({ topics, gaps, flagged, unmapped }: Coverage, limits: Site['limits']): ExceededLimit[] {
  const none: ExceededLimit[] = topics
    .filter(({ articles }) => articles.length === 0)
    .map(({ id, tickets }) => ({ kind: 'gap', subject: id, tickets, limit: limits.gapTickets ?? Infinity }));
  const bare = new Set(none.map(({ subject }) => subject));
  const partly: ExceededLimit[] = gaps
    .filter(({ topic }) => !bare.has(topic))
    .map(({ topic, locale, tickets }) => ({
      kind: 'gap',
      subject: topic,
      locale,
      tickets,
      limit: limits.gapTickets ?? Infinity,
    }));
  const failing: ExceededLimit[] = flagged.map(({ article, tickets }) => ({
    kind: 'flagged',
    subject: article,
    tickets,
    limit: limits.flaggedTickets ?? Infinity,
  }));
  const unclaimed: ExceededLimit[] = unmapped.map(({ category, tickets }) => ({
    kind: 'unmapped',
    subject: category,
    tickets,
    limit: limits.unmappedTickets ?? Infinity,
  }));
  return [...none, ...partly, ...failing, ...unclaimed]
    .filter(({ tickets, limit }) => tickets > limit)
    .sort((a, b) => b.tickets - a.tickets || compareText(a.subject, b.subject) || compareText(a.kind, b.kind));
}
