import { clopperPearson } from './clopper-pearson.ts';
import { round } from './round.ts';

export type Verdict = 'rising' | 'falling' | 'steady' | 'too few to say';

/** How the daily rate of tickets in the window compares with the rate in the window before. */
export interface Trend {
  /** 2 means twice as many; `null` if there were none before. */
  ratio: number | null;
  /** The lower end of its 95 % interval; `null` if there is nothing to compare. */
  low: number | null;
  /** The upper end; `null` if it has no end, because there were none before. */
  high: number | null;
  verdict: Verdict;
}

/** Tickets seen in a number of days. */
export interface TicketRate {
  tickets: number;
  days: number;
}

/** How many windows before the newest one show what is usual. */
export const USUAL_WINDOWS = 3;

/** A change against what is usual counts from a tenth on: no one rewrites an article for less. */
const NOTICEABLE = 1.1;
/** Where so large a change cannot be ruled out either, "steady" would claim more than the numbers know. */
const LARGE = 3;
/** Below a week the days of the week are not all there to compare with. */
const MIN_DAYS = 7;

/**
 * Compares the window with the one before, and judges the change.
 *
 * A topic is called rising (falling) when the interval of that ratio lies above (below) 1 and the
 * interval of the ratio against the usual level lies a tenth beyond 1 as well. The first alone
 * would call one steady topic in thirty something, often because the window before was by chance
 * a quiet one; both together call fewer than one in a hundred, where tickets come independently,
 * and still catch nine in ten of those that more than double from 20 tickets or more.
 *
 * @param usual the windows before, the one before included
 */
export function measureTrend(now: TicketRate, before: TicketRate, usual: TicketRate): Trend {
  if (now.tickets + before.tickets === 0 || Math.min(now.days, before.days, usual.days) < MIN_DAYS)
    return { ratio: null, low: null, high: null, verdict: 'too few to say' };
  const { low, high } = rateRatio(now, before);
  return {
    ratio: before.tickets === 0 ? null : round(now.tickets / now.days / (before.tickets / before.days)),
    low: round(low),
    high: high === Infinity ? null : round(high),
    verdict: judge({ low, high }, rateRatio(now, usual)),
  };
}

function judge(recent: { low: number; high: number }, usual: { low: number; high: number }): Verdict {
  if (recent.low > 1 && usual.low > NOTICEABLE) return 'rising';
  if (recent.high < 1 && usual.high < 1 / NOTICEABLE) return 'falling';
  if (recent.low > 1 / LARGE && recent.high < LARGE) return 'steady';
  return 'too few to say';
}

/**
 * The exact conditional 95 % interval of the ratio of two Poisson rates: given the sum of both
 * counts the newer one is binomial, and the limits of its share are turned into limits of the ratio.
 *
 * J. Przyborowski and H. Wilenski, "Homogeneity of results in testing samples from Poisson
 * series", Biometrika 31 (1940), 313–323; the interval of the share after Clopper and Pearson.
 */
function rateRatio(now: TicketRate, before: TicketRate): { low: number; high: number } {
  const share = clopperPearson(now.tickets, now.tickets + before.tickets);
  const scale = before.days / now.days;
  return { low: (share.low / (1 - share.low)) * scale, high: (share.high / (1 - share.high)) * scale };
}
