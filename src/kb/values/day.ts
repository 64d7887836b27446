const MS_PER_DAY = 86_400_000;

/** Whether the text is a valid date, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
}

/** @param day `YYYY-MM-DD` */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Days from `from` to `to`, both `YYYY-MM-DD`; 0 for the same day. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);
}

/**
 * Adds a time such as `90 days`, `6 months` or `1 year` to a day. In a month that is too short, the result is its last day.
 *
 * @param day `YYYY-MM-DD`
 * @param time a whole number and days, weeks, months or years
 */
export function addTime(day: string, time: string): string {
  const [count = '', unit = ''] = time.split(' ');
  const number = Number(count);
  if (unit.startsWith('day')) return addDays(day, number);
  if (unit.startsWith('week')) return addDays(day, number * 7);
  const months = unit.startsWith('year') ? number * 12 : number;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
