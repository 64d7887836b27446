import { notUtf8 } from '#intake/encoding.ts';
import { brokenLine, ExportError, isUtf8, type OpenExport } from './export.ts';

/**
 * Does something with a file and, where the database fails, says why in our own words. Its own
 * messages quote the content of the file, so they are never passed on, but for those on our SQL itself.
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
    throw new ExportError(await wording(messageOf(error), file));
  }
}

async function wording(message: string, file: OpenExport | undefined): Promise<string> {
  if (/Out of Memory|failed to allocate/i.test(message))
    return `${file?.path ?? 'Tickets'}: There is not enough memory or room for temporary files.\n  Import the files one after the other.`;
  if (file && /utf-?8|unicode/i.test(message)) return `${file.path}: ${notUtf8.says}\n  ${notUtf8.fix}`;
  if (file && /Malformed JSON|JSON transform error|maximum_object_size/i.test(message)) {
    const line = file.layout.kind === 'lines' ? await brokenLine(file).catch(() => undefined) : undefined;
    return line === undefined
      ? `${file.path}: The JSON cannot be read to its end.\n  Download it again; it may be damaged or not be a list of tickets.`
      : `${file.path}:${line}: This line is not whole JSON.\n  Download the file again, or take the line out.`;
  }
  const row = /CSV Error on Line: (\d+)/.exec(message)?.[1];
  if (file && row !== undefined) {
    const place = `${file.path}, row ${row}`;
    if (/not utf-8|unicode/i.test(message)) return `${place}: ${notUtf8.says}\n  ${notUtf8.fix}`;
    if (/Expected Number of Columns/i.test(message))
      return `${place}: The row has another number of cells than the first line.\n  If it is the last row, the file is cut off: download it again.`;
    if (/unterminated quote|quote/i.test(message))
      return `${place}: A quoted cell is not closed, or goes on after its quote.\n  If it is the last row, the file is cut off: download it again.`;
    return `${place}: The row cannot be read as CSV.\n  Export the tickets again.`;
  }
  // Of a letter that is none in UTF-8 the database at times only says that it has failed.
  if (file && file.layout.kind !== 'parquet' && !(await isUtf8(file)))
    return `${file.path}: ${notUtf8.says}\n  ${notUtf8.fix}`;
  return `${file?.path ?? 'Tickets'}: The tickets could not be counted.\n  Export them again; if it stays so, tell us the kind and the size of the export.`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
