import { clopperPearson } from './clopper-pearson.ts';
import { round } from './round.ts';

/** A share of counted cases. */
export interface Share {
  hits: number;
  cases: number;
  /** From 0 to 1, as its 95 % interval `low` to `high`; all `null` if there are too few cases to say. */
  share: number | null;
  low: number | null;
  high: number | null;
}

/** The interval of a half is 46 points wide at 20 cases; of fewer, a share says less than it seems to. */
export const MIN_CASES = 20;

/** @param hits from 0 to `cases` */
export function shareOf(hits: number, cases: number): Share {
  if (cases < MIN_CASES) return { hits, cases, share: null, low: null, high: null };
  const { low, high } = clopperPearson(hits, cases);
  return { hits, cases, share: round(hits / cases), low: round(low), high: round(high) };
}
