import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { encodingOf } from '#intake/encoding.ts';
import { parquet } from '#intake/tickets/formats/all.ts';
import { MAX_PAGE_BYTES, readExport } from '#intake/tickets/read.ts';
import { type RecognizedExport, recognizeExport } from '#intake/tickets/recognize-export.ts';
import type { Sql } from '#intake/tickets/sql.ts';
import type { SqlColumn } from '#intake/tickets/ticket-sql.ts';
import type { UnevenLines } from '#kb/tickets/imports/uneven-lines.ts';
import { isMissing } from '../machine/files.ts';
import { linesOf } from '../machine/lines.ts';
import { repeat } from '../machine/repeat.ts';
import { parquetColumns } from './duckdb.ts';
import { ExportError } from './export-error.ts';
import { PROGRESS_INTERVAL_MS, type ProgressOptions } from './progress.ts';
import { copyAsUtf8 } from './utf8-copy.ts';

export { ExportError };

/** An export that is complete, judging by its start and end. */
export interface OpenExport extends RecognizedExport {
  /** As the user named it. */
  path: string;
  gzip: boolean;
  /** Unpacked. */
  bytes: number;
  /** The file that is read: the export itself, or a copy in UTF-8. */
  file: string;
  /** The SQL that reads columns of it. */
  from(columns: readonly SqlColumn[]): Sql;
  /** Lines that aren't rows like the others, if the file was read row by row because of them. */
  uneven?: UnevenLines | undefined;
  /** Removes temporary files. */
  close(): Promise<void>;
}

const HEAD_BYTES = 2 ** 20;
const TAIL_BYTES = 256;

/**
 * Opens an export. A file that is packed or isn't UTF-8 is read once from start to end.
 *
 * @throws ExportError if the file isn't an export in a known format, or is incomplete
 */
export async function openExport(path: string, waiting: ProgressOptions = {}): Promise<OpenExport> {
  const size = await fileSize(path);
  const magic = await readAt(path, 0, 4);
  if (new TextDecoder().decode(magic) === 'PAR1') return openParquet(path, size);
  const gzip = magic[0] === 0x1f && magic[1] === 0x8b;
  const ends = gzip ? await unpack(path, size, waiting) : await endsOf(path, size);
  const { encoding, marked } = encodingOf(ends.head);
  // DuckDB accepts a byte order mark before CSV, but not before JSON, and can't read UTF-16.
  const foreign =
    encoding !== 'utf-8' || (marked && /^\s*[[{]/.test(new TextDecoder().decode(ends.head.subarray(0, 64))));
  if (!foreign) return checkedExport(path, { file: path, gzip, ...ends }, async () => {});
  const copy = await copyAsUtf8(path, attendedContent(path, gzip, size, waiting), encoding);
  try {
    const copied = await fileSize(copy.file);
    return await checkedExport(
      path,
      { file: copy.file, gzip: false, ...(await endsOf(copy.file, copied)) },
      copy.remove,
    );
  } catch (error) {
    await copy.remove();
    throw error;
  }
}

interface Bytes {
  file: string;
  gzip: boolean;
  head: Uint8Array;
  tail: Uint8Array;
  bytes: number;
}

async function checkedExport(
  path: string,
  { file, gzip, head, tail, bytes }: Bytes,
  close: () => Promise<void>,
): Promise<OpenExport> {
  const found = recognizeExport(head, bytes <= HEAD_BYTES);
  if ('says' in found) throw new ExportError(`${path}: ${found.says}\n  ${found.fix}`);
  const { layout } = found;
  const end = new TextDecoder().decode(tail).trimEnd().at(-1);
  const inList = layout.kind === 'array' || layout.kind === 'arrays' || (layout.kind === 'envelope' && layout.listed);
  if (layout.kind !== 'rows' && end !== (inList ? ']' : '}'))
    throw await cutOff(path, { file, gzip }, layout.kind === 'lines');
  if (layout.kind === 'envelope' && !inList && bytes > MAX_PAGE_BYTES)
    throw new ExportError(
      `${path}: All tickets are in one JSON object of ${Math.round(bytes / 2 ** 20)} MB, which is too large to read at once.\n` +
        `  Write one ticket per line, for example with: jq -c '.${layout.path}[]' FILE > tickets.ndjson`,
    );
  return {
    ...found,
    path,
    file,
    gzip,
    bytes,
    from: (columns) => readExport(resolve(file), gzip, bytes, layout, columns),
    close,
  };
}

async function openParquet(path: string, bytes: number): Promise<OpenExport> {
  const columns = await parquetColumns(resolve(path)).catch(() => {
    throw new ExportError(`${path}: The Parquet file is cut off or damaged.\n  Download it again.`);
  });
  const layout = { kind: 'parquet' as const, nested: columns.filter(({ nested }) => nested).map(({ name }) => name) };
  return {
    format: parquet,
    layout,
    keys: columns.map(({ name }) => name),
    path,
    file: path,
    gzip: false,
    bytes,
    from: (wanted) => readExport(resolve(path), false, bytes, layout, wanted),
    close: async () => {},
  };
}

/** The first line that isn't JSON, counted from 1, or `undefined` if all lines are. */
export async function brokenLine({ file, gzip }: { file: string; gzip: boolean }): Promise<number | undefined> {
  let line = 0;
  for await (const text of linesOf(contentOf(file, gzip).setEncoding('utf8'))) {
    line++;
    if (text.trim() === '') continue;
    try {
      JSON.parse(text);
    } catch {
      return line;
    }
  }
  return undefined;
}

/** Whether all of a file is UTF-8, not only its start. */
export async function isUtf8({ file, gzip }: { file: string; gzip: boolean }): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of contentOf(file, gzip) as AsyncIterable<Uint8Array>)
      decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

async function cutOff(path: string, content: { file: string; gzip: boolean }, lines: boolean): Promise<ExportError> {
  const line = lines ? await brokenLine(content) : undefined;
  return new ExportError(
    `${path}${line === undefined ? '' : `:${line}`}: The file is cut off in the middle of a ticket.\n  Download it again.`,
  );
}

/** @throws ExportError if there is no such file */
export async function fileSize(path: string): Promise<number> {
  try {
    const found = await stat(path);
    if (found.isFile()) return found.size;
  } catch (error) {
    if (!isMissing(error)) throw new ExportError(`${path}: The file can't be opened.\n  Check its permissions.`);
    throw new ExportError(`${path}: The file doesn't exist.\n  Check the path.`);
  }
  throw new ExportError(`${path}: This is a folder, but a file is expected.\n  Name the files in the folder instead.`);
}

async function endsOf(file: string, bytes: number) {
  const head = await readAt(file, 0, HEAD_BYTES);
  return { head, tail: await readAt(file, Math.max(0, bytes - TAIL_BYTES), TAIL_BYTES), bytes };
}

/** @throws ExportError if the file can't be opened */
export async function readAt(path: string, at: number, length: number): Promise<Uint8Array> {
  const file = await open(path).catch(() => {
    throw new ExportError(`${path}: The file can't be opened.\n  Check its permissions.`);
  });
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Reads all of a packed file once, because DuckDB doesn't notice one that is cut off. */
async function unpack(
  path: string,
  size: number,
  waiting: ProgressOptions,
): Promise<{ head: Uint8Array; tail: Uint8Array; bytes: number }> {
  const first: Uint8Array[] = [];
  let tail = new Uint8Array();
  let bytes = 0;
  try {
    for await (const chunk of attendedContent(path, true, size, waiting) as AsyncIterable<Uint8Array>) {
      if (bytes < HEAD_BYTES) first.push(chunk);
      bytes += chunk.length;
      tail =
        chunk.length >= TAIL_BYTES ? chunk.slice(-TAIL_BYTES) : Uint8Array.from([...tail, ...chunk]).slice(-TAIL_BYTES);
    }
  } catch {
    throw new ExportError(`${path}: The gzip file is cut off or damaged.\n  Download it again.`);
  }
  return { head: Buffer.concat(first), tail, bytes };
}

/** All bytes of a file, unpacked, with progress reports. */
function attendedContent(path: string, gzip: boolean, size: number, { onProgress, signal }: ProgressOptions): Readable {
  const file = openFile(path, signal);
  const end = repeat(PROGRESS_INTERVAL_MS, async () =>
    onProgress?.(`Opening ${basename(path)}`, file.bytesRead / size),
  );
  file.once('close', end);
  return gzip ? unpacked(file) : file;
}

/** The bytes of a file, unpacked. */
export function contentOf(path: string, gzip: boolean): Readable {
  const file = openFile(path);
  return gzip ? unpacked(file) : file;
}

function openFile(path: string, signal?: AbortSignal) {
  return createReadStream(path, { highWaterMark: 2 ** 18, ...(signal && { signal }) });
}

function unpacked(file: Readable): Readable {
  const unpacking = createGunzip();
  file.on('error', (error) => unpacking.destroy(error));
  return file.pipe(unpacking);
}
