/** A calendar besides the Gregorian one that people write dates in. */
export type Calendar = 'persian' | 'islamic-umalqura';

/** A day of the Gregorian calendar. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

const DAY_MS = 86_400_000;
/** For each calendar, the first day of its year 1, roughly, and the length of its year in days. */
const years: Readonly<Record<Calendar, { start: number; length: number }>> = {
  persian: { start: Date.UTC(622, 2, 22), length: 365.2422 },
  'islamic-umalqura': { start: Date.UTC(622, 6, 19), length: 354.36707 },
};
const formats = new Map<Calendar, Intl.DateTimeFormat>();

/**
 * The calendar of a year that isn't Gregorian, by its number alone: the years 1990 to 2051 are 1369 to 1430 in Iran, and
 * 2009 to 2060 are 1430 to 1482 in the Islamic calendar.
 */
export function calendarOf(year: number): Calendar | undefined {
  if (year < 1300 || year > 1500) return undefined;
  return year < 1430 ? 'persian' : 'islamic-umalqura';
}

/** @returns `undefined` if the calendar has no such day */
export function fromCalendar(calendar: Calendar, { year, month, day }: Day): Day | undefined {
  const { start, length } = years[calendar];
  const near = start + Math.round((year - 1) * length + ((month - 1) * length) / 12 + day - 1) * DAY_MS;
  for (let off = 0; off <= 5; off++)
    for (const at of [near - off * DAY_MS, near + off * DAY_MS]) {
      const found = inCalendar(calendar, at);
      if (found.year !== year || found.month !== month || found.day !== day) continue;
      const date = new Date(at);
      return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    }
  return undefined;
}

function inCalendar(calendar: Calendar, at: number): Day {
  const format =
    formats.get(calendar) ??
    new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    });
  formats.set(calendar, format);
  const parts = format.formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return { year: part('year'), month: part('month'), day: part('day') };
}

/** Whether the Gregorian calendar has this day. */
export function isRealDay({ year, month, day }: Day): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** Before year 1 of each Japanese era since 1926, by its sign and its letter. */
const eras: Readonly<Record<string, number>> = { 令和: 2018, r: 2018, 平成: 1988, h: 1988, 昭和: 1925, s: 1925 };

/** The Gregorian year of a year of a Japanese era; 元 is its first. */
export function yearOfEra(era: string, year: string): number | undefined {
  const before = eras[era.toLowerCase()];
  return before === undefined ? undefined : before + (year === '元' ? 1 : Number(year));
}
