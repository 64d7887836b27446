import { gunzipSync, gzipSync } from 'node:zlib';

// What Pagefind writes at the start of its files, before they are compressed.
const SIGNATURE = Buffer.from('pagefind_dcd');

/**
 * Unpacks one of Pagefind's files.
 *
 * @throws if it is not one
 */
export function unpack(file: Uint8Array): Buffer {
  const whole = gunzipSync(file);
  if (!whole.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('This is not a file of Pagefind’s.');
  return whole.subarray(SIGNATURE.length);
}

/** Packs a file as Pagefind's script can read it. Files are small: for another thread, each would take twice as long. */
export function pack(content: Uint8Array): Buffer {
  return gzipSync(Buffer.concat([SIGNATURE, content]), { level: 9 });
}
