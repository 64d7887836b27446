/** Languages whose months are known besides those of the site. */
const languages =
  'en de fr es pt it nl fi sv da nb hr sl pl cs sk hu ro et lv lt tr el ru uk bg sr fa ar he id vi ca eu'.split(' ');
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
  const add = (name: string | undefined, month: number) => {
    const key = (name ?? '').replaceAll('.', '').toLowerCase();
    if (key !== '' && !/[\d\s'"]/.test(key) && !names.has(key)) names.set(key, month);
  };
  for (const locale of [...locales, ...languages])
    for (const style of ['long', 'short'] as const)
      for (const options of [
        { month: style },
        { month: style, day: 'numeric' },
        { month: style, day: 'numeric', year: 'numeric' },
      ] as const) {
        const format = new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' });
        for (let month = 1; month <= 12; month++) {
          const parts = format.formatToParts(Date.UTC(2026, month - 1, 2));
          add(parts.find(({ type }) => type === 'month')?.value, month);
        }
      }
  for (const [name, month] of olderForms) add(name, month);
  return names;
}
