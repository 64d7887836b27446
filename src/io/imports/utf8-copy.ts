import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { damaged, type Encoding } from '#intake/encoding.ts';
import { makeTemporaryFolder } from '../machine/temporary-folder.ts';
import { ExportError } from './export-error.ts';

/**
 * Copies a text as UTF-8 without a byte order mark to a temporary file that only its owner can read.
 *
 * @param path for messages
 * @throws ExportError if the text isn't in the given encoding
 */
export async function copyAsUtf8(
  path: string,
  content: Readable,
  encoding: Encoding,
): Promise<{ file: string; remove: () => Promise<void> }> {
  const { path: folder, remove } = await makeTemporaryFolder();
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = new Transform({
    transform(chunk: Uint8Array, _, done) {
      attempt(done, () => decoder.decode(chunk, { stream: true }));
    },
    flush(done) {
      attempt(done, () => decoder.decode());
    },
  });
  try {
    const file = join(folder, 'export');
    await pipeline(content, decode, createWriteStream(file, { mode: 0o600 }));
    return { file, remove };
  } catch (error) {
    await remove();
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT')
      throw new ExportError(
        `The disk with the temporary folder ${tmpdir()} is full.\n  Make room, or set TMPDIR to a folder on another disk.`,
      );
    if (syscall !== undefined) throw error;
    const { says, fix } = damaged(encoding);
    throw new ExportError(`${path}: ${says}
  ${fix}`);
  }
}

function attempt(done: TransformCallback, decode: () => string): void {
  let text: string;
  try {
    text = decode();
  } catch (error) {
    done(error as Error);
    return;
  }
  done(null, text);
}
