import { addDays } from '../values/day.ts';

/** For so many days what was rising is said to be asked "right now": after the newest ticket, and after a build. */
const NEWS_DAYS = 14;

/** The last day on which something of a day may be told as news. */
export function newsUntil(day: string): string {
  return addDays(day, NEWS_DAYS);
}
