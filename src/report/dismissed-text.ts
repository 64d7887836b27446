import type { DecidedDismissal } from '#kb/tickets/worklist/dismissed.ts';
import { alignColumns } from './layout/align-columns.ts';
import { fitColumns } from './layout/fit-columns.ts';
import { count, formatNumber } from './layout/numbers.ts';
import { WIDTH } from './layout/text-table.ts';

/** All decisions as a table. */
export function dismissedLines(dismissed: readonly DecidedDismissal[]): string[] {
  const rows = [
    ['what', 'then', 'now', 'until', 'decision'],
    ...dismissed.map((one) => [
      subjectOf(one),
      formatNumber(one.tickets),
      formatNumber(one.now),
      states[one.state](one.until),
      `${one.because} (${one.owner}, ${one.on})`,
    ]),
  ];
  return alignColumns(fitColumns(rows, WIDTH));
}

const states: Record<DecidedDismissal['state'], (until: string) => string> = {
  hidden: (until) => until,
  due: (until) => `${until}: back`,
  unknown: () => 'does not exist',
};

/** How many rows are dismissed, and which are back; no line without decisions. */
export function dismissedSummary(dismissed: readonly DecidedDismissal[]): string[] {
  if (dismissed.length === 0) return [];
  const of = (state: DecidedDismissal['state']) => dismissed.filter((one) => one.state === state);
  const [hidden, due, unknown] = [of('hidden'), of('due'), of('unknown')];
  const parts = [
    `${count(hidden.length, 'decision')} in dismissed.yaml ${hidden.length === 1 ? 'is' : 'are'} in force`,
    ...due.map((one) => `back again: ${subjectOf(one)}, ${one.tickets} tickets then, ${one.now} now`),
    ...unknown.map((one) => `${subjectOf(one)} does not exist, so remove it`),
  ];
  return [`DISMISSED: ${parts.join('; ')}.`];
}

function subjectOf({ topic, locale, article, category }: DecidedDismissal): string {
  return `${topic ?? article ?? category ?? ''}${locale === undefined ? '' : ` in ${locale}`}`;
}
