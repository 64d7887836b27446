import { alignColumns } from '#report/layout/align-columns.ts';
import type { Difference } from './bootstrap.ts';
import type { Comparison } from './comparison.ts';

/** What the columns of {@link differenceLines} mean. */
export const differenceNote = `Differences are in points of a hundred. In brackets is their 95% interval from a paired bootstrap over
the questions (10,000 resamples). A star means that 0 is outside it, so chance is an unlikely reason.`;

/** A table of differences. */
export function differenceLines(rows: readonly Comparison[], subject: string): string[] {
  return alignColumns([
    ['set', subject, 'questions', 'top 1', 'top 3', ''],
    ...rows.map(({ label, engine, difference: { questions, top1, top3 } }) => [
      label,
      engine,
      questions.toLocaleString('en'),
      differenceText(top1),
      differenceText(top3),
      '',
    ]),
  ]);
}

/** `+4.2 [+0.8, +7.6] *`. */
export function differenceText({ mean, low, high, significant }: Difference): string {
  return `${points(mean)} [${points(low)}, ${points(high)}]${significant ? ' *' : ''}`;
}

function points(share: number): string {
  const rounded = (100 * share).toFixed(1);
  if (/^-?0\.0$/.test(rounded)) return '0.0';
  return share > 0 ? `+${rounded}` : rounded;
}
