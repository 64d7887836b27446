import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

// What Pagefind writes at the start of its files, before they are compressed.
const SIGNATURE = Buffer.from('pagefind_dcd');

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/**
 * Unpacks one of Pagefind's files.
 *
 * @throws if it is not one
 */
export async function unpack(file: Uint8Array): Promise<Buffer> {
  const whole = await decompress(file);
  if (!whole.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('This is not a file of Pagefind’s.');
  return whole.subarray(SIGNATURE.length);
}

/** Packs a file as Pagefind's script can read it. */
export function pack(content: Uint8Array): Promise<Buffer> {
  return compress(Buffer.concat([SIGNATURE, content]), { level: 9 });
}
