/** `1,234`. */
export function formatNumber(value: number): string {
  return value.toLocaleString('en');
}

/** `1 ticket`, `1,234 tickets`. */
export function count(value: number, noun: string): string {
  return `${formatNumber(value)} ${noun}${value === 1 ? '' : 's'}`;
}

/** `1 category`, `3 categories`. */
export function countCategories(value: number): string {
  return `${formatNumber(value)} ${value === 1 ? 'category' : 'categories'}`;
}

/** `62%`. @param share from 0 to 1, or more for a growth */
export function percent(share: number): string {
  return `${formatNumber(Math.round(share * 100))}%`;
}

/** A ratio, rounded to as many digits as are worth reading. */
export function formatRatio(value: number): string {
  return value >= 10 ? formatNumber(Math.round(value)) : value.toFixed(value < 0.1 ? 2 : 1);
}
