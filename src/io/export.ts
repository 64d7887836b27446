import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Column } from '#intake/tickets/parts.ts';
import { MAX_PAGE_BYTES, readExport } from '#intake/tickets/read.ts';
import { type Recognised, recognise } from '#intake/tickets/recognise.ts';
import type { Sql } from '#intake/tickets/sql.ts';
import { isMissing } from './files.ts';

/** A file that cannot be counted. The message says the place, what was found and what to do, and quotes nothing of it. */
export class ExportError extends Error {}

/** An export that was found to be whole as far as its beginning and end show. */
export interface OpenExport extends Recognised {
  /** As the user named it. */
  path: string;
  gzip: boolean;
  /** Unpacked. */
  bytes: number;
  /** The SQL that reads columns of it. */
  from(columns: readonly Column[]): Sql;
}

const HEAD_BYTES = 2 ** 20;
const TAIL_BYTES = 256;

/** @throws ExportError where the file is no export of a known kind, or only a part of one */
export async function openExport(path: string): Promise<OpenExport> {
  const size = await sizeOf(path);
  const magic = await readAt(path, 0, 2);
  const gzip = magic[0] === 0x1f && magic[1] === 0x8b;
  const { head, tail, bytes } = gzip
    ? await unpack(path)
    : {
        head: await readAt(path, 0, HEAD_BYTES),
        tail: await readAt(path, Math.max(0, size - TAIL_BYTES), TAIL_BYTES),
        bytes: size,
      };
  const found = recognise(head, bytes <= HEAD_BYTES);
  if ('says' in found) throw new ExportError(`${path}: ${found.says}\n  ${found.fix}`);
  const { layout } = found;
  const end = new TextDecoder().decode(tail).trimEnd().at(-1);
  if (layout.kind !== 'rows' && end !== (layout.kind === 'array' ? ']' : '}'))
    throw await cutOff(path, gzip, layout.kind === 'lines');
  if (layout.kind === 'envelope' && bytes > MAX_PAGE_BYTES)
    throw new ExportError(
      `${path}: All tickets stand in one JSON object of ${Math.round(bytes / 2 ** 20)} MB, which cannot be read bit by bit.\n` +
        `  Write one ticket per line, for example with: jq -c '.${layout.key}[]' FILE > tickets.ndjson`,
    );
  return {
    ...found,
    path,
    gzip,
    bytes,
    from: (columns) => readExport(resolve(path), gzip, bytes, layout, columns),
  };
}

/** The first line that is no JSON, counted from 1, or `undefined` where every line is. */
export async function brokenLine({ path, gzip }: { path: string; gzip: boolean }): Promise<number | undefined> {
  let line = 0;
  for await (const text of createInterface({ input: contentOf(path, gzip), crlfDelay: Infinity })) {
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

async function cutOff(path: string, gzip: boolean, lines: boolean): Promise<ExportError> {
  const line = lines ? await brokenLine({ path, gzip }) : undefined;
  return new ExportError(
    `${path}${line === undefined ? '' : `:${line}`}: The file is cut off in the middle of a ticket.\n  Download it again.`,
  );
}

async function sizeOf(path: string): Promise<number> {
  try {
    const found = await stat(path);
    if (found.isFile()) return found.size;
  } catch (error) {
    if (!isMissing(error)) throw new ExportError(`${path}: The file cannot be opened.\n  Look at its permissions.`);
    throw new ExportError(`${path}: There is no such file.\n  Write the path of the help desk's export.`);
  }
  throw new ExportError(`${path}: This is a folder.\n  Name the files in it.`);
}

async function readAt(path: string, at: number, length: number): Promise<Uint8Array> {
  const file = await open(path).catch(() => {
    throw new ExportError(`${path}: The file cannot be opened.\n  Look at its permissions.`);
  });
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Reads all of a packed file once: DuckDB takes one that ends too early for whole. */
async function unpack(path: string): Promise<{ head: Uint8Array; tail: Uint8Array; bytes: number }> {
  const first: Uint8Array[] = [];
  let tail = new Uint8Array();
  let bytes = 0;
  try {
    for await (const chunk of contentOf(path, true) as AsyncIterable<Uint8Array>) {
      if (bytes < HEAD_BYTES) first.push(chunk);
      bytes += chunk.length;
      tail =
        chunk.length >= TAIL_BYTES ? chunk.slice(-TAIL_BYTES) : Uint8Array.from([...tail, ...chunk]).slice(-TAIL_BYTES);
    }
  } catch {
    throw new ExportError(`${path}: The packed file is cut off or damaged.\n  Download it again.`);
  }
  return { head: Buffer.concat(first), tail, bytes };
}

function contentOf(path: string, gzip: boolean): Readable {
  const file = createReadStream(path, { highWaterMark: 2 ** 18 });
  if (!gzip) return file;
  const unpacked = createGunzip();
  file.on('error', (error) => unpacked.destroy(error));
  return file.pipe(unpacked);
}
