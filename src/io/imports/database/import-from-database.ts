import { join } from 'node:path';
import { tableName, timesOfTable } from '#intake/tickets/database/database-table.ts';
import { type ColumnRow, readColumns, tablesOfTickets } from '#intake/tickets/database/find-tables.ts';
import type { FoundTable } from '#kb/tickets/imports/imported-tickets.ts';
import { sumsPerDay } from '#kb/tickets/imports/misdated-days.ts';
import { TicketSource } from '#kb/tickets/records/ticket-sources.ts';
import { replaceFile } from '../../machine/atomic-write.ts';
import { countsPath, printCounts, readSourceCounts } from '../../records/counts.ts';
import { readTicketSources } from '../../records/ticket-sources.ts';
import { mustBeDated } from '../check-dates.ts';
import { CategoryUnclear } from '../count-tickets.ts';
import { ExportError } from '../export-error.ts';
import { type ImportResult, knownWords, sumUp, type TicketImportOptions } from '../import-tickets.ts';
import { countInDatabase } from './count-in-database.ts';
import { mergeTable } from './merge-table.ts';
import { openPostgres } from './postgres.ts';
import { databasePlace, explainPostgres } from './postgres-failure.ts';

/** tickets.yaml doesn't name the table that contains the tickets, or names one that doesn't exist. */
export class TableUnclear extends Error {
  told: string | undefined;
  tables: readonly FoundTable[];
  source: string;
  constructor(source: string, told: string | undefined, tables: readonly FoundTable[]) {
    super('It is not clear which table contains the tickets.');
    this.source = source;
    this.told = told;
    this.tables = tables;
  }
}

/** The default name of a source if tickets.yaml names no table. */
const NAME = 'postgres';

/**
 * Counts tickets inside a database, and writes the counts to the content folder. If anything fails, nothing is written.
 * Only counts leave the database, so no words are learned.
 *
 * @param address as PostgreSQL's programs take it: postgres://user@host/database
 * @returns findings if tickets.yaml or the existing counts can't be read
 * @throws ExportError, CategoryUnclear, TableUnclear, KindUnclear
 */
export async function importFromDatabase(
  address: string,
  options: Omit<TicketImportOptions, 'words'>,
): Promise<ImportResult> {
  const { contentDir, library, signal } = options;
  const { sources, findings: unreadable } = await readTicketSources(contentDir);
  const name = options.from ?? tableSource(sources);
  const source = sources[name] ?? TicketSource.parse({});
  const old = await readSourceCounts(contentDir, name);
  const findings = [...unreadable, ...old.findings];
  if (findings.length > 0) return { imported: undefined, source: name, findings };
  const { table } = source;
  const counted = await inDatabase(address, source, signal, async (database) => {
    const tables = async () => tablesOfTickets(await database.rows<ColumnRow>(readColumns));
    if (table === undefined) throw new TableUnclear(name, undefined, await tables());
    if (!(await database.has(tableName(table)))) throw new TableUnclear(name, table, await tables());
    return countInDatabase(database, table, {
      ...options,
      site: library.site,
      name,
      source,
      words: knownWords(library.topics, source),
      shown: [...new Set(old.counts.map(({ category }) => category))],
      known: sumsPerDay(old.counts),
    });
  });
  const { counts } = counted;
  const readable = counts.reduce((sum, { tickets }) => sum + tickets, 0);
  mustBeDated(table ?? '', counted, readable, 'set "table:" to a view that turns the dates into timestamps');
  if (readable === 0)
    throw new ExportError(
      `${table}: The table has no tickets.\n  Set "table:" in tickets.yaml to a table or view that contains tickets.`,
    );
  const merged = mergeTable(counted, counted.since, {
    old: old.counts,
    today: options.today,
    told: options.kind,
    paths: table ?? '',
  });
  const { host, database } = databasePlace(address);
  return {
    imported: {
      ...counted,
      ...sumUp(counts, library.topics),
      comparison: merged.comparison,
      source: name,
      files: [{ path: table ?? '', format: { title: `in ${database} on ${host}` } }],
      path: countsPath(name),
      changed: await replaceFile(join(contentDir, countsPath(name)), printCounts(merged.counts)),
    },
  };
}

/**
 * The only source that names a table.
 *
 * @throws ExportError if several sources do
 */
export function tableSource(sources: Readonly<Record<string, TicketSource>>): string {
  const names = Object.keys(sources).filter((name) => sources[name]?.table !== undefined);
  if (names.length > 1)
    throw new ExportError(
      `tickets.yaml: More than one source has a "table": ${names.join(', ')}.\n  Choose one with --source.`,
    );
  return names[0] ?? NAME;
}

async function inDatabase<T>(
  address: string,
  source: TicketSource,
  signal: AbortSignal | undefined,
  work: (database: Awaited<ReturnType<typeof openPostgres>>) => Promise<T>,
): Promise<T> {
  const explain = (error: unknown) =>
    explainPostgres(error, address, source.table ?? 'the tables', signal?.aborted === true);
  const database = await openPostgres(address, timesOfTable(source)).catch((error: unknown) => {
    throw explain(error);
  });
  signal?.addEventListener('abort', database.interrupt);
  if (signal?.aborted) database.interrupt();
  try {
    return await work(database);
  } catch (error) {
    if (error instanceof CategoryUnclear || error instanceof TableUnclear) throw error;
    throw explain(error);
  } finally {
    signal?.removeEventListener('abort', database.interrupt);
    await database.close();
  }
}
