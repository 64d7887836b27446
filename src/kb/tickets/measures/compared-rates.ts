import { isRestless, moderate, POOLED, pooledWeeks } from '../../statistics/quasi-binomial.ts';
import type { ComparedRates, DeskChange, TicketRate } from '../../statistics/trend.ts';
import { weightedMedian } from '../../statistics/weighted-median.ts';
import { type Ages, comparedWindows, type Desk, exposure } from '../records/desk.ts';
import type { Tallies, Tally } from '../records/ticket-tally.ts';

/** A source with fewer covered days on either side is not compared. */
export const MIN_COVERED = 5;
/** A topic with fewer tickets in both windows says nothing about the whole desk. */
const MIN_TICKETS = 10;
/** With fewer such topics, one of them could pass for the whole desk. */
const MIN_TOPICS = 5;

/**
 * What a trend compares: the sources that cover both windows, on the days that they cover.
 *
 * @param tally of a topic or category
 */
export function comparedRates(desk: Desk, tally: Tally): ComparedRates {
  const { now, before, usual } = comparedWindows(desk.windowDays);
  const [rateNow, rateBefore] = pairOfRates(desk, tally, now, before);
  const [longNow, rateUsual] = pairOfRates(desk, tally, now, usual);
  // Both comparisons have to start from the same rate, whichever sources they can use.
  const scale = longNow.days > 0 && rateNow.days > 0 ? rateNow.days / longNow.days : 1;
  return { now: rateNow, before: rateBefore, usual: { tickets: rateUsual.tickets, days: rateUsual.days * scale } };
}

/**
 * The rates of two periods, as far as each source covers both.
 *
 * Sources can cover different parts of each period, so the days are those of the sources, weighted by how many of the
 * tickets come from each: the periods of a source that has none of this topic say nothing about it.
 */
export function pairOfRates(desk: Desk, tally: Tally, late: Ages, early: Ages): [late: TicketRate, early: TicketRate] {
  const parts = desk.sources.flatMap((source, place) => {
    const [now, past] = [exposure(source, late), exposure(source, early)];
    if (Math.min(now.covered, past.covered) < Math.min(MIN_COVERED, late.days, early.days)) return [];
    const days = tally.perDay[place];
    return [{ now: now.weight, past: past.weight, late: sum(days, late), early: sum(days, early) }];
  });
  const rates = parts.map((part) => (part.late + part.early + 1e-6) / (part.now + part.past));
  const all = rates.reduce((a, b) => a + b, 0);
  const mean = (key: 'now' | 'past') =>
    parts.reduce((days, part, index) => days + (part[key] * (rates[index] ?? 0)) / all, 0);
  return [
    { tickets: parts.reduce((n, part) => n + part.late, 0), days: mean('now') },
    { tickets: parts.reduce((n, part) => n + part.early, 0), days: mean('past') },
  ];
}

/** A topic that differs by more standard errors from most others has a change of its own. */
const OWN_CHANGE = 2;

/** How the rates of most tickets changed: a season or growth says nothing about one topic. */
export function deskChange(compared: readonly ComparedRates[]): DeskChange {
  const change = (early: 'before' | 'usual') => {
    const topics = compared.flatMap(({ now, [early]: then }) => {
      if (now.tickets + then.tickets < MIN_TICKETS || now.days === 0 || then.days === 0) return [];
      const ratio = (now.tickets + 0.5) / now.days / ((then.tickets + 0.5) / then.days);
      const error = Math.sqrt(1 / (now.tickets + 0.5) + 1 / (then.tickets + 0.5));
      // One topic with half of all tickets is still one topic.
      return [{ value: ratio, weight: Math.sqrt(then.tickets + 1), error }];
    });
    if (topics.length < MIN_TOPICS) return 1;
    // If many topics rise, they move the middle of all, which would then hide each of them a little.
    const middle = weightedMedian(topics);
    const others = topics.filter(({ value, error }) => Math.abs(Math.log(value / middle)) < OWN_CHANGE * error);
    return weightedMedian(others.length * 2 > topics.length ? others : topics);
  };
  return { before: change('before'), usual: change('usual') };
}

/**
 * How much more the weeks of a topic vary than by chance, beside what the whole desk does: 1 for chance alone.
 *
 * P. McCullagh and J. A. Nelder, "Generalized Linear Models", 2nd edition (1989), section 6.2: Pearson's statistic over
 * its degrees of freedom, here stabilized by that of all topics, the more the more alike they vary.
 */
export function weeklySpread(desk: Desk, tallies: Tallies, all: Tally): (tally: Tally) => number {
  const { usual } = comparedWindows(desk.windowDays);
  const weeks = Array.from({ length: Math.floor(usual.days / 7) }, (_, week) => ({
    from: usual.from + week * 7,
    days: 7,
  }));
  const totals = weeks.map((week) => desk.sources.map((_, place) => sum(all.perDay[place], week)));
  const spreadOf = ({ perDay }: Tally) => {
    let [chi, freedom, variance] = [0, 0, 0];
    for (const [place] of desk.sources.entries()) {
      const counts = weeks.map((week) => sum(perDay[place], week));
      const desks = totals.map((row) => row[place] ?? 0);
      const open = desks.map((count) => count > 0);
      const mine = counts.reduce((a, b) => a + b, 0);
      const whole = desks.reduce((a, b) => a + b, 0);
      if (mine < MIN_TICKETS) continue;
      for (const [week, count] of counts.entries()) {
        if (!open[week]) continue;
        const expected = ((desks[week] ?? 0) * mine) / whole;
        chi += (count - expected) ** 2 / expected;
        freedom++;
        // Of small counts, Pearson's statistic varies more than chi squared.
        variance += 2 + 1 / expected;
      }
      freedom--;
      variance -= 2;
    }
    return { chi, freedom: Math.max(0, freedom), variance };
  };
  const pool = { chi: 0, freedom: 0 };
  const own = new Map<Tally, ReturnType<typeof spreadOf>>();
  for (const key of tallies.keys()) {
    const tally = tallies.of(key);
    const spread = spreadOf(tally);
    own.set(tally, spread);
    // A topic that jumped once would make all others look restless.
    if (spread.chi <= 3 * spread.freedom) {
      pool.chi += spread.chi;
      pool.freedom += spread.freedom;
    }
  }
  const weeksOfPool = pooledWeeks([...own.values()], pool);
  return (tally) => {
    const spread = own.get(tally) ?? { chi: 0, freedom: 0, variance: 0 };
    return moderate(spread, pool, isRestless(spread, pool) ? Math.min(weeksOfPool, POOLED) : weeksOfPool).dispersion;
  };
}

export function sum(days: Float64Array | undefined, { from, days: length }: Ages): number {
  let tickets = 0;
  for (let age = from; age < from + length; age++) tickets += days?.[age] ?? 0;
  return tickets;
}

/** How many tickets of a topic the window would usually have. */
export interface UsualTickets {
  /** Rounded. */
  tickets: number;
  /** Tickets in the window beyond that, of the sources whose usual level is known. */
  extra: number;
}

/** @returns `undefined` if no source covers enough of both the window and the windows before */
export function usualTickets(desk: Desk, tally: Tally): UsualTickets | undefined {
  const window = { from: 0, days: desk.windowDays };
  const { usual } = comparedWindows(desk.windowDays);
  let extra = 0;
  let known = false;
  for (const [place, source] of desk.sources.entries()) {
    const [now, then] = [exposure(source, window), exposure(source, usual)];
    if (Math.min(now.covered, then.covered) < Math.min(MIN_COVERED, window.days)) continue;
    known = true;
    const days = tally.perDay[place];
    extra += sum(days, window) - (sum(days, usual) * now.weight) / then.weight;
  }
  if (!known) return undefined;
  const rounded = Math.round(extra);
  return { tickets: Math.max(0, tally.tickets - rounded), extra: rounded };
}
