import { addDays } from '../values/day.ts';

/** For how many days a rising topic is said to be asked about "right now": after the newest ticket, and after a build. */
const RISING_NOTE_DAYS = 14;

/** The last day on which a site can show the rising note for data of a day. */
export function risingNoteUntil(day: string): string {
  return addDays(day, RISING_NOTE_DAYS);
}
