import type { DateOrder } from '#kb/tickets/records/ticket-sources.ts';
import { type Calendar, calendarOf, type Day, fromCalendar, isRealDay, yearOfEra } from './calendars.ts';
import { type TimeWords, timeWord } from './time-words.ts';
import { offsetOfZone } from './zones.ts';

/** How to read times that can have several meanings. */
export interface TimeReading {
  words: TimeWords;
  /** `undefined` if nothing has decided it yet; such dates are not read then. */
  order: DateOrder | undefined;
  /** The company's time zone, for the short names of zones that several share. */
  zone: string;
}

/** What the dates show of their order while none is decided. */
export interface OrderSeen {
  /** The largest first and second number of dates with slashes or hyphens. */
  first: number;
  second: number;
  /** Whether a date could be read either way. */
  unordered: boolean;
}

export interface FoundDay {
  day: Day;
  /** The offset, if the short name of a zone is next to the day. */
  zone: string | undefined;
}
/** A time whose day and month could be either way round. */
export const UNORDERED = 'unordered';

/** The day in a text without a time, and a zone if its short name is in it. */
export function dayIn(
  text: string,
  reading: TimeReading,
  zoned: boolean,
  seen: OrderSeen | undefined,
): FoundDay | typeof UNORDERED | undefined {
  const era = /(令和|平成|昭和|(?<![\p{L}])[rhs])\s?(元|\d{1,2})(?=\s?[年./-])/u.exec(text);
  const year = era ? yearOfEra(era[1] ?? '', era[2] ?? '') : undefined;
  const minguo = /民國\s?(\d{2,3})/.exec(text);
  const plain = (era && year !== undefined ? text.replace(era[0], `${year} `) : text)
    .replace(/民國\s?\d{2,3}/, minguo ? `${Number(minguo[1]) + 1911}` : '')
    .replace(/[月火水木金土日]曜日?|[월화수목금토일]요일|星期[一二三四五六日天]|[周週][一二三四五六日]/g, ' ')
    .replace(/วัน\S+ที่/g, ' ')
    .replace(/[年月년월]/g, '-')
    .replace(/[日일号號]/g, ' ');
  const numbers: string[] = [];
  const signs: string[] = [];
  let month: { calendar: Calendar | undefined; month: number } | undefined;
  let monthAt = 0;
  let zone: string | undefined;
  for (const [, gap = '', number, word = ''] of plain.matchAll(
    /([^\p{L}\p{M}\p{N}]*)(?:(\d+)(?:st|nd|rd|th|er|º|ª|e)?(?!\p{L})|([\p{L}\p{M}'’\u200c]+(?:\.[\p{L}\p{M}]+)*)|(?=$))/gu,
  )) {
    if (number !== undefined) {
      if (!/^[\s.,/:-]*$/.test(gap)) return undefined;
      numbers.push(number);
      signs.push(gap.trim().slice(0, 1));
    } else if (word !== '') {
      const key = timeWord(word);
      // Hebrew writes "in" before a month without a space.
      const named = reading.words.months.get(key) ?? reading.words.months.get(key.replace(/^ב/, ''));
      if (named && month === undefined) {
        month = named;
        monthAt = numbers.length;
      } else if (!reading.words.others.has(key)) {
        const offset: string | undefined = offsetOfZone(key, reading.zone);
        if (offset === undefined || zone !== undefined || !zoned) return undefined;
        zone = offset;
      }
    }
  }
  const day = month ? monthDay(numbers, month, monthAt) : numberDay(numbers, signs[1] ?? '', reading.order, seen);
  return day === undefined || day === UNORDERED ? day : { day, zone };
}

function monthDay(
  numbers: readonly string[],
  { calendar, month }: { calendar: Calendar | undefined; month: number },
  monthAt: number,
) {
  const [a = '', b = ''] = numbers;
  if (numbers.length !== 2) return undefined;
  const yearFirst = a.length === 4 || (b.length < 3 && Number(a) > 31);
  // "2026 Nov 2", "2 Nov 2026" and "Nov 2 2026".
  const [year, day] = yearFirst ? [a, b] : [b, a];
  if (!yearFirst && year.length !== 4 && monthAt === 2) return undefined;
  return gregorian(year, String(month), day, calendar);
}

function numberDay(numbers: readonly string[], sign: string, order: DateOrder | undefined, seen?: OrderSeen) {
  const [a = '', b = '', c = ''] = numbers;
  if (numbers.length !== 3 || numbers.some(({ length }) => length > 4 || length === 3)) return undefined;
  if (a.length === 4) return gregorian(a, b, c, undefined);
  if (sign === '.') return gregorian(c, b, a, undefined);
  if (seen) {
    seen.first = Math.max(seen.first, Number(a));
    seen.second = Math.max(seen.second, Number(b));
  }
  if (order === undefined) {
    if (Number(a) > 12) return gregorian(c, b, a, undefined);
    if (Number(b) > 12) return gregorian(c, a, b, undefined);
    return a === b ? gregorian(c, b, a, undefined) : UNORDERED;
  }
  return order === 'day-first' ? gregorian(c, b, a, undefined) : gregorian(c, a, b, undefined);
}

function gregorian(year: string, month: string, day: string, calendar: Calendar | undefined): Day | undefined {
  if (year.length !== 2 && year.length !== 4) return undefined;
  const written = dayNamed(year.length === 2 ? `20${year}` : year, month, day);
  const other = calendar ?? calendarOf(written.year);
  if (other) return fromCalendar(other, written);
  // Years of the Buddhist calendar: 2569 is 2026.
  const found = written.year > 2442 && written.year < 2644 ? { ...written, year: written.year - 543 } : written;
  return isRealDay(found) ? found : undefined;
}

export function dayNamed(year: string, month: string, day: string): Day {
  return { year: Number(year), month: Number(month), day: Number(day) };
}
