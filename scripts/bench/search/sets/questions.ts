import { z } from 'zod';
import { Refusal } from '../../../shared/failures.ts';

/** A customer's question and the articles that answer it; an empty list if none does. */
export interface Question {
  query: string;
  locale: string;
  relevant: readonly string[];
}

const id = z.string().min(1);
const Line = z
  .object({
    query: z.string().trim().min(1),
    locale: z.string().min(1).optional(),
    relevant: z.array(id).optional(),
    id: z.union([id, z.array(id)]).optional(),
  })
  .refine(({ relevant, id }) => relevant !== undefined || id !== undefined);

/**
 * Questions from a JSON Lines file.
 *
 * @param fallback the language of lines without one
 * @throws Refusal with the place of the first line that isn't a question
 */
export function parseQuestions(text: string, path: string, fallback: string): Question[] {
  const questions = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, `${path}:${index + 1}`, fallback)]));
  if (questions.length === 0) throw new Refusal(`${path} contains no questions.`);
  return questions;
}

function parseLine(line: string, place: string, fallback: string): Question {
  const parsed = Line.safeParse(parseJson(line));
  if (!parsed.success)
    throw new Refusal(
      `${place} isn't a question. Write lines such as {"query": "Where is my card?", "locale": "en", "relevant": ["cards/order-a-card"]}.`,
    );
  const { query, locale = fallback, relevant, id } = parsed.data;
  return { query, locale, relevant: [...new Set(relevant ?? [id ?? []].flat())] };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The number of words in a question that counts as a sentence. */
const SENTENCE = { least: 7, most: 23 };

export function isSentence(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return words >= SENTENCE.least && words <= SENTENCE.most;
}

/** A number of items from a list, evenly spread. */
export function spread<T>(all: readonly T[], number: number): T[] {
  if (all.length <= number) return [...all];
  return Array.from({ length: number }, (_, index) => all[Math.floor((index * all.length) / number)] as T);
}
