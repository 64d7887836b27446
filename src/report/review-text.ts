import { type ReviewItem, type ReviewKind, reviewKinds } from '#kb/tickets/worklist/review-list.ts';
import { formatNumber } from './layout/numbers.ts';
import { fittedTable } from './layout/text-table.ts';

const nouns: Record<ReviewKind, string> = {
  overdue: 'overdue',
  due: 'due within four weeks',
  outdated: 'with outdated translations',
  flagged: 'to fix first',
  unowned: 'without an owner',
};

/** What is up for review, by owner, for the terminal. */
export function reviewText(items: readonly ReviewItem[], today: string): string {
  if (items.length === 0) return `REVIEW on ${today}: nothing to do.`;
  const counts = countReviews(items);
  const parts = reviewKinds.flatMap((kind) =>
    counts[kind] > 0 ? [`${formatNumber(counts[kind])} ${nouns[kind]}`] : [],
  );
  const groups = Map.groupBy(items, ({ owner }) => owner);
  return [
    `REVIEW on ${today}: ${parts.join(', ')}.`,
    ...[...groups].flatMap(([owner, own]) => [
      '',
      `${owner ?? 'No owner'} (${formatNumber(own.length)})`,
      ...fittedTable(own.map(rowOf)),
    ]),
  ].join('\n');
}

export function countReviews(items: readonly ReviewItem[]): Record<ReviewKind, number> {
  const of = (kind: ReviewKind) => items.filter((item) => item.kind === kind).length;
  return {
    overdue: of('overdue'),
    due: of('due'),
    outdated: of('outdated'),
    flagged: of('flagged'),
    unowned: of('unowned'),
  };
}

function rowOf({ kind, article, locales, says }: ReviewItem): string[] {
  return [kind, article, locales.join(', '), says];
}
