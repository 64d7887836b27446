import type { Calendar } from './calendars.ts';

/** Languages whose dates are known besides those of the site. */
export const dateLanguages =
  'en de fr es pt it nl fi sv da nb pl cs hr sl sk hu ro et lv lt tr el ru uk bg sr fa ar he id vi ca eu th hi ja ko zh'.split(
    ' ',
  );
/** Short forms that Java-based desks write and today's tables no longer have. */
const olderForms: readonly (readonly [string, number])[] = [
  ['mrz', 3],
  ['sept', 9],
];

/**
 * The names of months, long and short, in lowercase letters and without dots, each with its number from 1.
 *
 * A few mean different months in different languages: `listopad` is October in Croatian and November in Polish.
 *
 * @param locales those whose names win
 */
export function monthNames(locales: readonly string[]): Map<string, number> {
  const names = new Map<string, number>();
  for (const locale of [...locales, ...dateLanguages]) addMonths(names, locale, 'gregory');
  for (const [name, month] of olderForms) addName(names, name, month);
  return names;
}

/**
 * The languages that dates can be in, likeliest first: those that know most of their words as months. One month that
 * only Polish names so says which `listopad` the other dates mean.
 *
 * @param locales the site's, which win if the dates don't show it
 */
export function languagesOf(dates: Iterable<string>, locales: readonly string[]): string[] {
  const words = new Set([...dates].flatMap((date) => date.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []));
  const known = (locale: string) => {
    const names = new Map<string, number>();
    addMonths(names, locale, 'gregory');
    return [...words].filter((word) => names.has(word)).length;
  };
  return [...new Set([...locales, ...dateLanguages])]
    .map((locale) => ({ locale, months: known(locale) }))
    .sort((a, b) => b.months - a.months)
    .map(({ locale }) => locale);
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
  const key = `${locale} ${calendar}`;
  const months = written.get(key) ?? writtenMonths(locale, calendar);
  written.set(key, months);
  for (const [name, month] of months) addName(names, name, month);
}

/** Writing dates takes long, and the same languages are asked for again. */
const written = new Map<string, readonly (readonly [name: string | undefined, month: number])[]>();

function writtenMonths(locale: string, calendar: Calendar | 'gregory') {
  const shared = { calendar, timeZone: 'UTC' };
  const number = new Intl.DateTimeFormat('en', { month: 'numeric', ...shared });
  // A day of each month of any calendar, as one has at least 29 days.
  const days = Array.from({ length: 14 }, (_, n) => Date.UTC(2026, 0, 2 + 28 * n));
  const numbered = days.map((at) => [at, Number.parseInt(number.format(at), 10)] as const);
  const around: Intl.DateTimeFormatOptions[] = [{}, { day: 'numeric' }, { day: 'numeric', year: 'numeric' }];
  return (['long', 'short'] as const).flatMap((style) =>
    around.flatMap((more) => {
      const format = new Intl.DateTimeFormat(locale, { month: style, ...more, ...shared });
      return numbered.map(
        ([at, month]) => [format.formatToParts(at).find(({ type }) => type === 'month')?.value, month] as const,
      );
    }),
  );
}
