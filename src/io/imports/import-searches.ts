import { cellAt, eventPlace, oncePerHeader } from '#intake/named-columns.ts';
import type { Problem } from '#intake/problem.ts';
import { findSearchColumns } from '#intake/searches/columns.ts';
import { eventKind, makeSearchTally } from '#intake/searches/tally.ts';
import type { Site } from '#kb/content/site.ts';
import type { ImportedSearches } from '#kb/tickets/imports/imported-searches.ts';
import { onceEach } from '../machine/files.ts';
import { searchLogPath, writeSearchLog } from '../records/search-log.ts';
import { ExportError } from './export.ts';
import { readLog } from './read-log.ts';

/**
 * Counts the searches in logs and replaces all searches imported before. If anything fails, nothing is written.
 *
 * @throws ExportError
 */
export async function importSearches(
  paths: readonly string[],
  {
    contentDir,
    site,
    signal,
  }: { contentDir: string; site: Pick<Site, 'locales' | 'defaultLocale'>; signal?: AbortSignal | undefined },
): Promise<ImportedSearches> {
  const files = onceEach(paths);
  const tally = makeSearchTally(site);
  const columnsOf = oncePerHeader(findSearchColumns);
  const eventPlaceOf = oncePerHeader(eventPlace);
  for (const path of files)
    for await (const row of readLog(path, signal)) {
      if ('says' in row) throw refusal(path, row.line, row);
      const columns = columnsOf(row.names);
      if (!('says' in columns)) tally.add(row.cells, columns);
      // An endpoint can collect other events too, with other columns.
      else if (eventKind(cellAt(row.cells, eventPlaceOf(row.names))) === 'other') tally.pass();
      else throw refusal(path, row.namesLine, columns);
    }
  const result = tally.result();
  const { rows, skipped } = result;
  if (skipped.day > rows / 2)
    throw new ExportError(
      `${files.join(', ')}: ${skipped.day} of ${rows} rows have no valid date.\n` +
        '  Write dates like 2026-11-15 or times like 2026-11-15T10:30:00Z.',
    );
  if (result.counted === 0)
    throw new ExportError(
      `${files.join(', ')}: There are no searches to import.\n  Name a log that contains searches.`,
    );
  return { ...result, files, path: searchLogPath, changed: await writeSearchLog(contentDir, result.searched) };
}

function refusal(path: string, line: number, { says, fix }: Problem): ExportError {
  return new ExportError(`${path}:${line}: ${says}\n  ${fix}`);
}
