import { createWriteStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { countLines, csvOptions, escapeOf, isUnclosed } from '#intake/csv.ts';
import { notUtf8 } from '#intake/encoding.ts';
import { readExport } from '#intake/tickets/read.ts';
import type { Rows } from '#intake/tickets/recognize-export.ts';
import { rowKind } from '#intake/tickets/shapes/uneven-rows.ts';
import { onceEach } from '../machine/files.ts';
import { makeTemporaryFolder } from '../machine/temporary-folder.ts';
import { contentOf, ExportError, fileSize, isUtf8, type OpenExport, openExport, readAt } from './export.ts';
import type { ProgressOptions } from './progress.ts';

/** A CSV file with rows that the database can't read. {@link withTidyRows} reads them one by one. */
export class UnevenRows extends ExportError {
  file: OpenExport;
  constructor(file: OpenExport, message: string) {
    super(message);
    this.file = file;
  }
}

/** If more of the rows have too many cells, it's not the rows that are wrong. */
const MOST_LONG = 0.05;
const FEW = 10;
/** A longer row contains a quote that is never closed. */
const MAX_ROW_BYTES = 4 * 2 ** 20;
const LOOKED_AT_BYTES = 2 ** 20;

/**
 * Opens exports, and closes them after the work.
 *
 * @param work is done again if the rows of a file turn out to be uneven
 */
export async function withExports<Done>(
  paths: readonly string[],
  options: ProgressOptions,
  work: (files: readonly OpenExport[]) => Promise<Done>,
): Promise<Done> {
  const files: OpenExport[] = [];
  try {
    for (const path of onceEach(paths)) files.push(await openExport(path, options));
    return await withTidyRows(files, () => work(files));
  } catch (error) {
    // Whatever an interruption breaks off isn't a fault of the export.
    if (options.signal?.aborted) throw new ExportError('The import was interrupted.');
    throw error;
  } finally {
    for (const file of files) await file.close();
  }
}

/**
 * Does the work with the files, and if the rows of one turn out to be uneven, again with a copy of it in which they are
 * even. Most files are never copied.
 *
 * @throws what the work throws, and ExportError if the rows can't be made even
 */
async function withTidyRows<Done>(files: OpenExport[], work: () => Promise<Done>): Promise<Done> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UnevenRows)) throw error;
    const place = files.indexOf(error.file);
    if (place < 0 || error.file.uneven) throw error;
    files[place] = await tidied(error.file);
    return await withTidyRows(files, work);
  }
}

async function tidied(file: OpenExport): Promise<OpenExport> {
  const { layout, keys, path } = file;
  if (layout.kind !== 'rows') return file;
  // Its letters would be lost in a copy, and its categories counted under wrong names.
  if (!(await isUtf8(file))) throw new ExportError(`${path}: ${notUtf8.says}\n  ${notUtf8.fix}`);
  const { path: folder, remove } = await makeTemporaryFolder();
  try {
    const copy = join(folder, 'rows');
    const notes: number[] = [];
    const short: number[] = [];
    const long: number[] = [];
    const uneven = { notes, short, long, empty: 0 };
    const cut = await isCut(file);
    let even = 0;
    let blank = 0;
    let shortAtEnd: number | undefined;
    async function* lines() {
      yield printed(keys);
      for await (const { cells, line } of rowsIn(file, layout as Rows)) {
        const kind = rowKind(cells, keys);
        shortAtEnd = kind === 'short' ? line : undefined;
        if (kind === 'empty') {
          blank++;
          continue;
        }
        uneven.empty += blank;
        blank = 0;
        if (kind === 'note') notes.push(line);
        else if (kind === 'long') long.push(line);
        else {
          if (kind === 'short') short.push(line);
          even++;
          yield printed(Array.from(keys, (_, place) => cells[place] ?? ''));
        }
      }
    }
    await pipeline(Readable.from(lines()), createWriteStream(copy, { mode: 0o600 }));
    if (cut && shortAtEnd !== undefined)
      throw new ExportError(
        `${path}:${shortAtEnd}: The file is cut off in the middle of a ticket.\n  Download it again.`,
      );
    if (long.length > Math.max(FEW, even * MOST_LONG))
      throw new ExportError(
        `${path}: ${long.length} rows have more cells than the first line, such as those on ${linesText(long)}.\n` +
          '  Export the tickets again, with quotes around cells that contain a separator.',
      );
    const bytes = await fileSize(copy);
    const plain: Rows = { kind: 'rows', delimiter: ',', above: 0 };
    return {
      ...file,
      file: copy,
      gzip: false,
      bytes,
      layout: plain,
      uneven,
      from: (columns) => readExport(resolve(copy), false, bytes, plain, columns),
      close: async () => {
        await remove();
        await file.close();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

interface NumberedRow {
  cells: string[];
  line: number;
}

/** The rows below the names of the columns. */
async function* rowsIn(file: OpenExport, { delimiter, above }: Rows): AsyncGenerator<NumberedRow> {
  const head = file.gzip ? new Uint8Array() : await readAt(file.file, 0, LOOKED_AT_BYTES);
  const before = escapeOf(new TextDecoder().decode(head), delimiter);
  const lineOf = countLines();
  let next = 1;
  const parser = contentOf(file.file, file.gzip).pipe(
    parse({
      ...csvOptions(delimiter),
      escape: before,
      max_record_size: MAX_ROW_BYTES,
      on_record: (cells: string[]) => {
        const line = lineOf(cells);
        next = lineOf([]);
        return { cells, line } as unknown as string[];
      },
    }),
  );
  let named = false;
  try {
    for await (const row of parser as AsyncIterable<NumberedRow>) {
      if (row.line <= above) continue;
      // Blank lines can be between what is above and the names.
      if (named) yield row;
      else named = row.cells.some((cell) => cell.trim() !== '');
    }
  } catch (error) {
    if (!isUnclosed(error) && (error as { code?: string }).code !== 'CSV_MAX_RECORD_SIZE') throw error;
    throw new ExportError(
      `${file.path}:${next}: A quote isn't closed.\n  Correct the row that starts on this line. If it's the last one, the file is cut off: download it again.`,
    );
  }
}

function printed(cells: readonly string[]): string {
  const quoted = cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${quoted.join(',')}\n`;
}

/** Whether the last line has no end, as if the file were cut off there. */
async function isCut({ file, gzip, bytes }: OpenExport): Promise<boolean> {
  if (gzip) return false;
  const [last] = await readAt(file, Math.max(0, bytes - 1), 1);
  return last !== 10 && last !== 13;
}

const SHOWN = 5;

/** `line 7`, or `lines 7, 8, 12, …`. */
function linesText(lines: readonly number[]): string {
  const shown = lines.slice(0, SHOWN).join(', ');
  return lines.length === 1 ? `line ${shown}` : `lines ${shown}${lines.length > SHOWN ? ', …' : ''}`;
}
