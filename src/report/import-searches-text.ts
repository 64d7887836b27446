import { MIN_SEARCHES } from '#kb/tickets/records/search-log.ts';
import { alignColumns } from './columns.ts';
import { count } from './findings-text.ts';

/** What an import of search logs did, as far as people want to know. */
export interface SearchesReport {
  files: readonly string[];
  rows: number;
  skipped: { question: number; day: number; number: number };
  others: number;
  counted: number;
  rare: number;
  personal: number;
  tellsMisses: boolean;
  searched: readonly { searches: number; misses: number; first: string; last: string }[];
  changed: boolean;
}

/** @param file the searches file as the user would name it */
export function importSearchesText(report: SearchesReport, file: string): string {
  const { files, rows, skipped, others, counted, rare, personal, tellsMisses, searched, changed } = report;
  const kept = searched.reduce((sum, { searches }) => sum + searches, 0);
  const misses = searched.reduce((sum, one) => sum + one.misses, 0);
  const lacking = [
    skipped.day > 0 ? `${skipped.day.toLocaleString('en')} without a day that can be read` : '',
    skipped.question > 0 ? `${skipped.question.toLocaleString('en')} without a question` : '',
    skipped.number > 0 ? `${skipped.number.toLocaleString('en')} without a number of searches that can be read` : '',
    others > 0 ? `${others.toLocaleString('en')} of other events` : '',
  ].filter((reason) => reason !== '');
  const left = skipped.day + skipped.question + skipped.number + others;
  const what = files.length === 1 ? `${files[0]}` : `${files.length} logs`;
  const row = (name: string, number: number, says: string) => [`  ${name}`, number.toLocaleString('en'), says];
  return [
    `Read ${count(rows, 'row')} from ${what}: ${counted.toLocaleString('en')} searches.`,
    ...alignColumns([
      row('kept', kept, `of ${count(searched.length, 'question')} that were asked at least ${MIN_SEARCHES} times`),
      row('not found', misses, tellsMisses ? 'of those kept, with no result or none that fits' : ''),
      row('too rare', rare, rare > 0 ? 'let go, for a question that few asked may say who they are' : ''),
      row('personal', personal, personal > 0 ? 'let go, for an address or a long number in them' : ''),
    ]),
    ...(left > 0 ? [`Left out ${count(left, 'row')}: ${lacking.join(', ')}.`] : []),
    ...(tellsMisses
      ? []
      : ['The log does not say which searches found nothing; a column "results" or "confident" would.']),
    '',
    changed ? `Wrote ${file}, in place of all searches imported before.` : `${file} is unchanged.`,
  ].join('\n');
}
