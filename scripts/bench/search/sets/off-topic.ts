import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { readBeirQueries } from './beir.ts';
import { jsonLines } from './json-lines.ts';
import type { JudgedSet } from './judged-sets.ts';

/** A question of another help center. */
export interface Stranger {
  query: string;
  locale: string;
  /** The folder or file it comes from, absolute. */
  source: string;
}

const StrangerLine = z.object({ query: z.string().trim().min(1), locale: z.string().min(1).optional() });
const NO_STRANGER = `isn't a question. Write lines such as {"query": "Do you sell bicycles?", "locale": "en"}.`;

/** @param fallback the language of questions that name none */
export async function readOffTopic(paths: readonly string[], fallback: string): Promise<Stranger[]> {
  const questions: Stranger[] = [];
  for (const path of paths) {
    const source = resolve(path);
    if (existsSync(join(path, 'queries.jsonl')))
      for (const query of await readBeirQueries(path)) questions.push({ query, locale: fallback, source });
    else
      for await (const { record } of jsonLines(path, StrangerLine, NO_STRANGER))
        questions.push({ query: record.query, locale: record.locale ?? fallback, source });
  }
  return questions;
}

/**
 * Questions in a language that were asked of other help centers than a set's.
 *
 * @param added folders whose articles were added to it, so their questions have an answer
 */
export function offTopicQuestions(
  set: JudgedSet,
  locale: string,
  sets: readonly JudgedSet[],
  strangers: readonly Stranger[],
  added: readonly string[],
): string[] {
  const here = new Set([set.source, ...added.map((folder) => resolve(folder))]);
  const others = sets.flatMap(({ questions, source }) =>
    questions.map(({ query, locale }) => ({ query, locale, source })),
  );
  const own = new Set(set.questions.map(({ query }) => query));
  return [...strangers, ...others]
    .filter((one) => one.locale === locale && !here.has(one.source) && !own.has(one.query))
    .map(({ query }) => query);
}
