import { type Topic, topicOfCategory } from '../../content/topic.ts';
import { MIN_CASES, type Share, shareOf } from '../../statistics/proportion.ts';
import { measureBoth, type NowAndBefore, type Span, within } from '../../values/day-span.ts';
import { compareText } from '../../values/text.ts';
import type { DailyCount } from '../records/tickets.ts';

/** The answers of customers to the satisfaction survey, in one window. */
export interface Satisfaction {
  /** CSAT: the share of positive answers, from 0 to 1; higher is better. */
  satisfied: Share;
  /** Topics with enough answers, the lowest share first. */
  topics: ({ topic: string } & Share)[];
}

/**
 * CSAT, the customer satisfaction score: satisfied answers / all answers. The import of each help desk defines which
 * answers are positive. Answers count on the day the ticket was opened, so the newest days still lack some.
 *
 * @returns `undefined` if no export contains answers
 */
export function measureSatisfaction(
  topics: readonly Topic[],
  counts: readonly DailyCount[],
  windows: NowAndBefore<Span>,
): NowAndBefore<Satisfaction> | undefined {
  const rated = counts.filter((count) => count.rated !== undefined && count.satisfied !== undefined);
  if (rated.length === 0) return undefined;
  const topicOf = topicOfCategory(topics);
  return measureBoth(windows, (span) => {
    const here = within(rated, span);
    const byTopic = Map.groupBy(here, ({ category }) => topicOf(category));
    return {
      satisfied: satisfiedOf(here),
      topics: [...byTopic]
        .flatMap(([topic, own]) => (topic === undefined ? [] : { topic, ...satisfiedOf(own) }))
        .filter(({ cases }) => cases >= MIN_CASES)
        .sort((a, b) => (a.share ?? 0) - (b.share ?? 0) || compareText(a.topic, b.topic)),
    };
  });
}

function satisfiedOf(counts: readonly DailyCount[]): Share {
  const sum = (of: (count: DailyCount) => number | undefined) =>
    counts.reduce((all, count) => all + (of(count) ?? 0), 0);
  return shareOf(
    sum(({ satisfied }) => satisfied),
    sum(({ rated }) => rated),
  );
}
