import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readBeirQueries } from './beir.ts';
import { type JudgedSet, readQuestions } from './judged-sets.ts';
import type { Question } from './questions.ts';

/** @param fallback the language of questions that name none */
export async function readOffTopic(
  paths: readonly string[],
  fallback: string,
): Promise<Pick<Question, 'query' | 'locale'>[]> {
  const questions: Pick<Question, 'query' | 'locale'>[] = [];
  for (const path of paths) {
    if (existsSync(join(path, 'queries.jsonl')))
      questions.push(...(await readBeirQueries(path)).map((query) => ({ query, locale: fallback })));
    else questions.push(...(await readQuestions(path, fallback)));
  }
  return questions;
}

/** Questions in a language that were asked of other help centers than a set's. */
export function offTopicQuestions(
  set: JudgedSet,
  locale: string,
  sets: readonly JudgedSet[],
  strangers: readonly Pick<Question, 'query' | 'locale'>[],
): string[] {
  const others = sets.filter(({ content }) => content !== set.content).flatMap(({ questions }) => questions);
  const own = new Set(set.questions.map(({ query }) => query));
  return [...strangers, ...others]
    .filter((question) => question.locale === locale && !own.has(question.query))
    .map(({ query }) => query);
}
