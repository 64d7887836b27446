import type { Trend } from '#kb/statistics/trend.ts';
import type { Coverage } from '#kb/tickets/worklist/coverage.ts';
import { digits, number } from '../coverage-words.ts';
import { count } from '../findings-text.ts';

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** `15 November 2026`. */
export function dayWords(day: string): string {
  return dayFormat.format(new Date(day));
}

/** `15 Nov`. */
export function shortDay(day: string): string {
  return shortFormat.format(new Date(day));
}

/** `+19 %`, or nothing where there is nothing to compare. */
export function changeWords(now: number, before: number): string {
  if (before === 0) return '';
  const percent = Math.round((now / before - 1) * 100);
  return percent === 0 ? '±0 %' : `${percent > 0 ? '+' : '−'}${number(Math.abs(percent))} %`;
}

/** `×1.2, 95 % interval 1.1 to 1.3`. */
export function intervalWords({ ratio, low, high }: Pick<Trend, 'ratio' | 'low' | 'high'>): string {
  if (low === null && high === null && ratio === null) return 'too few tickets to compare';
  const range = `95 % interval ${digits(low ?? 0)} to ${high === null ? 'no end' : digits(high)}`;
  return ratio === null ? `none before, ${range}` : `×${digits(ratio)}, ${range}`;
}

/** What the terminal says in passing, as a sentence of its own. */
export function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** When a topic recurs, as a sentence. */
export function recurrenceWords({ minTickets, minWeeks, windowDays }: Coverage): string {
  return `A topic recurs when it has at least ${count(minTickets, 'ticket')} in ${windowDays} days and was seen in at least ${minWeeks} of the last 4 weeks.`;
}
