import { risingNoteUntil } from '../../content/rising-note.ts';
import type { Coverage } from './coverage.ts';

/**
 * The recurring topics that are rising, for a note on their articles; empty if the newest ticket is too old.
 *
 * @param today `YYYY-MM-DD`
 */
export function risingTopics({ topics, until }: Coverage, today: string): string[] {
  if (until === null || risingNoteUntil(until) < today) return [];
  return topics.filter(({ recurs, trend }) => recurs && trend.verdict === 'rising').map(({ id }) => id);
}
