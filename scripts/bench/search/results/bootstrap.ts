import { mulberry32 } from '../../../shared/random.ts';
import { percentile } from './scores.ts';

/** The mean of paired differences, and the interval it lies in with a probability of 95 %. */
export interface Difference {
  mean: number;
  low: number;
  high: number;
  /** Whether 0 is outside the interval, so the difference is unlikely to be chance. */
  significant: boolean;
}

const RESAMPLES = 10_000;

/**
 * The paired bootstrap: the differences, one per question, are drawn again with replacement as often as there are
 * questions, and the interval holds the middle 95 % of the means of 10,000 such draws (B. Efron, R. J. Tibshirani, An
 * Introduction to the Bootstrap, 1993, chapter 13: the percentile interval). The same differences always give the same
 * interval.
 *
 * @returns `undefined` for an empty list
 */
export function pairedBootstrap(differences: readonly number[], resamples = RESAMPLES): Difference | undefined {
  const size = differences.length;
  if (size === 0) return undefined;
  const random = mulberry32(1);
  const means = Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let drawn = 0; drawn < size; drawn++) sum += differences[Math.floor(random() * size)] ?? 0;
    return sum / size;
  });
  const low = percentile(means, 2.5) ?? 0;
  const high = percentile(means, 97.5) ?? 0;
  const mean = differences.reduce((sum, one) => sum + one, 0) / size;
  return { mean, low, high, significant: low > 0 || high < 0 };
}

/** Differences of the first and of the first three places, over the questions that have an answer. */
export interface RankDifference {
  questions: number;
  top1: Difference;
  top3: Difference;
}

/**
 * How much better one list of ranks is than another, question by question.
 *
 * @param ours the rank of the first right article for each question, from 1; 0 if it wasn't found
 * @returns `undefined` if there are no questions
 */
export function compareRanks(ours: readonly number[], theirs: readonly number[]): RankDifference | undefined {
  const among = (places: number) =>
    pairedBootstrap(ours.map((rank, index) => isAmong(rank, places) - isAmong(theirs[index] ?? 0, places)));
  const [top1, top3] = [among(1), among(3)];
  return top1 && top3 && { questions: ours.length, top1, top3 };
}

function isAmong(rank: number, places: number): number {
  return rank >= 1 && rank <= places ? 1 : 0;
}
