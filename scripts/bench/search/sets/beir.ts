import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { count } from '#report/layout/numbers.ts';
import { Refusal } from '../../../shared/failures.ts';
import { listOf } from '../../../shared/read-values.ts';
import { filledLines, jsonLines } from './json-lines.ts';

/** An article of a judged set. */
export interface BeirArticle {
  _id: string;
  title: string;
  text: string;
}

/** A question of a judged set, and the `_id`s of its right articles; an empty list if none is right. */
export interface BeirQuestion {
  text: string;
  relevant: string[];
}

export interface BeirSet {
  articles: BeirArticle[];
  questions: BeirQuestion[];
  /** What was left out, as sentences. */
  notes: string[];
}

const id = z.union([z.string().min(1), z.number().transform(String)]);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const CorpusLine = z.object({ _id: id, title: text, text });
const QueryLine = z.object({ _id: id, text: z.string().trim().min(1) });

const NO_ARTICLE = `isn't an article. Write lines such as {"_id": "a1", "title": "Where is my card?", "text": "It takes …"}.`;
const NO_QUESTION = `isn't a question. Write lines such as {"_id": "q1", "text": "my card has not come"}.`;
const NO_JUDGMENT =
  "isn't a judgment. Write the id of a question, the id of an article and a score, with a tab between them.";

/** The articles of a BEIR folder. */
export async function readCorpus(folder: string): Promise<BeirArticle[]> {
  const file = join(folder, 'corpus.jsonl');
  const articles: BeirArticle[] = [];
  const lines = new Map<string, number>();
  for await (const { line, record } of jsonLines(file, CorpusLine, NO_ARTICLE)) {
    mustBeNew(lines, record._id, line, file);
    articles.push(record);
  }
  if (articles.length === 0) throw new Refusal(`${file} contains no articles.`);
  return articles;
}

/**
 * A judged set in the format of BEIR: `corpus.jsonl`, `queries.jsonl`, and `qrels/<split>.tsv` or `qrels.tsv`. Questions
 * that the split doesn't judge are left out. A question is without an answer if all its scores are 0.
 *
 * @param split `test` unless another one is named
 * @throws Refusal with the file, the line and what was expected
 */
export async function readBeir(folder: string, split: string | undefined): Promise<BeirSet> {
  const articles = await readCorpus(folder);
  const queries = await readQueries(folder);
  const judgments = await readJudgments(await judgmentsFile(folder, split));
  const known = new Set(articles.map(({ _id }) => _id));
  const questions: BeirQuestion[] = [];
  const lost = { questions: 0, articles: 0, unanswered: 0 };
  for (const [query, scores] of judgments) {
    const text = queries.get(query);
    if (text === undefined) {
      lost.questions++;
      continue;
    }
    const right = [...scores].filter(([, score]) => score > 0).map(([article]) => article);
    const relevant = right.filter((article) => known.has(article));
    lost.articles += right.length - relevant.length;
    // Its answer exists, only not here, so it would be wrong to count it as one without an answer.
    if (right.length > 0 && relevant.length === 0) lost.unanswered++;
    else questions.push({ text, relevant });
  }
  if (questions.every(({ relevant }) => relevant.length === 0))
    throw new Refusal(`${folder} has no question with a right article. Check the ids in its judgments.`);
  const unjudged = [...queries.keys()].filter((query) => !judgments.has(query)).length;
  return {
    articles,
    questions,
    notes: [
      ...(unjudged > 0 ? [`${count(unjudged, 'question')} without a judgment left out.`] : []),
      ...(lost.questions > 0 ? [`${count(lost.questions, 'judged question')} not in queries.jsonl left out.`] : []),
      ...(lost.articles > 0 ? [`${count(lost.articles, 'right article')} not in corpus.jsonl left out.`] : []),
      ...(lost.unanswered > 0
        ? [`${count(lost.unanswered, 'question')} without any of its right articles left out.`]
        : []),
    ],
  };
}

/** The questions of a BEIR folder, judged or not. */
export async function readBeirQueries(folder: string): Promise<string[]> {
  return [...(await readQueries(folder)).values()];
}

async function readQueries(folder: string): Promise<Map<string, string>> {
  const file = join(folder, 'queries.jsonl');
  const queries = new Map<string, string>();
  const lines = new Map<string, number>();
  for await (const { line, record } of jsonLines(file, QueryLine, NO_QUESTION)) {
    mustBeNew(lines, record._id, line, file);
    queries.set(record._id, record.text);
  }
  return queries;
}

function mustBeNew(lines: Map<string, number>, id: string, line: number, file: string): void {
  const before = lines.get(id);
  if (before !== undefined) throw new Refusal(`${file}:${line} has the _id "${id}" again. Line ${before} has it too.`);
  lines.set(id, line);
}

async function judgmentsFile(folder: string, split: string | undefined): Promise<string> {
  const inFolder = await readdir(join(folder, 'qrels')).catch((): string[] => []);
  const splits = inFolder.filter((name) => name.endsWith('.tsv')).map((name) => name.slice(0, -'.tsv'.length));
  const wanted = split ?? 'test';
  if (splits.includes(wanted)) return join(folder, 'qrels', `${wanted}.tsv`);
  if (splits.length > 0)
    throw new Refusal(
      `There is no ${join(folder, 'qrels', `${wanted}.tsv`)}. Choose ${listOf(splits.sort().map((name) => `--split ${name}`))}.`,
    );
  const plain = join(folder, 'qrels.tsv');
  if (split !== undefined) throw new Refusal(`There is no ${join(folder, 'qrels', `${split}.tsv`)}.`);
  if (!(await readdir(folder)).includes('qrels.tsv'))
    throw new Refusal(`There is neither ${join(folder, 'qrels', 'test.tsv')} nor ${plain}.`);
  return plain;
}

/** The scores of articles by question, also if there are four columns as TREC has them. */
async function readJudgments(file: string): Promise<Map<string, Map<string, number>>> {
  const judgments = new Map<string, Map<string, number>>();
  let first = true;
  for await (const { number, text } of filledLines(file)) {
    const cells = text.includes('\t') ? text.split('\t').map((cell) => cell.trim()) : text.trim().split(/\s+/);
    const [query = '', article = '', score = ''] = cells.length === 4 ? [cells[0], cells[2], cells[3]] : cells;
    const isHeader = first && !isNumber(score) && cells.length >= 3;
    first = false;
    if (isHeader) continue;
    if (cells.length < 3 || cells.length > 4 || query === '' || article === '' || !isNumber(score))
      throw new Refusal(`${file}:${number} ${NO_JUDGMENT}`);
    const scores = judgments.get(query) ?? new Map<string, number>();
    judgments.set(query, scores);
    scores.set(article, Math.max(Number(score), scores.get(article) ?? 0));
  }
  if (judgments.size === 0) throw new Refusal(`${file} contains no judgments.`);
  return judgments;
}

function isNumber(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}
