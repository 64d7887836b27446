import type { DailyCount } from '#kb/tickets/records/tickets.ts';
import { addDays } from '#kb/values/day.ts';

/** The counts of one source. */
export function oneSource(counts: readonly DailyCount[]): ReadonlyMap<string, readonly DailyCount[]> {
  return new Map([['desk', counts]]);
}

/** How the tickets of a topic come. */
export interface Course {
  /** Tickets in 28 days, at the day of the change. */
  level: number;
  /** By how much the logarithm of the rate grows in a week. */
  trend?: number;
  /** How much of the rate falls on each day of the week; the mean is 1. */
  week?: readonly number[];
  /** Whether there are days on which everybody writes at once. */
  bursts?: boolean;
  /** The variance of a day's rate, over its square. */
  noise?: number;
  /** What the rate is multiplied by after the change. */
  effect?: number;
}

/** The tickets of each topic, in `days` days from `first` on, with a change on day number `change`. */
export function drawTickets(
  courses: readonly Course[],
  { first, days, change }: { first: string; days: number; change: number },
  random: () => number,
): DailyCount[] {
  const dates = Array.from({ length: days }, (_, day) => addDays(first, day));
  return courses.flatMap(({ level, trend = 0, week = [1], bursts, noise = 0, effect = 1 }, topic) => {
    let burst = { left: 0, factor: 1 };
    return dates
      .map((date, day): DailyCount => {
        burst = burst.left > 0 ? { ...burst, left: burst.left - 1 } : { left: 0, factor: 1 };
        if (bursts && random() < 1 / 90) burst = { left: 2 + Math.floor(random() * 3), factor: 2 + random() };
        const rate =
          (level / 28) *
          Math.exp((trend / 7) * (day - change)) *
          (week[day % week.length] ?? 1) *
          burst.factor *
          (noise > 0 ? gamma(1 / noise, random) * noise : 1) *
          (day > change ? effect : 1);
        return { day: date, locale: 'en', category: `c${topic}`, tickets: poisson(rate, random) };
      })
      .filter(({ tickets }) => tickets > 0);
  });
}

/** A week in which little is asked on two days, and different on the others. */
export function drawWeek(random: () => number): number[] {
  const days = Array.from({ length: 7 }, (_, day) => (day < 5 ? 1 : 0.3) * (0.6 + 0.8 * random()));
  const mean = days.reduce((sum, day) => sum + day, 0) / 7;
  return days.map((day) => day / mean);
}

/** S. K. Park and K. W. Miller, Communications of the ACM 31 (1988), 1192, with the multiplier they gave later. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export function poisson(mean: number, random: () => number): number {
  const wait = () => -Math.log(1 - random());
  let count = 0;
  for (let time = wait(); time < mean; time += wait()) count++;
  return count;
}

/** G. Marsaglia and W. W. Tsang, ACM Transactions on Mathematical Software 26 (2000), 363–372; for shapes from 1. */
function gamma(shape: number, random: () => number): number {
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < normal ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
