import { openBuiltIndex } from '#io/search/open-index.ts';
import { type Answer, ask } from '#search/ask.ts';
import type { Index } from '#search/search-index.ts';
import { Refusal } from '../../shared/failures.ts';
import { hidingFrom } from './hidden-answers.ts';
import { FOUND } from './peers/peer.ts';
import type { Kind, Sureness } from './results/confidence.ts';
import type { LanguageResult } from './results/language-result.ts';
import { rankOf } from './results/scores.ts';
import { type Question, spread } from './sets/questions.ts';

/** More questions of another kind than this change no share by a point. */
const MOST_OTHERS = 1000;

/**
 * Asks the index of a built site all questions of a language, as the search box and `npm run ask` do, and also those
 * that have no answer there.
 *
 * @param offTopic questions of other help centers
 */
export async function askOurs(
  dist: string,
  { locale, questions }: Pick<LanguageResult, 'locale' | 'questions'>,
  offTopic: readonly string[],
  onProgress: (done: number) => void,
): Promise<{ found: string[][]; sureness: Sureness[] }> {
  const index = await (await openBuiltIndex(dist))?.open(locale);
  if (!index) throw new Refusal(`There is no search index for "${locale}" in ${dist}.`);
  const hidden = spread(questions.filter(hasAnswer), MOST_OTHERS);
  const others = spread(offTopic, MOST_OTHERS);
  const all = questions.length + hidden.length + others.length;
  let done = 0;
  const found: string[][] = [];
  const sureness: Sureness[] = [];
  const askOne = async (asked: Index, question: string, kindOf: (ids: readonly string[]) => Kind) => {
    const answer = await ask(asked, question, FOUND);
    const ids = answer.results.map(({ id }) => id);
    sureness.push({ kind: kindOf(ids), confident: answer.confident, confidence: confidenceOf(answer) });
    onProgress(++done / all);
    return ids;
  };
  for (const { query, relevant } of questions)
    found.push(
      await askOne(index, query, (ids) => {
        if (relevant.length === 0) return 'unanswerable';
        const rank = rankOf(ids, relevant);
        return rank >= 1 && rank <= 3 ? 'answered' : 'missed';
      }),
    );
  const hide = hidingFrom(index);
  for (const { query, relevant } of hidden) await askOne(await hide(relevant, query), query, () => 'hidden');
  for (const query of others) await askOne(index, query, () => 'off-topic');
  return { found, sureness };
}

function hasAnswer({ relevant }: Question): boolean {
  return relevant.length > 0;
}

/** How sure the engine is as a number, if it says so; without any result, as unsure as can be. */
function confidenceOf(answer: Answer): number | undefined {
  if (!('confidence' in answer) || typeof answer.confidence !== 'number') return undefined;
  return answer.results.length === 0 || Number.isNaN(answer.confidence) ? Number.NEGATIVE_INFINITY : answer.confidence;
}
