import type { Term } from './analysis.ts';
import { type QueryTerm, wordWeight } from './plan.ts';
import { rarity } from './rarity.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is known of an answer before anyone reads it. */
export interface Evidence {
  question: readonly Term[];
  wanted: readonly QueryTerm[];
  /** Scores of the pages found, best first. */
  scores: readonly number[];
  /** The keys of the best page's title. */
  title: readonly string[];
}

// Fitted by logistic regression on some 400 questions that were answered and 230 that have no answer in their help
// center. The threshold was set for about one in seven of the answered questions to count as unsure.
const FIT = 3.2;
const TITLE = 2.8;
const LEAD = 2.1;
const ENOUGH = 4;
/** Against which page the best one has to stand out; in a small help center, the first in ten. */
const CROWD = 7;

/** Whether the best page found is likely to answer the question. */
export function isConfident({ question, wanted, scores, title }: Evidence, vocabulary: Vocabulary): boolean {
  const [best = 0] = scores;
  if (best <= 0) return false;
  const worth = (key: string) => wordWeight(key, vocabulary) * rarity(vocabulary.holding(key), vocabulary.pages);
  // A word that was only guessed counts as unknown. A word that only customers use, or that was left out as too
  // common, counts for nothing.
  const asked = new Set(wanted.flatMap(({ keys }) => keys.map(({ key }) => key)));
  const whole = [...new Set(question.map(({ key }) => key))].filter(
    (key) => vocabulary.learned(key) === 0 && (asked.has(key) || vocabulary.holding(key) === 0),
  );
  const titleKeys = [...new Set(title)];
  const fit = best / (sum(whole.map(worth)) || 1);
  const inTitle = sum(titleKeys.filter((key) => asked.has(key)).map(worth)) / (sum(titleKeys.map(worth)) || 1);
  const crowd = Math.min(CROWD, Math.floor(vocabulary.pages / 10));
  const lead = 1 - (scores[crowd] ?? 0) / best;
  return FIT * fit + TITLE * inTitle + LEAD * lead >= ENOUGH;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
