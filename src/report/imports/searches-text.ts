import type { ImportedSearches } from '#kb/tickets/imports/imported-searches.ts';
import { MIN_SEARCHES } from '#kb/tickets/records/search-log.ts';
import { alignColumns } from '../layout/align-columns.ts';
import { count, formatNumber } from '../layout/numbers.ts';

/** @param file the searches file as the user would name it */
export function importSearchesText(report: ImportedSearches, file: string): string {
  const { files, rows, skipped, others, counted, rare, personal, tellsMisses, searched, changed } = report;
  const kept = searched.reduce((sum, { searches }) => sum + searches, 0);
  const misses = searched.reduce((sum, one) => sum + one.misses, 0);
  const lacking = [
    skipped.day > 0 ? `${formatNumber(skipped.day)} without a readable date` : '',
    skipped.question > 0 ? `${formatNumber(skipped.question)} without a question` : '',
    skipped.number > 0 ? `${formatNumber(skipped.number)} without a readable number of searches` : '',
    others > 0 ? `${formatNumber(others)} for other events` : '',
  ].filter((reason) => reason !== '');
  const left = skipped.day + skipped.question + skipped.number + others;
  const what = files.length === 1 ? `${files[0]}` : `${files.length} logs`;
  const row = (name: string, number: number, says: string) => [`  ${name}`, formatNumber(number), says];
  return [
    `Read ${count(rows, 'row')} from ${what}: ${formatNumber(counted)} searches.`,
    ...alignColumns([
      row('kept', kept, `${count(searched.length, 'question')} searched at least ${MIN_SEARCHES} times`),
      row('not found', misses, tellsMisses ? 'of those kept: no result, or none that fits' : ''),
      row('too rare', rare, rare > 0 ? 'left out: a rare question can reveal who asked it' : ''),
      row('personal', personal, personal > 0 ? 'left out: they contain an address or a long number' : ''),
    ]),
    ...(left > 0 ? [`Left out ${count(left, 'row')}: ${lacking.join(', ')}.`] : []),
    ...(tellsMisses
      ? []
      : ['The log doesn\'t say which searches found nothing. To include that, add a "results" or "confident" column.']),
    '',
    changed ? `Wrote ${file}. It replaces all searches imported before.` : `${file} is unchanged.`,
  ].join('\n');
}
