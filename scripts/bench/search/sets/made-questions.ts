import type { MadeArticle } from '../../articles.ts';
import { isSentence, type Question, spread } from './questions.ts';

/** Sentences of the articles as questions; every article that contains the sentence answers it. */
export function questionsFrom(articles: readonly MadeArticle[], number: number): Question[] {
  const saying = new Map<string, Set<string>>();
  for (const { path, body } of articles)
    for (const sentence of sentencesOf(body)) saying.set(sentence, (saying.get(sentence) ?? new Set()).add(path));
  return spread([...saying], number).map(([query, ids]) => ({ query, locale: 'en', relevant: [...ids] }));
}

function sentencesOf(body: string): string[] {
  return body
    .split('\n')
    .filter((line) => !/^[#-]/.test(line))
    .flatMap((line) => line.replace(/[*_`\\]/g, '').split(/(?<=[.?!])\s+/))
    .map((sentence) => sentence.trim())
    .filter(isSentence);
}
