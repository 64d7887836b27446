import { clopperPearson } from './clopper-pearson.ts';
import { round } from './round.ts';

export type Verdict = 'rising' | 'falling' | 'steady' | 'too few to say';

/** How the daily rate of tickets in the window compares with the rate in the window before. */
export interface Trend {
  /** 2 means twice as many; `null` if there were none before. */
  ratio: number | null;
  /** The lower end of its 95 % interval; `null` if there is nothing to compare. */
  low: number | null;
  /** The upper end; `null` if it is infinite, because there were none before. */
  high: number | null;
  verdict: Verdict;
}

/** Tickets counted in a number of days. */
export interface TicketRate {
  tickets: number;
  days: number;
}

/** How many windows before the newest one define what is usual. */
export const USUAL_WINDOWS = 3;

/** A change from what is usual counts if it is at least a tenth: no one rewrites an article for less. */
const NOTICEABLE = 1.1;
/** If a change this large cannot be ruled out, the numbers do not support the verdict "steady". */
const LARGE = 3;
/** A comparison needs at least one full week, because weekdays differ. */
const MIN_DAYS = 7;

/**
 * Compares the window with the one before it, and judges the change.
 *
 * A topic is rising (falling) if the interval of that ratio is above (below) 1 and the interval of the ratio to the
 * usual level is at least a tenth above (below) 1. The first condition alone would flag one steady topic in thirty,
 * often because the window before happened to be quiet. Both together flag fewer than one in a hundred if tickets
 * arrive independently, and still catch nine in ten topics that more than double from 20 tickets or more.
 *
 * @param usual the windows before, including the one before
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
 * counts, the newer one is binomial, and the limits of its share give the limits of the ratio.
 *
 * J. Przyborowski and H. Wilenski, "Homogeneity of results in testing samples from Poisson
 * series", Biometrika 31 (1940), 313–323; the interval of the share after Clopper and Pearson.
 */
function rateRatio(now: TicketRate, before: TicketRate): { low: number; high: number } {
  const share = clopperPearson(now.tickets, now.tickets + before.tickets);
  const scale = before.days / now.days;
  return { low: (share.low / (1 - share.low)) * scale, high: (share.high / (1 - share.high)) * scale };
}
