import type { Coverage } from './coverage.ts';
import { addDays } from './day.ts';

/** For so many days what was rising is said to be asked "right now": after the newest ticket, and after a build. */
const NEWS_DAYS = 14;

/** The last day on which a site that was built on a day may say that a topic rises. */
export function newsUntil(day: string): string {
  return addDays(day, NEWS_DAYS);
}

/**
 * The topics that recur and rise, for a note on their articles; none where the newest ticket is no news any more.
 *
 * @param today `YYYY-MM-DD`
 */
export function risingTopics({ topics, until }: Coverage, today: string): string[] {
  if (until === null || newsUntil(until) < today) return [];
  return topics.filter(({ recurs, trend }) => recurs && trend.verdict === 'rising').map(({ id }) => id);
}
