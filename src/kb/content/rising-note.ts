import { addDays } from '../values/day.ts';

/** For so many days what was rising is said to be asked "right now": after the newest ticket, and after a build. */
const RISING_NOTE_DAYS = 14;

/** The last day on which something from a day counts as news. */
export function risingNoteUntil(day: string): string {
  return addDays(day, RISING_NOTE_DAYS);
}
