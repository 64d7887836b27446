import { poissonCdf } from '../../statistics/poisson.ts';

/** Days without any ticket count as not covered if this many were expected: by chance, that happens 6 times in a million. */
const MIN_EXPECTED = 12;
/** The same for days with less than a quarter of what was expected. */
const LOW = 4;
const MAX_CHANCE = 1e-6;
/** Days before and after that say what to expect. */
const NEAR = 28;
/** An export that was made during its last day has a part of it. */
const HALF = 0.6;
const PART_CHANCE = 0.01;
/** Days as usual as the mean, for each day of the week. */
const PRIOR = 0.15;

/** What a day usually gets, by its place in the series. */
export type WeightOf = (day: number) => number;

/** The share of each day of the week, from Sunday on, in weeks that have tickets at all. */
export function usualWeek(totals: Float64Array, sunday: number): number[] {
  const sums = new Array<number>(7).fill(0);
  const days = new Array<number>(7).fill(0);
  for (const [day, tickets] of totals.entries()) {
    const around = totals.subarray(Math.max(0, day - 3), day + 4);
    if (around.every((count) => count === 0)) continue;
    const weekday = (sunday + day) % 7;
    sums[weekday] = (sums[weekday] ?? 0) + tickets;
    days[weekday] = (days[weekday] ?? 0) + 1;
  }
  // No day of the week is quite without tickets, however few weeks are known.
  const mean = sums.reduce((a, b) => a + b, 0) / Math.max(1, totals.length);
  const rates = sums.map((sum, weekday) => (sum + mean * PRIOR) / ((days[weekday] ?? 0) + PRIOR));
  const all = rates.reduce((a, b) => a + b, 0);
  return rates.map((rate) => (all > 0 ? (rate * 7) / all : 1));
}

/** 1 for each day that is covered, judged by the days around it. */
export function judgeDays(totals: Float64Array, weightOf: WeightOf): Uint8Array {
  const lastTicket = totals.findLastIndex((tickets) => tickets > 0);
  const covered = new Uint8Array(totals.length).fill(1);
  // What to expect depends on which days are covered, so the second round knows better.
  for (let round = 0; round < 2; round++) {
    const known = covered.slice();
    const expected = (day: number) => weightOf(day) * rateNear(totals, known, weightOf, day);
    for (const [from, to] of runs(totals.length, (day) => totals[day] === 0)) {
      let sum = 0;
      for (let day = from; day <= to; day++) sum += expected(day);
      if (sum >= MIN_EXPECTED) covered.fill(0, from, to + 1);
    }
    for (const [day, tickets] of totals.entries()) {
      const usual = expected(day);
      if (tickets > 0 && tickets * LOW < usual && poissonCdf(tickets, usual) < MAX_CHANCE) covered[day] = 0;
    }
    for (const day of new Set([0, lastTicket])) {
      const [usual, tickets] = [expected(day), totals[day] ?? 0];
      if (tickets < usual * HALF && poissonCdf(tickets, usual) < PART_CHANCE) covered[day] = 0;
    }
  }
  return covered;
}

/** Tickets per day of usual weight around a day: of the days before and after, the smaller of both. */
function rateNear(totals: Float64Array, covered: Uint8Array, weightOf: WeightOf, day: number): number {
  const side = (step: 1 | -1) => {
    let [tickets, weight, days] = [0, 0, 0];
    for (let at = day + step; at >= 0 && at < totals.length && days < NEAR; at += step) {
      if (covered[at] === 0 || isEmptyWeek(totals, at)) continue;
      tickets += totals[at] ?? 0;
      weight += weightOf(at);
      days++;
    }
    return days >= 5 && weight > 0 ? tickets / weight : undefined;
  };
  const [before, after] = [side(-1), side(1)];
  return Math.min(before ?? Infinity, after ?? before ?? 0, before ?? after ?? 0);
}

function isEmptyWeek(totals: Float64Array, day: number): boolean {
  for (let at = Math.max(0, day - 3); at <= Math.min(totals.length - 1, day + 3); at++)
    if ((totals[at] ?? 0) > 0) return false;
  return true;
}

/** Runs of consecutive days, both ends included. */
export function runs(length: number, belongs: (day: number) => boolean): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (let day = 0; day < length; day++) {
    if (!belongs(day)) continue;
    const last = found.at(-1);
    if (last && last[1] === day - 1) last[1] = day;
    else found.push([day, day]);
  }
  return found;
}
