import { share } from './scores.ts';

/** What would have been right to say about an answer. */
export type Kind =
  /** A right article is among the first three. */
  | 'answered'
  /** An article answers it, but wasn't found. */
  | 'missed'
  /** No article answers it. */
  | 'unanswerable'
  /** Asked with its right articles removed. */
  | 'hidden'
  /** Asked of another help center. */
  | 'off-topic';

/** How sure the engine was of one answer. */
export interface Sureness {
  kind: Kind;
  confident: boolean;
  /** Higher is surer; `undefined` if the engine only says whether it is confident. */
  confidence?: number | undefined;
}

/** Of the answers called unsure, the shares of each kind, from 0 to 1. */
export interface UnsureShares {
  /** How many answers there are of each kind. */
  questions: Partial<Record<Kind, number>>;
  unsure: Partial<Record<Kind, number>>;
}

const kinds: readonly Kind[] = ['answered', 'missed', 'unanswerable', 'hidden', 'off-topic'];

/** The shares of answers that the engine calls unsure today, by kind. */
export function unsureShares(answers: readonly Sureness[]): UnsureShares {
  return sharesOf(answers, ({ confident }) => !confident);
}

/** One point of a confidence curve. */
export interface CurvePoint extends UnsureShares {
  /** The share of answered questions that may be called unsure. */
  falseAlarms: number;
  /** Answers with a lower confidence are called unsure. */
  threshold: number;
}

const FALSE_ALARMS = [0.05, 0.1, 0.15, 0.2, 0.3];

/**
 * What could be found at other thresholds: for each share of false alarms, the highest threshold that calls no more of
 * the answered questions unsure, and the shares of each kind below it.
 *
 * @returns nothing if the engine doesn't give numbers, or nothing was answered
 */
export function confidenceCurve(answers: readonly Sureness[]): CurvePoint[] {
  const sure = ({ confidence }: Sureness) => confidence ?? Number.NEGATIVE_INFINITY;
  const answered = answers.filter(({ kind }) => kind === 'answered');
  if (answered.length === 0 || answers.every(({ confidence }) => confidence === undefined)) return [];
  const sorted = answered.map(sure).sort((a, b) => a - b);
  return FALSE_ALARMS.map((falseAlarms) => {
    const threshold = sorted[Math.min(sorted.length - 1, Math.floor(falseAlarms * sorted.length + 1e-9))] ?? 0;
    return { falseAlarms, threshold, ...sharesOf(answers, (one) => sure(one) < threshold) };
  });
}

function sharesOf(answers: readonly Sureness[], isUnsure: (answer: Sureness) => boolean): UnsureShares {
  const groups = kinds
    .map((kind) => [kind, answers.filter((one) => one.kind === kind)] as const)
    .filter(([, group]) => group.length > 0);
  return {
    questions: Object.fromEntries(groups.map(([kind, group]) => [kind, group.length])),
    unsure: Object.fromEntries(groups.map(([kind, group]) => [kind, share(group, isUnsure)])),
  };
}
