import type { DailyCount } from './tickets.ts';

/** Fewer tickets can be alike by chance. */
const FEW = 50;
/** From this share of equal counts on, two sources have the same tickets. */
const ALIKE = 0.9;

/**
 * Whether two sources seem to have the same tickets: on the days that both have, almost the same number per category.
 * Different desks of one company are never so alike, not even if they are equally large.
 */
export function isTwin(one: readonly DailyCount[], other: readonly DailyCount[]): boolean {
  const days = new Set(one.map(({ day }) => day));
  const common = new Set(other.map(({ day }) => day).filter((day) => days.has(day)));
  const sums = (counts: readonly DailyCount[]) => {
    const found = new Map<string, number>();
    for (const { day, locale, category, tickets } of counts) {
      const key = JSON.stringify([day, locale, category]);
      if (common.has(day)) found.set(key, (found.get(key) ?? 0) + tickets);
    }
    return found;
  };
  const [a, b] = [sums(one), sums(other)];
  let equal = 0;
  let all = 0;
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    equal += Math.min(a.get(key) ?? 0, b.get(key) ?? 0);
    all += Math.max(a.get(key) ?? 0, b.get(key) ?? 0);
  }
  return equal >= FEW && equal >= all * ALIKE;
}
