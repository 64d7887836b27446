import type { ImportedVotes } from '#kb/tickets/imports/imported-votes.ts';
import { alignColumns } from '../layout/align-columns.ts';
import { count, formatNumber } from '../layout/numbers.ts';

/** @param file the votes file as the user would name it */
export function importVotesText(report: ImportedVotes, file: string): string {
  const { files, told, scale, rows, others, none, unknown, lostSections, votes, changed } = report;
  const sum = (number: (one: (typeof votes)[number]) => number) => votes.reduce((all, one) => all + number(one), 0);
  const [helpful, unhelpful] = [sum((one) => one.helpful), sum((one) => one.unhelpful)];
  const reasons = sum((one) => (one.reason === undefined ? 0 : one.unhelpful));
  const articles = new Set(votes.map(({ article }) => article)).size;
  const days = votes.map(({ day }) => day).sort();
  const what = files.length === 1 ? `${files[0]}` : `${files.length} logs`;
  const from = days[0] === days.at(-1) ? `on ${days[0]}` : `from ${days[0]} to ${days.at(-1)}`;
  const row = (name: string, number: number, says: string) => [`  ${name}`, formatNumber(number), says];
  const left = [
    others > 0 ? `${formatNumber(others)} for other events` : '',
    none > 0 ? `${formatNumber(none)} without a vote` : '',
  ].filter((reason) => reason !== '');
  return [
    `Read ${count(rows, 'row')} from ${what}: ${count(helpful + unhelpful, 'vote')} on ${count(articles, 'article')}, ${from}.`,
    ...alignColumns([
      row('helpful', helpful, directionOf(told, scale)),
      row('unhelpful', unhelpful, reasons > 0 ? `${formatNumber(reasons)} of them with a reason` : ''),
    ]),
    ...(left.length > 0 ? [`Left out ${count(others + none, 'row')}: ${left.join(', ')}.`] : []),
    ...(unknown.votes > 0
      ? [
          `Left out ${count(unknown.votes, 'vote')} for ${count(unknown.articles, 'article')} that ${unknown.articles === 1 ? "doesn't" : "don't"} exist here.`,
        ]
      : []),
    ...(lostSections > 0
      ? [`${count(lostSections, 'vote')} on headings that no longer exist counted toward the whole article.`]
      : []),
    '',
    changed ? `Wrote ${file}. It replaces all votes imported before.` : `${file} is unchanged.`,
  ].join('\n');
}

/** Which answers counted as helpful. */
function directionOf(told: ImportedVotes['told'], scale: ImportedVotes['scale']): string {
  const plain = told.has('answer') || told.has('counts') || told.has('sum') ? ['answered yes'] : [];
  const rated =
    told.has('rating') && scale
      ? [
          `rated ${scale.satisfied} to ${scale.best} on a scale from ${scale.worst} (worst) to ${scale.best} (best), as set in tickets.yaml`,
        ]
      : [];
  return [...plain, ...rated].join(', or ');
}
