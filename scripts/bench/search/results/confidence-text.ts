import { alignColumns } from '#report/layout/align-columns.ts';
import { confidenceCurve, type Kind, unsureShares } from './confidence.ts';
import { type LanguageResult, labelOf } from './language-result.ts';

export const confidenceNote = `A false alarm is a question that has a right article in the top 3, and is called unsure all the same.
Hidden answers are the same questions asked with their right articles removed from the index. Off-topic
questions are those of other help centers in the same language (other sets, and --off-topic). Up to
1,000 of each are asked.`;

const columns: readonly (readonly [Kind, string])[] = [
  ['answered', 'false alarms'],
  ['missed', 'missed'],
  ['unanswerable', 'unanswerable'],
  ['hidden', 'hidden answers'],
  ['off-topic', 'off-topic'],
];

/** How many answers of each kind are called unsure: today, and at other thresholds if the engine gives numbers. */
export function confidenceLines(languages: readonly LanguageResult[]): string[] {
  const today = languages.map((language) => ({ label: labelOf(language), shares: unsureShares(language.sureness) }));
  const curves = languages.flatMap((language) =>
    confidenceCurve(language.sureness).map((point) => ({ label: labelOf(language), point })),
  );
  const cells = ({ questions, unsure }: ReturnType<typeof unsureShares>, withCount: boolean) =>
    columns.map(([kind]) => {
      const part = unsure[kind];
      if (part === undefined) return '';
      return percent(part) + (withCount ? ` of ${(questions[kind] ?? 0).toLocaleString('en')}` : '');
    });
  return [
    'How often Ohje is unsure, in percent',
    '',
    ...alignColumns([
      ['set', ...columns.map(([, name]) => name), ''],
      ...today.map(({ label, shares }) => [label, ...cells(shares, true), '']),
    ]),
    ...(curves.length === 0
      ? []
      : [
          '',
          'The same at other thresholds',
          '',
          ...alignColumns([
            ['set', 'at most', ...columns.map(([, name]) => name), 'threshold', ''],
            ...curves.map(({ label, point }) => [
              label,
              percent(point.falseAlarms),
              ...cells(point, false),
              point.threshold.toFixed(3),
              '',
            ]),
          ]),
        ]),
  ];
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
