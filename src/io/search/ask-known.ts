import { type AnswerKind, TOP_ANSWERS } from '#kb/content/guarded-searches.ts';
import { rankPages } from '#search/ask.ts';
import type { AnswerState } from '#search/confidence.ts';
import type { Index } from '#search/search-index.ts';

/** A question, and the articles that answer it. */
export interface KnownQuestion {
  question: string;
  /** The ids of the articles, also those they had before. */
  right: ReadonlySet<string>;
}

/** What the search finds for a question. */
export interface FoundArticles {
  /** The ids of the results, best first. */
  results: readonly string[];
  state: AnswerState;
}

/** What the search does with a question whose right articles are known. */
export interface KnownAnswer extends FoundArticles {
  kind: AnswerKind;
  /** The rank of the first right article, from 1; `undefined` if none is among the results. */
  rank: number | undefined;
}

/**
 * Asks a question as the search box would, and compares the results with the right articles.
 *
 * @param index see `rememberingIndex` for many questions
 * @param looked how many results to get; more take longer
 */
export async function askKnown(
  index: Index,
  { question, right }: KnownQuestion,
  looked = TOP_ANSWERS,
): Promise<KnownAnswer> {
  return compareFound(await findArticles(index, question, looked), right);
}

/** Asks a question as the search box would. */
export async function findArticles(index: Index, question: string, looked = TOP_ANSWERS): Promise<FoundArticles> {
  const { state, best } = await rankPages(index, question, Math.max(looked, TOP_ANSWERS));
  return { results: best.map(({ page }) => page.id), state };
}

/** Compares what was found with the right articles. */
export function compareFound({ results, state }: FoundArticles, right: ReadonlySet<string>): KnownAnswer {
  const place = results.findIndex((id) => right.has(id));
  const rank = place < 0 ? undefined : place + 1;
  return { kind: kindOf(rank, state), rank, results, state };
}

function kindOf(rank: number | undefined, state: AnswerState): AnswerKind {
  if (rank === 1) return 'first';
  if (rank !== undefined && rank <= TOP_ANSWERS) return 'amongThree';
  if (state === 'nothing') return 'nothing';
  return state === 'answer' ? 'wrong' : 'unsure';
}
