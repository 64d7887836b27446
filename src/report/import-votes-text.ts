import { alignColumns } from './columns.ts';
import { count } from './findings-text.ts';

/** What an import of logs of votes did, as far as people want to know. */
export interface VotesReport {
  files: readonly string[];
  told: ReadonlySet<string>;
  scale: { worst: number; best: number; satisfied: number } | undefined;
  rows: number;
  others: number;
  none: number;
  unknown: { votes: number; articles: number };
  lostSections: number;
  votes: readonly { day: string; article: string; reason?: unknown; helpful: number; unhelpful: number }[];
  changed: boolean;
}

/** @param file the votes file as the user would name it */
export function importVotesText(report: VotesReport, file: string): string {
  const { files, told, scale, rows, others, none, unknown, lostSections, votes, changed } = report;
  const sum = (number: (one: (typeof votes)[number]) => number) => votes.reduce((all, one) => all + number(one), 0);
  const [helpful, unhelpful] = [sum((one) => one.helpful), sum((one) => one.unhelpful)];
  const reasons = sum((one) => (one.reason === undefined ? 0 : one.unhelpful));
  const articles = new Set(votes.map(({ article }) => article)).size;
  const days = votes.map(({ day }) => day).sort();
  const what = files.length === 1 ? `${files[0]}` : `${files.length} logs`;
  const from = days[0] === days.at(-1) ? `on ${days[0]}` : `from ${days[0]} to ${days.at(-1)}`;
  const row = (name: string, number: number, says: string) => [`  ${name}`, number.toLocaleString('en'), says];
  const left = [
    others > 0 ? `${others.toLocaleString('en')} of other events` : '',
    none > 0 ? `${none.toLocaleString('en')} without a vote` : '',
  ].filter((reason) => reason !== '');
  return [
    `Read ${count(rows, 'row')} from ${what}: ${count(helpful + unhelpful, 'vote')} on ${count(articles, 'article')}, ${from}.`,
    ...alignColumns([
      row('helpful', helpful, directionOf(told, scale)),
      row('unhelpful', unhelpful, reasons > 0 ? `${reasons.toLocaleString('en')} of them with a reason` : ''),
    ]),
    ...(left.length > 0 ? [`Left out ${count(others + none, 'row')}: ${left.join(', ')}.`] : []),
    ...(unknown.votes > 0
      ? [
          `Left out ${count(unknown.votes, 'vote')} for ${count(unknown.articles, 'article')} that ${unknown.articles === 1 ? 'is' : 'are'} not here.`,
        ]
      : []),
    ...(lostSections > 0
      ? [`${count(lostSections, 'vote')} below headings that are gone count for the article as a whole.`]
      : []),
    '',
    changed ? `Wrote ${file}, in place of all votes imported before.` : `${file} is unchanged.`,
  ].join('\n');
}

/** On which scale it was voted, and which of its ends is good. */
function directionOf(told: ReadonlySet<string>, scale: VotesReport['scale']): string {
  const plain = told.has('answer') || told.has('counts') || told.has('sum') ? ['yes rather than no'] : [];
  const rated =
    told.has('rating') && scale
      ? [
          `ratings from ${scale.satisfied} to ${scale.best} on a scale from ${scale.worst} (worst) to ${scale.best} (best), as tickets.yaml says`,
        ]
      : [];
  return [...plain, ...rated].join(', and ');
}
