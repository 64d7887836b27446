import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { findColumns } from '#intake/searches/columns.ts';
import { csvRows } from '#intake/searches/rows.ts';
import { type LogTally, makeTally } from '#intake/searches/tally.ts';
import { delimiterOf } from '#intake/tickets/csv-text.ts';
import type { Site } from '#kb/site.ts';
import { ExportError } from './export.ts';
import { isMissing } from './files.ts';
import { searchedPath, writeSearched } from './searched.ts';

/** What an import of search logs did. */
export interface ImportedSearches extends LogTally {
  /** As the user named them, each once. */
  files: readonly string[];
  /** Relative to the content folder. */
  path: string;
  changed: boolean;
}

/** A longer text cannot be held in one piece. */
const MAX_BYTES = 400 * 2 ** 20;

/**
 * Counts what search logs say, and puts it in the place of what was imported before; on any failure nothing is written.
 *
 * @throws ExportError
 */
export async function importSearches(
  paths: readonly string[],
  { contentDir, site }: { contentDir: string; site: Pick<Site, 'locales' | 'defaultLocale'> },
): Promise<ImportedSearches> {
  const files = [...new Map(paths.map((path) => [resolve(path), path])).values()];
  const tally = makeTally(site);
  for (const path of files) {
    const text = await readLog(path);
    const rows = csvRows(text, delimiterOf(text));
    const columns = findColumns(rows.next().value ?? []);
    if ('says' in columns) throw new ExportError(`${path}:1: ${columns.says}\n  ${columns.fix}`);
    for (const cells of rows) tally.add(cells, columns);
  }
  const result = tally.result();
  const { rows, skipped } = result;
  if (skipped.day > rows / 2)
    throw new ExportError(
      `${files.join(', ')}: ${skipped.day} of ${rows} rows have no day that can be read.\n` +
        '  Write days like 2026-11-15 or moments like 2026-11-15T10:30:00Z.',
    );
  if (result.counted === 0)
    throw new ExportError(`${files.join(', ')}: There is no search in it.\n  Name another file.`);
  return { ...result, files, path: searchedPath, changed: await writeSearched(contentDir, result.searched) };
}

async function readLog(path: string): Promise<string> {
  const refuse = (says: string, fix: string) => new ExportError(`${path}: ${says}\n  ${fix}`);
  const tooLong = () =>
    refuse(
      `The log is longer than ${MAX_BYTES / 2 ** 20} MB, which is all that can be read at once.`,
      'Divide it into parts, and import them together.',
    );
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (isMissing(error)) throw refuse('There is no such file.', 'Write the path of the search log.');
    if (error.code === 'EISDIR') throw refuse('This is a folder.', 'Name the files in it.');
    if (error.code === 'ERR_FS_FILE_TOO_LARGE') throw tooLong();
    throw refuse('The file cannot be opened.', 'Look at its permissions.');
  });
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const plain = packed
    ? await promisify(gunzip)(bytes).catch(() => {
        throw refuse('The packed file is cut off or damaged.', 'Download it again.');
      })
    : bytes;
  if (plain.length > MAX_BYTES) throw tooLong();
  const text = decode(plain);
  if (text === undefined) throw refuse('The file is not in UTF-8.', 'Save it as UTF-8 (in Excel: "CSV UTF-8").');
  if (text.trim() === '') throw refuse('The file is empty.', 'Export the log again as CSV.');
  if (/^\s*[<{[]/.test(text))
    throw refuse(
      'The file is JSON or a web page, but CSV with a line of column names is expected.',
      'Export the log again as CSV.',
    );
  return text;
}

/** Without the mark some programs begin a file with; a zero in it belongs to no text in UTF-8. */
function decode(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
