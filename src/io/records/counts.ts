import { join } from 'node:path';
import type { Finding } from '#kb/findings/finding.ts';
import { CountLine, compareCounts, type DailyCount } from '#kb/tickets/records/tickets.ts';
import { listFiles } from '../machine/files.ts';
import { type CsvTable, printCsvTable, readCsvTable } from './csv-table.ts';
import { isLinksFile } from './links.ts';
import { searchLogPath } from './search-log.ts';
import { votesPath } from './votes.ts';

const table: Omit<CsvTable<DailyCount>, 'path'> = {
  columns: ['day', 'locale', 'category', 'tickets'],
  optional: ['closed', 'rated', 'satisfied'],
  row: CountLine,
  key: ['day', 'locale', 'category'],
  twice: 'The same day, locale, and category',
  from: 'the export',
};

export interface Counts {
  counts: DailyCount[];
  findings: Finding[];
}

/** The counts of all sources, together and each by its name. */
export interface AllCounts extends Counts {
  sources: Map<string, DailyCount[]>;
}

/** The counts file of a source, relative to the content folder. */
export function countsPath(source: string): string {
  return `tickets/${source}.csv`;
}

/** `tickets/zendesk.csv` gives `zendesk`. */
function sourceOf(path: string): string {
  return path.slice('tickets/'.length, -'.csv'.length);
}

/** The daily counts of all sources; empty until tickets are imported. */
export async function readCounts(contentDir: string): Promise<AllCounts> {
  const files = (await listFiles(join(contentDir, 'tickets')))
    .map((file) => `tickets/${file}`)
    .filter((file) => file.endsWith('.csv') && ![searchLogPath, votesPath].includes(file) && !isLinksFile(file));
  const all = await Promise.all(files.map((file) => readCountsFile(contentDir, file)));
  return {
    counts: all.flatMap(({ counts }) => counts),
    findings: all.flatMap(({ findings }) => findings),
    sources: new Map(files.map((file, index) => [sourceOf(file), all[index]?.counts ?? []])),
  };
}

/** The daily counts of one source; empty until it is imported. */
export async function readSourceCounts(contentDir: string, source: string): Promise<Counts> {
  return readCountsFile(contentDir, countsPath(source));
}

/** The text of a counts file, sorted to keep diffs small. */
export function printCounts(counts: readonly DailyCount[]): string {
  return printCsvTable(table, [...counts].sort(compareCounts));
}

async function readCountsFile(contentDir: string, path: string): Promise<Counts> {
  const { rows, findings } = await readCsvTable(contentDir, { ...table, path });
  return { counts: rows, findings };
}
