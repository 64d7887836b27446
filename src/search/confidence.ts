import { type Candidate, COMPARED } from './candidates.ts';
import type { Ranked } from './rank.ts';

/** What is known of the first result before anyone reads it. */
export interface Evidence {
  /** The pages that were compared with the whole question, best first. */
  candidates: readonly [Candidate, ...Candidate[]];
  /** Scores of all pages by their words alone, best first. */
  ranked: readonly Ranked[];
  /** How much of the question stays together on the first page: see `keptTogether`. */
  together: number;
  /** How many pages there are in all. */
  pages: number;
  /** How much the question says in all, with the words that no page has. */
  whole: number;
  /** How many different words the question has that say something. */
  telling: number;
}

// Fitted by logistic regression on 3,296 questions to eight help centers in six languages whose article is among the first
// three, against 3,838 with their article taken away, and 2,493 about other subjects. Each help center was measured with
// what was fitted on the others, and the weights were almost the same each time. Mixed three to one with the weights
// before them, which were fitted on other questions, and rounded. START is set for about one in seven of the answered
// questions to count as unsure: fewer of those in the articles' own words, more of those in other words.
const FIT = 0.33;
const NEAR = 0.7;
const TITLE = 0.5;
/** If other pages have the same title, it says nothing. What is said in one place then says more. */
const NEAR_WITHOUT_TITLE = 2;
const TOGETHER = 0.55;
const LEAD = 0.9;
const AHEAD_OF_THIRD = 0.15;
const AHEAD_OF_LAST = 0.3;
const TELLING = 0.85;
const START = -4.8;
/** Against which page the words of the first one have to stand out; in a small help center, the first in ten, or the second. */
const CROWD = 7;
/** Further ahead than this, in points, doesn't make a page surer. */
const FAR_AHEAD = 20;
/** Words that customers use are good for the order of pages, but weaker evidence that a page answers. */
const LEARNED_SURE = 0.75;

/** From here on, the first result is called an answer. */
export const SURE = 0.5;

/**
 * Below this, results are no better than chance for a reader. Set on the same questions: 2 % of those that are answered are
 * below, 13 % of those with their article taken away, and 65 % of those about other subjects.
 */
const CLOSE = 0.25;

/**
 * What readers see about the results of a question.
 *
 * `answer`: the first one answers it. `closest`: they are close, and none is sure to answer it. `nothing`: there are
 * none, or none that come close.
 */
export type AnswerState = 'answer' | 'closest' | 'nothing';

// Fewer words say too little to be sure that nothing comes close, and the last one may not be typed completely yet.
const FEW_WORDS = 3;

/**
 * @param confidence from 0 to 1
 * @param words how many the question has
 */
export function stateOf(confidence: number, words: number): AnswerState {
  if (confidence >= SURE) return 'answer';
  return confidence >= CLOSE || words < FEW_WORDS ? 'closest' : 'nothing';
}

/** @returns how sure it is that the first result answers, from 0 to 1, which isn't a probability: see {@link SURE} */
export function confidenceOf({ candidates, ranked, together, pages, whole, telling }: Evidence): number {
  const [best] = candidates;
  const top = ownScore(ranked[0]);
  if (top <= 0 || whole <= 0) return 0;
  const lead = 1 - ownScore(ranked[Math.max(1, Math.min(CROWD, Math.floor(pages / 10)))]) / top;
  // If only few pages have any of the words, one that says little of the question isn't far ahead of all others.
  const rest = Math.min(candidates[1] ? (candidates.at(-1)?.score ?? 0) : best.score, best.score * (1 - best.near));
  const ahead = (place: number) => Math.min(FAR_AHEAD, best.score - (candidates[place]?.score ?? rest));
  const sum =
    FIT * (ownScore(best) / whole) +
    (best.hasOwnTitle ? NEAR * best.near + TITLE * best.likeness.title : NEAR_WITHOUT_TITLE * best.near) +
    TOGETHER * together +
    LEAD * lead +
    AHEAD_OF_THIRD * ahead(Math.max(1, Math.min(2, pages - 1))) +
    AHEAD_OF_LAST * ahead(Math.max(1, Math.min(COMPARED, pages) - 1)) +
    TELLING * Math.log1p(telling) +
    START;
  return 1 / (1 + Math.exp(-sum));
}

function ownScore(one: { own: number; learned: number } | undefined): number {
  return one ? one.own + LEARNED_SURE * one.learned : 0;
}
