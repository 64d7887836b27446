import { clopperPearson } from './clopper-pearson.ts';
import { round } from './round.ts';

/** A share of counted cases. */
export interface Share {
  hits: number;
  cases: number;
  /** From 0 to 1, with its 95 % interval `low` to `high`; all `null` if there are too few cases. */
  share: number | null;
  low: number | null;
  high: number | null;
}

/** With 20 cases, the interval of a share of one half is 46 points wide; with fewer, a share says too little. */
export const MIN_CASES = 20;

/** @param hits from 0 to `cases` */
export function shareOf(hits: number, cases: number): Share {
  if (cases < MIN_CASES) return { hits, cases, share: null, low: null, high: null };
  const { low, high } = clopperPearson(hits, cases);
  return { hits, cases, share: round(hits / cases), low: round(low), high: round(high) };
}
