import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

// What Pagefind writes at the start of its files, before they are compressed.
const SIGNATURE = Buffer.from('pagefind_dcd');

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/**
 * Reads one of Pagefind's files.
 *
 * @throws if it is not one
 */
export async function readPacked(path: string): Promise<Buffer> {
  const whole = await decompress(await readFile(path));
  if (!whole.subarray(0, SIGNATURE.length).equals(SIGNATURE))
    throw new Error(`${basename(path)} is not a file of Pagefind's.`);
  return whole.subarray(SIGNATURE.length);
}

/** Writes a file that Pagefind's script can read. */
export async function writePacked(path: string, content: Uint8Array): Promise<void> {
  await writeFile(path, await compress(Buffer.concat([SIGNATURE, content]), { level: 9 }));
}
