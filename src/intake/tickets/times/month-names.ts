import type { Calendar } from './calendars.ts';

/** Languages whose dates are known besides those of the site. */
export const dateLanguages =
  'en de fr es pt it nl fi sv da nb hr sl pl cs sk hu ro et lv lt tr el ru uk bg sr fa ar he id vi ca eu th hi ja ko zh'.split(
    ' ',
  );
/** Short forms that Java-based desks write and today's tables no longer have. */
const olderForms: readonly (readonly [string, number])[] = [
  ['mrz', 3],
  ['sept', 9],
];

/**
 * The names of months, long and short, in small letters and without dots, each with its number from 1.
 *
 * A few mean different months in different languages (`listopad`), so those of the site's come first.
 */
export function monthNames(locales: readonly string[]): Map<string, number> {
  const names = new Map<string, number>();
  for (const locale of [...locales, ...dateLanguages]) addMonths(names, locale, 'gregory');
  for (const [name, month] of olderForms) addName(names, name, month);
  return names;
}

/** The names of the months of another calendar, as {@link monthNames}. */
export function calendarMonths(calendar: Calendar): Map<string, number> {
  const names = new Map<string, number>();
  for (const locale of ['fa', 'ar', 'en']) addMonths(names, locale, calendar);
  return names;
}

function addName(names: Map<string, number>, name: string | undefined, month: number) {
  const key = (name ?? '').replaceAll('.', '').toLowerCase();
  if (key !== '' && !/[\d\s'"]/.test(key) && !names.has(key)) names.set(key, month);
}

function addMonths(names: Map<string, number>, locale: string, calendar: Calendar | 'gregory') {
  for (const style of ['long', 'short'] as const)
    for (const options of [
      { month: style },
      { month: style, day: 'numeric' },
      { month: style, day: 'numeric', year: 'numeric' },
    ] as const) {
      const shared = { calendar, timeZone: 'UTC' };
      const format = new Intl.DateTimeFormat(locale, { ...options, ...shared });
      const number = new Intl.DateTimeFormat('en', { month: 'numeric', ...shared });
      // A day of each month of any calendar, as one has at least 29 days.
      for (let at = Date.UTC(2026, 0, 2); at < Date.UTC(2027, 0, 2); at += 28 * 86_400_000) {
        const parts = format.formatToParts(at);
        addName(names, parts.find(({ type }) => type === 'month')?.value, Number.parseInt(number.format(at), 10));
      }
    }
}
