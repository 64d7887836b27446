import { MAX_WEIGHT, WEIGHT_STEP } from '#kb/content/learned-weight.ts';
import type { Analysis } from './analysis.ts';
import { phraseKey } from './index-token.ts';
import type { Hit, Index } from './search-index.ts';

// The index can only say whether a field of a page contains a word, so a weight is stored in binary, one field per digit.
const digits: readonly number[] = Array.from(
  { length: Math.ceil(Math.log2(MAX_WEIGHT / WEIGHT_STEP + 1)) },
  (_, place) => 2 ** place,
);
const fieldOf = (digit: number) => `words${digit}`;
const worthOf = new Map(digits.map((digit) => [fieldOf(digit), digit * WEIGHT_STEP]));

/** The fields of a page with learned words, which do not count as its text. */
export const learnedFieldNames: readonly string[] = [...worthOf.keys()];

/** The key of a learned word or two-word phrase; `undefined` for anything else. */
export function learnedKey(analysis: Analysis, text: string): string | undefined {
  const [first, second, ...others] = analysis.terms(text);
  if (!first || others.length > 0) return undefined;
  return second ? phraseKey([first.key, second.key]) : first.key;
}

/** By key, how strongly the words learned for any of an article's topics point to it. */
export function learnedWeights(
  topics: readonly string[],
  learned: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined,
  analysis: Analysis,
): Map<string, number> {
  const weights = new Map<string, number>();
  for (const topic of topics)
    for (const [word, weight] of learned?.get(topic) ?? []) {
      const key = learnedKey(analysis, word);
      if (key !== undefined && weight > (weights.get(key) ?? 0)) weights.set(key, weight);
    }
  return weights;
}

/** The keys of each field of a page. */
export function learnedFields(weights: ReadonlyMap<string, number>): Record<string, string[]> {
  const steps = [...weights].map(([key, weight]) => [key, Math.round(weight / WEIGHT_STEP)] as const);
  return Object.fromEntries(
    digits.map((digit) => [fieldOf(digit), steps.flatMap(([key, step]) => (step & digit ? [key] : []))]),
  );
}

/** The weight of a word on a page, from the fields that contain it. */
export function learnedWeight(fields: readonly string[]): number {
  return fields.reduce((sum, field) => sum + (worthOf.get(field) ?? 0), 0);
}

/** Whether a page itself has a word, in its text or in a field that its writers filled, and not only in words of customers. */
export function isWrittenOnPage({ score, fields }: Hit): boolean {
  return score > 0 || fields.some((field) => !worthOf.has(field));
}

/** The index without the learned words. */
export function withoutLearned(index: Index): Index {
  const find: Index['find'] = async (key) =>
    (await index.find(key))
      .filter(isWrittenOnPage)
      .map((hit) => ({ ...hit, fields: hit.fields.filter((field) => !worthOf.has(field)) }));
  const vocabulary = { ...index.vocabulary, learned: () => 0 };
  return { ...index, vocabulary, find };
}
