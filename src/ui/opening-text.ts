import type { OpeningState } from '#kb/contact/opening-hours.ts';
import { daysBetween } from '#kb/values/day.ts';

/** How it is said; `{time}` and `{day}` are filled in. */
export interface OpeningTexts {
  open: string;
  openUntil: string;
  opens: string;
}

const MS_PER_DAY = 86_400_000;

/** Whether someone answers now, or when next, in the reader's time zone. */
export function openingText(
  state: OpeningState,
  texts: OpeningTexts,
  locale: string,
  now: number,
  timeZone: string,
): string | undefined {
  if (!state) return undefined;
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  if (state.open && state.until - now >= MS_PER_DAY) return texts.open;
  if (state.open) return texts.openUntil.replace('{time}', time.format(state.until));
  return texts.opens
    .replace('{day}', dayText(state.from, locale, now, timeZone))
    .replace('{time}', time.format(state.from));
}

/** Today, tomorrow, a day of the week, or from a week on a date. */
function dayText(instant: number, locale: string, now: number, timeZone: string): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const ahead = daysBetween(day.format(now), day.format(instant));
  if (ahead <= 1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(ahead, 'day');
  const shown: Intl.DateTimeFormatOptions = ahead < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long' };
  return new Intl.DateTimeFormat(locale, { ...shown, timeZone }).format(instant);
}
