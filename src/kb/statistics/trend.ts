import { clopperPearson } from './clopper-pearson.ts';
import { round } from './round.ts';

export type Verdict = 'rising' | 'falling' | 'steady' | 'over' | 'too few to say';

/** How the daily rate of tickets in the window compares with the rate in the window before. */
export interface Trend {
  /** 2 means twice as many; `null` if there were none before. */
  ratio: number | null;
  /** The lower end of its 95 % interval; `null` if there is nothing to compare. */
  low: number | null;
  /** The upper end; `null` if it is infinite, because there were none before. */
  high: number | null;
  /** `over`: more than usual came in this window, but no longer do. */
  verdict: Verdict;
}

/** Tickets counted in a number of days; a day on which few usually come is less than one. */
export interface TicketRate {
  tickets: number;
  days: number;
}

/** The rates that a trend compares. */
export interface ComparedRates {
  now: TicketRate;
  before: TicketRate;
  /** In the windows before, including the one before. */
  usual: TicketRate;
}

/** By which factor the whole desk changed since each; 1 if it didn't. */
export interface DeskChange {
  before: number;
  usual: number;
}

/** How many windows before the newest one define what is usual. */
export const USUAL_WINDOWS = 3;

/** A change from what is usual counts if it is at least a twentieth: no one rewrites an article for less. */
const NOTICEABLE = 1.05;
/** A rise calls for work at once, a fall doesn't, so of the errors that are acceptable a rise may make more. */
const TAIL = { recent: 0.1, rising: 0.025, falling: 0.015 };
/** If a change this large cannot be ruled out, the numbers do not support the verdict "steady". */
const LARGE = 3;

/**
 * Compares the window with the one before it, and judges the change.
 *
 * A topic is rising (falling) if the 80 % interval of that ratio is above (below) 1 and the limit of the ratio to the usual
 * level, which chance passes in 2.5 % (1.5 %), is at least a twentieth above (below) 1. The first condition alone would flag
 * one steady topic in five, often because the window before happened to be quiet. Both have to hold for the tickets
 * themselves and in comparison with the whole desk, because a season is no news about a topic.
 *
 * @param rates of the same sources, on days that are covered
 * @param change of the whole desk
 * @param spread how much more the weeks of this topic vary than by chance, at least 1
 */
export function measureTrend(
  { now, before, usual }: ComparedRates,
  change: DeskChange = { before: 1, usual: 1 },
  spread = 1,
): Trend {
  if (now.tickets + before.tickets === 0 || Math.min(now.days, before.days, usual.days) === 0)
    return { ratio: null, low: null, high: null, verdict: 'too few to say' };
  const recent = rateRatio(now, before, spread);
  const { low, high } = recent;
  return {
    ratio: before.tickets === 0 ? null : round(now.tickets / now.days / (before.tickets / before.days)),
    low: round(low),
    high: high === Infinity ? null : round(high),
    verdict: isMore({ now, before, usual }, change, spread)
      ? 'rising'
      : isLess({ now, before, usual }, change, spread)
        ? 'falling'
        : recent.low > 1 / LARGE && recent.high < LARGE
          ? 'steady'
          : 'too few to say',
  };
}

function isMore({ now, before, usual }: ComparedRates, change: DeskChange, spread: number): boolean {
  const recent = rateRatio(now, before, spread, TAIL.recent);
  return recent.low > Math.max(1, change.before) && isClearlyMore({ now, usual }, change.usual, spread);
}

function isLess({ now, before, usual }: ComparedRates, change: DeskChange, spread: number): boolean {
  const recent = rateRatio(now, before, spread, TAIL.recent);
  const whole = rateRatio(now, usual, spread, TAIL.falling);
  return recent.high < Math.min(1, change.before) && whole.high < Math.min(1, change.usual) / NOTICEABLE;
}

/** Whether more than usual comes, also if `change` is what the whole desk has more. */
export function isClearlyMore(
  { now, usual }: Pick<ComparedRates, 'now' | 'usual'>,
  change: number,
  spread: number,
): boolean {
  return rateRatio(now, usual, spread, TAIL.rising).low > Math.max(1, change) * NOTICEABLE;
}

interface Ratio {
  low: number;
  high: number;
}

/**
 * The exact conditional 95 % interval of the ratio of two Poisson rates: given the sum of both
 * counts, the newer one is binomial, and the limits of its share give the limits of the ratio.
 *
 * J. Przyborowski and H. Wilenski, "Homogeneity of results in testing samples from Poisson
 * series", Biometrika 31 (1940), 313–323; the interval of the share after Clopper and Pearson. Counts that vary more
 * than by chance are worth less: they are divided by their dispersion (R. W. M. Wedderburn, Biometrika 61, 1974, 439).
 */
function rateRatio(now: TicketRate, before: TicketRate, spread: number, tail = 0.025): Ratio {
  const share = clopperPearson(now.tickets / spread, (now.tickets + before.tickets) / spread, tail);
  const scale = before.days / now.days;
  return { low: (share.low / (1 - share.low)) * scale, high: (share.high / (1 - share.high)) * scale };
}
