import type { Calendar } from './calendars.ts';
import { calendarMonths, dateLanguages, monthNames } from './month-names.ts';

/** The words that dates and times are written with, in lowercase letters and without dots. */
export interface TimeWords {
  months: ReadonlyMap<string, { calendar: Calendar | undefined; month: number }>;
  /** Days of the week, and what is written between the parts of a date: they are passed over. */
  others: ReadonlySet<string>;
  /** Words for the half of the day, the longest first. */
  halves: readonly (readonly [word: string, half: 'am' | 'pm'])[];
}

/** Words that `Intl` doesn't write. */
const others =
  'at on the st nd rd th of uhr klo kl um le à les a las alle ore às den der o godz г года ώρα era ce ad ap ah พศ คศ น เวลา วันที่ יום בשעה'.split(
    ' ',
  );
const halves: readonly (readonly [string, 'am' | 'pm'])[] = [
  ['am', 'am'],
  ['pm', 'pm'],
  ['a', 'am'],
  ['p', 'pm'],
  ['vorm', 'am'],
  ['nachm', 'pm'],
  ['fh', 'am'],
  ['eh', 'pm'],
  ['قظ', 'am'],
  ['بظ', 'pm'],
  ['صباحا', 'am'],
  ['مساء', 'pm'],
];

/** @param locales the site's, whose names win if a word has several meanings */
export function timeWords(locales: readonly string[]): TimeWords {
  const months = new Map<string, { calendar: Calendar | undefined; month: number }>();
  for (const calendar of [undefined, 'persian', 'islamic-umalqura'] as const)
    for (const [name, month] of calendar ? calendarMonths(calendar) : monthNames(locales))
      if (!months.has(name)) months.set(name, { calendar, month });
  const passed = new Set(others);
  const found = new Map(halves);
  for (const locale of new Set([...locales, ...dateLanguages])) {
    for (const [word, half] of halvesOf(locale)) if (!found.has(word)) found.set(word, half);
    for (const word of betweenParts(locale)) if (!months.has(word)) passed.add(word);
  }
  return { months, others: passed, halves: [...found].sort(([a], [b]) => b.length - a.length) };
}

/** A word of a date as {@link TimeWords} has it. */
export function timeWord(text: string): string {
  return text.toLowerCase().replace(/[.\s]/g, '');
}

function halvesOf(locale: string): [string, 'am' | 'pm'][] {
  const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', hour12: true, timeZone: 'UTC' });
  return ([9, 21] as const).flatMap((hour) => {
    const half = format.formatToParts(Date.UTC(2026, 1, 1, hour)).find(({ type }) => type === 'dayPeriod')?.value;
    const word = half === undefined ? '' : timeWord(half.replace(/\u200c/g, ''));
    return word === '' ? [] : [[word, hour === 9 ? 'am' : 'pm']];
  });
}

/** Days of the week, and the words between the parts of a date in full. */
function betweenParts(locale: string): string[] {
  const styles = ['long', 'short'] as const;
  return styles.flatMap((style) => {
    const full = new Intl.DateTimeFormat(locale, {
      weekday: style,
      year: 'numeric',
      month: style,
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      timeZone: 'UTC',
    });
    return Array.from({ length: 7 }, (_, day) => full.formatToParts(Date.UTC(2026, 1, 1 + day)))
      .flat()
      .filter(({ type }) => type === 'weekday' || type === 'literal')
      .flatMap(({ value }) => value.match(/[\p{L}\p{M}'’]+/gu) ?? [])
      .map((word) => word.toLowerCase());
  });
}
