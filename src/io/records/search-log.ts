import { join } from 'node:path';
import type { Finding } from '#kb/findings/finding.ts';
import { compareSearched, SearchedQuestion } from '#kb/tickets/records/search-log.ts';
import { replaceFile } from '../machine/atomic-write.ts';
import { type CsvTable, printCsvTable, readCsvTable } from './csv-table.ts';

/** The file of imported searches, relative to the content folder. */
export const searchLogPath = 'tickets/searches.csv';

const table: CsvTable<SearchedQuestion> = {
  path: searchLogPath,
  columns: ['locale', 'question', 'searches', 'misses', 'first', 'last'],
  row: SearchedQuestion,
  key: ['locale', 'question'],
  twice: 'The same question',
  from: 'the logs',
};

/** What customers searched for; empty until a log is imported. */
export async function readSearchLog(
  contentDir: string,
): Promise<{ searched: SearchedQuestion[]; findings: Finding[] }> {
  const { rows, findings } = await readCsvTable(contentDir, table);
  return { searched: rows, findings };
}

/**
 * Replaces the searches in one step. If anything fails, the old file stays whole.
 *
 * @returns whether a byte has changed
 */
export async function writeSearchLog(contentDir: string, searched: readonly SearchedQuestion[]): Promise<boolean> {
  return replaceFile(join(contentDir, searchLogPath), printCsvTable(table, [...searched].sort(compareSearched)));
}
