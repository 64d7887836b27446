import { betaCdf } from './clopper-pearson.ts';
import type { TicketRate } from './trend.ts';

/** Days on which far more came than usual. Ages count back from the day of the report. */
export interface BurstAges {
  /** Of its first and its last day. */
  oldest: number;
  newest: number;
  tickets: number;
  /** How many would have been usual. */
  usual: number;
  /** The chance of so many or more on these days, if nothing had changed. */
  chance: number;
  /** Whether fewer came again afterward. */
  over: boolean;
}

/** A burst has at least so many tickets more than usual. */
const MIN_EXTRA = 5;
/** Days after it, before it can be over. */
const MIN_DAYS_SINCE = 3;
/** How many times likelier the days are with a burst that ended than with a rise. */
const CLEARLY = 100;

/**
 * Finds the run of days whose tickets are the least likely, given what is usual: the scan statistic of M. Kulldorff,
 * "Prospective time periodic geographical disease surveillance using a scan statistic", Journal of the Royal
 * Statistical Society A 164 (2001), 61–72, for one place. The chance of a run is exact: given the tickets in it and before, those in it
 * are binomial (J. Przyborowski and H. Wilenski, Biometrika 31, 1940, 313–323), so it also holds for a topic that never
 * had a ticket before. As many runs are tried, only a very small chance means anything.
 *
 * @param tickets by age, starting with the day of the report
 * @param days what is usual for each age, in days; 0 if it is not covered
 * @param usual tickets and days before
 * @param spread how much more they vary than by chance, at least 1
 * @param longest the most days of a burst
 * @returns `undefined` if no run has clearly more than usual
 */
export function findBurst(
  tickets: Float64Array,
  days: Float64Array,
  usual: TicketRate,
  { spread, longest }: { spread: number; longest: number },
): BurstAges | undefined {
  if (usual.days === 0) return undefined;
  const rate = usual.tickets / usual.days;
  let best: BurstAges | undefined;
  for (let newest = 0; newest < tickets.length; newest++) {
    // A run that starts or ends with a day without tickets is less likely than the shorter one.
    if (!tickets[newest]) continue;
    let [count, length] = [0, 0];
    for (let oldest = newest; oldest < Math.min(tickets.length, newest + longest); oldest++) {
      count += tickets[oldest] ?? 0;
      length += days[oldest] ?? 0;
      const expected = rate * length;
      if (!tickets[oldest] || count - expected < MIN_EXTRA || length === 0) continue;
      const all = count + usual.tickets;
      // Binomial tail by the incomplete beta function, NIST DLMF 8.17.5.
      const chance = betaCdf(length / (length + usual.days), count / spread, (all - count) / spread + 1);
      if (!best || chance < best.chance)
        best = { oldest, newest, tickets: count, usual: expected, chance, over: false };
    }
  }
  return best && { ...best, over: isOver(best, tickets, days, usual) };
}

/** Whether a burst that ended explains the days better than a rise that still goes on: a ratio of their likelihoods. */
function isOver(burst: BurstAges, tickets: Float64Array, days: Float64Array, usual: TicketRate): boolean {
  // With no ticket before, the usual rate is not 0 but unknown.
  const rate = Math.max(usual.tickets, 0.5) / usual.days;
  let [count, length, covered, rise, within] = [0, 0, 0, 0, 0];
  for (let age = 0; age <= burst.oldest; age++) {
    count += tickets[age] ?? 0;
    length += days[age] ?? 0;
    if (age >= burst.newest) within += days[age] ?? 0;
    else if ((days[age] ?? 0) > 0) covered++;
    rise = Math.max(rise, logLikelihoodGain(count, rate * length));
  }
  const ended = logLikelihoodGain(burst.tickets, rate * within);
  return covered >= MIN_DAYS_SINCE && ended - rise > Math.log(CLEARLY);
}

/** How much likelier a Poisson count is at its own rate than at the expected one. */
function logLikelihoodGain(count: number, expected: number): number {
  return count > expected && expected > 0 ? count * Math.log(count / expected) - (count - expected) : 0;
}
