import { daysBetween } from '../../values/day.ts';
import type { WeightOf } from './covered-days.ts';
import type { DailyCount } from './tickets.ts';

/** How much less comes before (after) the day on which a source really starts (ends). */
const STEP = 4;
const STEP_DAYS = 14;
/** With fewer categories, one of them could pass for the whole source. */
const MIN_CATEGORIES = 3;

/**
 * The days between which a source is complete. The first import can hold only the tickets changed since some day, so
 * there are a few older ones; and after a move to another desk, a few late ones. The step counts only if most categories
 * take it: one topic that suddenly fills the desk is none.
 */
export function realSpan(
  totals: Float64Array,
  covered: Uint8Array,
  weightOf: WeightOf,
  categories: () => Float64Array[],
): [from: number, to: number] {
  let [from, to] = [0, totals.length - 1];
  const rate = (series: Float64Array, a: number, b: number) => {
    let [tickets, weight] = [0, 0];
    for (let day = Math.max(0, a); day <= Math.min(b, totals.length - 1); day++) {
      if (covered[day] === 0) continue;
      tickets += series[day] ?? 0;
      weight += weightOf(day);
    }
    return { tickets, rate: weight > 0 ? tickets / weight : 0 };
  };
  const isStep = (little: [number, number], much: [number, number]) => {
    const [few, many] = [rate(totals, ...little), rate(totals, ...much)];
    if (many.tickets < 40 || few.rate * STEP > many.rate) return false;
    const busiest = categories()
      .map((series) => ({ few: rate(series, ...little), many: rate(series, ...much) }))
      .filter((one) => one.many.tickets >= 5);
    const took = busiest.filter((one) => one.few.rate * 2 < one.many.rate);
    return busiest.length >= MIN_CATEGORIES && took.length >= busiest.length * 0.8;
  };
  const sums = prefixSums(totals);
  const between = (a: number, b: number) => (sums[Math.min(totals.length, b + 1)] ?? 0) - (sums[Math.max(0, a)] ?? 0);
  const best = { start: 0, end: 0 };
  for (let day = 1; day < totals.length; day++) {
    const [before, after] = [between(day - STEP_DAYS, day - 1), between(day, day + STEP_DAYS - 1)];
    // Of neighboring days, the one with the largest difference is the step.
    if (before * 2 < after && after - before > best.start && day <= totals.length - 7) {
      if (isStep([0, day - 1], [day, day + STEP_DAYS - 1]) && isStep([day - STEP_DAYS, day - 1], [day, day + 6])) {
        best.start = after - before;
        from = day;
      }
    }
    if (after * 2 < before && before - after > best.end && day >= 7) {
      if (
        isStep([day, totals.length - 1], [day - STEP_DAYS, day - 1]) &&
        isStep([day, day + STEP_DAYS - 1], [day - 7, day - 1])
      ) {
        best.end = before - after;
        to = day - 1;
      }
    }
  }
  return from <= to ? [from, to] : [0, totals.length - 1];
}

export function perCategory(counts: readonly DailyCount[], start: string, length: number): Float64Array[] {
  const series = new Map<string, Float64Array>();
  const ages = new Map<string, number>();
  for (const { day, category, tickets } of counts) {
    const at = ages.get(day) ?? daysBetween(start, day);
    ages.set(day, at);
    if (at < 0 || at >= length) continue;
    const row = series.get(category) ?? new Float64Array(length);
    series.set(category, row);
    row[at] = (row[at] ?? 0) + tickets;
  }
  return [...series.values()];
}

function prefixSums(totals: Float64Array): Float64Array {
  const sums = new Float64Array(totals.length + 1);
  for (const [day, tickets] of totals.entries()) sums[day + 1] = (sums[day] ?? 0) + tickets;
  return sums;
}
