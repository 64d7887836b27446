import { risingNoteUntil } from '../../content/rising-note.ts';
import type { Coverage } from './coverage.ts';

/**
 * The topics that recur and rise, for a note on their articles; none where the newest ticket is no news any more.
 *
 * @param today `YYYY-MM-DD`
 */
export function risingTopics({ topics, until }: Coverage, today: string): string[] {
  if (until === null || risingNoteUntil(until) < today) return [];
  return topics.filter(({ recurs, trend }) => recurs && trend.verdict === 'rising').map(({ id }) => id);
}
