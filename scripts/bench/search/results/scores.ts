import type { Question } from '../sets/questions.ts';

/** How well an engine finds answers, over questions that have one. All fields but `questions` are shares from 0 to 1. */
export interface Scores {
  questions: number;
  top1: number;
  top3: number;
  /** Mean reciprocal rank of the first right article in the top ten. */
  mrr: number;
  /** Nothing found. */
  none: number;
}

const DEEPEST = 10;

/** The rank of the first right article, from 1; 0 if none is in the top ten. */
export function rankOf(found: readonly string[], relevant: readonly string[]): number {
  return found.slice(0, DEEPEST).findIndex((id) => relevant.includes(id)) + 1;
}

/** @param found what an engine found for each question, best first */
export function score(questions: readonly Question[], found: readonly (readonly string[])[]): Scores {
  const answerable = questions
    .map(({ relevant }, index) => ({ relevant, ids: found[index] ?? [] }))
    .filter(({ relevant }) => relevant.length > 0);
  const ranks = answerable.map(({ ids, relevant }) => rankOf(ids, relevant));
  return {
    questions: answerable.length,
    top1: share(ranks, (rank) => rank === 1),
    top3: share(ranks, (rank) => rank >= 1 && rank <= 3),
    mrr: ranks.reduce((sum, rank) => sum + (rank === 0 ? 0 : 1 / rank), 0) / (ranks.length || 1),
    none: share(answerable, ({ ids }) => ids.length === 0),
  };
}

/** The share of a list that matches, from 0 to 1; 0 for an empty list. */
export function share<T>(all: readonly T[], matches: (one: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(matches).length / all.length;
}

/** The percentile by nearest rank; `undefined` for an empty list. */
export function percentile(values: readonly number[], hundredths: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((hundredths / 100) * sorted.length) - 1)];
}
