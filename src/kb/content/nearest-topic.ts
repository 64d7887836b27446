import { nearest } from '../findings/suggest.ts';
import { nearestByWords } from '../values/nearest-by-words.ts';
import { compareText } from '../values/text.ts';
import { bareWords } from '../values/word-segments.ts';
import type { Topic } from './topic.ts';

/**
 * Finds the topic that a category most likely belongs to: one with a name a few letters away, or else
 * the one that shares most of the category's words, where a rare word such as "refund" counts for
 * more than one that many topics have.
 *
 * @returns for a category a topic id, or nothing if no topic shares half of the words by weight
 */
export function nearestTopic(topics: readonly Topic[]): (category: string) => string | undefined {
  const owner = new Map(topics.flatMap(({ id, categories }) => [id, ...categories].map((name) => [name, id] as const)));
  const names = [...owner.keys()].sort(compareText);
  const byWords = nearestByWords(new Map(topics.map((topic) => [topic.id, wordsOf(topic)])), 1);
  return (category) => {
    const close = nearest(category, names);
    return close === undefined ? byWords(split(category)) : owner.get(close);
  };
}

function wordsOf({ id, title, categories }: Topic): Set<string> {
  const titles = title === undefined ? [] : typeof title === 'string' ? [title] : Object.values(title);
  return split([id, ...titles, ...categories].join(' '));
}

// The language of a category is not known, but its script is enough to find the words.
function split(text: string): Set<string> {
  return new Set(bareWords(text, 'en').filter(isSignificant));
}

/** Short words say little, except two characters of Chinese, Japanese or Korean: `返金`, `환불`. */
function isSignificant(word: string): boolean {
  return word.length > 2 || /^[\p{sc=Han}\p{sc=Hangul}]{2}$/u.test(word);
}
