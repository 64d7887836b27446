import { join } from 'node:path';
import { parseCsv } from '#intake/tickets/csv-text.ts';
import { isDay } from '#kb/day.ts';
import { type Finding, finding } from '#kb/finding.ts';
import { isLocaleTag } from '#kb/locale.ts';
import { type VoteCount, voteReasons } from '#kb/votes.ts';
import { readText } from './files.ts';

/** Where the votes stand, relative to the content folder. */
export const votesPath = 'tickets/votes.csv';

const columns = ['day', 'locale', 'article', 'section', 'reason', 'helpful', 'unhelpful'];
const header = columns.join(',');

/** What readers said of the articles; nothing where no vote was imported yet. */
export async function readVotes(contentDir: string): Promise<{ votes: VoteCount[]; findings: Finding[] }> {
  const text = await readText(join(contentDir, votesPath));
  if (text === undefined) return { votes: [], findings: [] };
  const [first, ...rows] = parseCsv(text.replace(/^\uFEFF/, ''), ',');
  if (first?.cells.join(',') !== header)
    return { votes: [], findings: [wrong(1, 'The first line does not name the columns.')] };
  const votes: VoteCount[] = [];
  const findings: Finding[] = [];
  for (const { cells, line } of rows) {
    const vote = cells.length === columns.length ? voteOf(cells) : undefined;
    if (vote) votes.push(vote);
    else findings.push(wrong(line, `"${cells.join(',')}" cannot be read.`));
  }
  return { votes, findings };
}

function voteOf(cells: readonly string[]): VoteCount | undefined {
  const [day = '', locale = '', article = '', section = '', word = '', helpful = '', unhelpful = ''] = cells;
  const reason = voteReasons.find((one) => one === word);
  const right = isDay(day) && isLocaleTag(locale) && article !== '' && (word === '' || reason !== undefined);
  if (!right || ![helpful, unhelpful].every((value) => /^(?:0|[1-9]\d{0,14})$/.test(value))) return undefined;
  return {
    day,
    locale,
    article,
    ...(section === '' ? {} : { section }),
    ...(reason ? { reason } : {}),
    helpful: Number(helpful),
    unhelpful: Number(unhelpful),
  };
}

function wrong(line: number, says: string): Finding {
  return finding(
    'ticket-counts-invalid',
    { path: votesPath, line },
    says,
    `Write "${header}", or import the votes again.`,
  );
}
