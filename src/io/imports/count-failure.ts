import { notUtf8 } from '#intake/encoding.ts';
import { brokenLine, ExportError, isUtf8, type OpenExport } from './export.ts';
import { UnevenRows } from './tidy-csv.ts';

/**
 * Runs `work` and explains a failure of the database in our own words. The database's messages quote the content of the
 * file, so they are never passed on, except for errors in our own SQL.
 *
 * @throws ExportError
 */
export async function explainFailure<T>(
  file: OpenExport | undefined,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (signal?.aborted) throw new ExportError('The import was interrupted.');
  try {
    return await work();
  } catch (error) {
    if (error instanceof ExportError) throw error;
    if (/^(?:Binder|Parser|Catalog|Not implemented) Error/.test(messageOf(error))) throw error;
    if (signal?.aborted) throw new ExportError('The import was interrupted.');
    const message = messageOf(error);
    // Rows that the database can't read can still be read one by one.
    if (file?.layout.kind === 'rows' && !file.uneven && !/memory|allocate|utf-?8|unicode/i.test(message))
      throw new UnevenRows(file, await wording(message, file));
    throw new ExportError(await wording(message, file));
  }
}

async function wording(message: string, file: OpenExport | undefined): Promise<string> {
  if (/Out of Memory|failed to allocate/i.test(message))
    return `${file?.path ?? 'Tickets'}: There isn't enough memory, or disk space for temporary files.\n  Import the files one at a time.`;
  if (file && /utf-?8|unicode/i.test(message)) return `${file.path}: ${notUtf8.says}\n  ${notUtf8.fix}`;
  if (file && /Malformed JSON|JSON transform error|maximum_object_size/i.test(message)) {
    const line = file.layout.kind === 'lines' ? await brokenLine(file).catch(() => undefined) : undefined;
    return line === undefined
      ? `${file.path}: The JSON can't be read to the end.\n  Download the file again. It may be damaged, or it may not be a list of tickets.`
      : `${file.path}:${line}: This line isn't complete JSON.\n  Download the file again, or delete the line.`;
  }
  const row = /CSV Error on Line: (\d+)/.exec(message)?.[1];
  if (file && row !== undefined) {
    const place = `${file.path}, row ${row}`;
    if (/not utf-8|unicode/i.test(message)) return `${place}: ${notUtf8.says}\n  ${notUtf8.fix}`;
    if (/Expected Number of Columns/i.test(message))
      return `${place}: The row has more or fewer cells than the first line.\n  Correct the row. If it's the last one, the file is cut off: download it again.`;
    if (/unterminated quote|quote/i.test(message))
      return `${place}: A quote isn't closed, or text follows the closing quote.\n  Correct the row. If it's the last one, the file is cut off: download it again.`;
    return `${place}: The row can't be read as CSV.\n  Correct the row, or export the tickets again.`;
  }
  // If a character isn't valid UTF-8, the database sometimes says only that it failed.
  if (file && file.layout.kind !== 'parquet' && !(await isUtf8(file)))
    return `${file.path}: ${notUtf8.says}\n  ${notUtf8.fix}`;
  return `${file?.path ?? 'Tickets'}: The tickets couldn't be counted.\n  Export them again. If that doesn't help, open an issue that names the format and size of the export.`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
