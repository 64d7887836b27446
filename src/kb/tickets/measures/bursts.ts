import { type BurstAges, findBurst } from '../../statistics/burst.ts';
import { isClearlyMore } from '../../statistics/trend.ts';
import { addDays } from '../../values/day.ts';
import { comparedWindows, type Desk, exposure } from '../records/desk.ts';
import type { Tallies, Tally } from '../records/ticket-tally.ts';
import { MIN_COVERED, sum } from './compared-rates.ts';

/** Days on which far more tickets came than usual; of a new topic, all its days. */
export interface Burst {
  from: string;
  to: string;
  tickets: number;
  /** How many would have been usual on these days, rounded. */
  usual: number;
  /** Whether it no longer goes on. */
  over: boolean;
}

/**
 * A burst is one if its tickets would come by chance less often than this. Hundreds of runs of days are tried for each
 * topic, so a few topics in a thousand have one by chance.
 */
export const BURST_CHANCE = 1e-5;
/** So many tickets as the desk's week count, until a topic has enough of its own to show its week. */
const WEEK_PRIOR = 3;
/** What still rises has at least so many times the usual tickets in the newer half of the window. */
const STILL_MORE = 1.25;
/** What a topic can add to the change of the whole desk: a burst of its own adds no more. */
const MOST = 2;

/** What is usual for a topic: by age, and in all windows before the newest. */
interface Usual {
  tickets: Float64Array;
  days: Float64Array;
  before: { tickets: number; days: number };
}

/** Finds the bursts of topics or categories in the newest window. */
export function burstFinder(desk: Desk, tallies: Tallies, spreadOf: (tally: Tally) => number) {
  const { now } = comparedWindows(desk.windowDays);
  const known = new Map(tallies.keys().map((key) => [tallies.of(key), usualOf(desk, tallies.of(key))] as const));
  /** By which factor all other topics had more than usual on these days. */
  const others = (own: Tally, { oldest, newest }: BurstAges) => {
    let [came, expected] = [0, 0];
    for (const [tally, usual] of known) {
      if (tally === own || usual.before.days === 0) continue;
      const rate = usual.before.tickets / usual.before.days;
      const mine = rate * sum(usual.days, { from: newest, days: oldest - newest + 1 });
      came += Math.min(sum(usual.tickets, { from: newest, days: oldest - newest + 1 }), mine * MOST + 1);
      expected += mine;
    }
    return expected >= 20 ? came / expected : 1;
  };
  return {
    /** A clear burst, of the whole desk or not. */
    find(tally: Tally): Burst | null {
      const usual = known.get(tally);
      if (!usual) return null;
      const options = { spread: spreadOf(tally), longest: now.days };
      const found = findBurst(usual.tickets, usual.days, usual.before, options);
      if (!found || found.chance >= BURST_CHANCE) return null;
      const change = others(tally, found);
      if (change <= 1) return burstOf(desk, found);
      // What the whole desk has more is no news about this topic.
      const scaled = usual.days.map((days) => days * change);
      const beyond = findBurst(usual.tickets, scaled, usual.before, options);
      return beyond && beyond.chance < BURST_CHANCE ? burstOf(desk, beyond) : null;
    },
    /**
     * Whether what came more than usual, clear or not, no longer comes.
     *
     * @param change what the whole desk has more than usual
     */
    isOver(tally: Tally, change: number): boolean {
      const usual = known.get(tally);
      if (!usual) return false;
      const half = { from: 0, days: Math.ceil(now.days / 2) };
      const expected = (sum(usual.days, half) * usual.before.tickets) / usual.before.days;
      if (sum(usual.tickets, half) < expected * STILL_MORE) return true;
      const found = findBurst(usual.tickets, usual.days, usual.before, { spread: 1, longest: now.days });
      if (!found?.over) return false;
      // A rise has its busiest days, too.
      const { oldest, newest } = found;
      const rest = (days: Float64Array) => sum(days, now) - sum(days, { from: newest, days: oldest - newest + 1 });
      const around = { tickets: rest(usual.tickets), days: rest(usual.days) };
      return around.days <= 0 || !isClearlyMore({ now: around, usual: usual.before }, change, spreadOf(tally));
    },
  };
}

function burstOf({ until }: Desk, { oldest, newest, tickets, usual, over }: BurstAges): Burst {
  return {
    from: addDays(until, -oldest),
    to: addDays(until, -newest),
    tickets,
    usual: Math.round(usual),
    over,
  };
}

/** Of the sources that cover enough of the windows before, because a new source has no usual level. */
function usualOf(desk: Desk, tally: Tally): Usual {
  const { now, usual } = comparedWindows(desk.windowDays);
  const parts = desk.sources.flatMap((source, place) => {
    const before = exposure(source, usual);
    if (before.covered < Math.min(MIN_COVERED, usual.days)) return [];
    const days = tally.perDay[place] ?? new Float64Array(desk.length);
    const tickets = sum(days, usual);
    const rate = (tickets + 1e-6) / before.weight;
    return [{ days, weights: source.weights, tickets, weight: before.weight, rate }];
  });
  const all = parts.reduce((total, { rate }) => total + rate, 0);
  const tickets = new Float64Array(now.days);
  const days = new Float64Array(now.days);
  for (const { days: mine, weights, rate } of parts)
    for (let age = 0; age < now.days; age++) {
      tickets[age] = (tickets[age] ?? 0) + (mine[age] ?? 0);
      days[age] = (days[age] ?? 0) + ((weights[age] ?? 0) * rate) / all;
    }
  const before = {
    tickets: parts.reduce((total, part) => total + part.tickets, 0),
    days: parts.reduce((total, { weight, rate }) => total + (weight * rate) / all, 0),
  };
  const factors = ownWeek(parts, usual, before);
  for (let age = 0; age < now.days; age++) days[age] = (days[age] ?? 0) * (factors[age % 7] ?? 1);
  return { tickets, days, before };
}

/** How much more than the desk's week each day of the week gets, by age modulo 7: invoices may all come on Mondays. */
function ownWeek(
  parts: readonly { days: Float64Array; weights: Float64Array; rate: number }[],
  usual: { from: number; days: number },
  before: { tickets: number; days: number },
): number[] {
  const all = parts.reduce((total, { rate }) => total + rate, 0);
  const rate = before.days > 0 ? before.tickets / before.days : 0;
  return Array.from({ length: 7 }, (_, day) => {
    let [came, expected] = [0, 0];
    for (const part of parts)
      for (let age = usual.from; age < usual.from + usual.days; age++) {
        if (age % 7 !== day) continue;
        came += part.days[age] ?? 0;
        expected += ((part.weights[age] ?? 0) * part.rate * rate) / all;
      }
    return (came + WEEK_PRIOR) / (expected + WEEK_PRIOR);
  });
}
