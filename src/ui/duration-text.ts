/** A time such as `4 hours` or `1 day` in a language. */
export function durationText(duration: string, locale: string): string {
  const [count = '', unit = ''] = duration.split(' ');
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: unit.replace(/s$/, ''),
    unitDisplay: 'long',
  }).format(Number(count));
}
