import { compareText, nearest } from './finding.ts';
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
  const words = new Map(topics.map((topic) => [topic.id, wordsOf(topic)]));
  const rarity = (word: string) => {
    const having = [...words.values()].filter((of) => of.has(word)).length;
    return Math.log(1 + topics.length / Math.max(1, having));
  };
  const asked = [...split(category)].map((word) => ({ word, weight: rarity(word) }));
  const all = asked.reduce((sum, { weight }) => sum + weight, 0);
  let best: { id: string; share: number } | undefined;
  for (const id of [...words.keys()].sort(compareText)) {
    const shared = asked.reduce((sum, { word, weight }) => sum + (words.get(id)?.has(word) ? weight : 0), 0);
    if (all > 0 && shared / all >= 0.5 && shared / all > (best?.share ?? 0)) best = { id, share: shared / all };
  }
  return best?.id;
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
