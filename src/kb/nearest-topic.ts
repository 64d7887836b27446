import { compareText, nearest } from './finding.ts';
import { nearestByWords } from './nearest-by-words.ts';
import type { Topic } from './topic.ts';

/**
 * The topic that a category most likely belongs to: one with a name a few letters away, or else
 * the one that shares most of the category's words, where a rare word such as "refund" counts for
 * more than one that many topics have.
 *
 * @returns a topic id, or nothing where no topic shares half of the words by weight
 */
export function nearestTopic(category: string, topics: readonly Topic[]): string | undefined {
  const owner = new Map(topics.flatMap(({ id, categories }) => [id, ...categories].map((name) => [name, id] as const)));
  const close = nearest(category, [...owner.keys()].sort(compareText));
  if (close !== undefined) return owner.get(close);
  const nearestTo = nearestByWords(new Map(topics.map((topic) => [topic.id, wordsOf(topic)])), 1);
  return nearestTo(split(category));
}

function wordsOf({ id, title, categories }: Topic): Set<string> {
  const titles = title === undefined ? [] : typeof title === 'string' ? [title] : Object.values(title);
  return split([id, ...titles, ...categories].join(' '));
}

function split(text: string): Set<string> {
  return new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => word.length > 2),
  );
}
