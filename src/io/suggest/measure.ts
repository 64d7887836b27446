import type { FoundShare } from '#kb/tickets/measures/suggestion.ts';
import type { Index } from '#search/search-index.ts';
import { askKnown } from '../search/ask-known.ts';
import type { JudgedQuestion } from './question.ts';

/** What a right article is worth in the first place, and further down among the first answers. */
const FIRST = 2;
const AMONG = 1;

/** What the search answers to a question. */
export interface Answered {
  /** The ids of the first answers. */
  ids: readonly string[];
  /** 2 if a right article comes first, 1 if it's among the first answers, otherwise 0. */
  value: number;
}

export async function answer(index: Index, { text, right }: JudgedQuestion): Promise<Answered> {
  const { results, rank } = await askKnown(index, { question: text, right });
  return { ids: results, value: rank === undefined ? 0 : rank === 1 ? FIRST : AMONG };
}

export function foundShare(values: readonly number[]): FoundShare {
  return {
    asked: values.length,
    first: values.filter((value) => value === FIRST).length,
    among: values.filter((value) => value > 0).length,
  };
}
