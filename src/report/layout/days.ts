const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const named = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `15 Nov`. @param day `YYYY-MM-DD` */
export function shortDay(day: string): string {
  return short.format(new Date(day)).replace('Sept', 'Sep');
}

/** `15 November 2026`. */
export function longDay(day: string): string {
  return long.format(new Date(day));
}

/** `Sun 15 Nov 2026`. */
export function weekday(day: string): string {
  return named.format(new Date(day)).replace(',', '').replace('Sept', 'Sep');
}
