import type { Trend } from '#kb/statistics/trend.ts';
import type { Coverage } from '#kb/tickets/worklist/coverage.ts';
import { count, formatNumber, formatRatio } from '../layout/numbers.ts';

/** `+19%`; empty if there is nothing to compare with. */
export function percentChange(now: number, before: number): string {
  if (before === 0) return '';
  const percent = Math.round((now / before - 1) * 100);
  return percent === 0 ? '±0%' : `${percent > 0 ? '+' : '−'}${formatNumber(Math.abs(percent))}%`;
}

/** `×1.2, 95% interval 1.1 to 1.3`. */
export function intervalText({ ratio, low, high }: Pick<Trend, 'ratio' | 'low' | 'high'>): string {
  if (low === null && high === null && ratio === null) return 'not enough tickets to compare';
  const range =
    high === null
      ? `95% interval from ${formatRatio(low ?? 0)} up`
      : `95% interval ${formatRatio(low ?? 0)} to ${formatRatio(high)}`;
  return ratio === null ? `none before, ${range}` : `×${formatRatio(ratio)}, ${range}`;
}

/** What makes a topic recurring, as a sentence. */
export function recurrenceNote({ minTickets, minWeeks, windowDays }: Coverage): string {
  return `A topic is recurring if it has at least ${count(minTickets, 'ticket')} in ${windowDays} days, in at least ${minWeeks} of the last 4 weeks.`;
}
