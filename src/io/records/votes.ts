import { join } from 'node:path';
import type { Finding } from '#kb/findings/finding.ts';
import { compareVotes, type VoteCount, VoteLine } from '#kb/tickets/records/votes.ts';
import { replaceFile } from '../machine/atomic-write.ts';
import { type CsvTable, printCsvTable, readCsvTable } from './csv-table.ts';

/** The file of imported votes, relative to the content folder. */
export const votesPath = 'tickets/votes.csv';

const table: CsvTable<VoteCount> = {
  path: votesPath,
  columns: ['day', 'locale', 'article', 'section', 'reason', 'helpful', 'unhelpful'],
  row: VoteLine,
  key: ['day', 'locale', 'article', 'section', 'reason'],
  twice: 'The same day, locale, article, section, and reason',
  from: 'the votes',
};

/** What readers voted on articles; empty until votes are imported. */
export async function readVotes(contentDir: string): Promise<{ votes: VoteCount[]; findings: Finding[] }> {
  const { rows, findings } = await readCsvTable(contentDir, table);
  return { votes: rows, findings };
}

/** The text of the votes file, sorted to keep diffs small. */
export function printVotes(votes: readonly VoteCount[]): string {
  return printCsvTable(table, [...votes].sort(compareVotes));
}

/**
 * Replaces the votes in one step. If anything fails, the old file stays whole.
 *
 * @returns whether a byte has changed
 */
export async function writeVotes(contentDir: string, votes: readonly VoteCount[]): Promise<boolean> {
  return replaceFile(join(contentDir, votesPath), printVotes(votes));
}
