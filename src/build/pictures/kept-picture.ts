import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keptFolder, touchKept } from '../keeping/kept-file.ts';

/** Where builds keep pictures that they made, each below a name that says everything it depends on. */
export const keptPictures = join(keptFolder, 'pictures');

/** The length of the sum at the start of a file, in bytes. */
const SUM = 32;

/**
 * A picture as an earlier build made it, or made now and kept. A damaged one is made again.
 *
 * @param name without folders
 */
export async function keptPicture(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const file = join(keptPictures, `${await sharpVersion()}-${name}`);
  const known = await readFile(file).catch(() => undefined);
  if (known?.subarray(0, SUM).equals(sumOf(known.subarray(SUM)))) {
    await touchKept(file);
    return known.subarray(SUM);
  }
  const bytes = await make();
  try {
    await mkdir(keptPictures, { recursive: true });
    // Another build can make the same picture at the same time.
    const draft = `${file}.${process.pid}`;
    await writeFile(draft, [sumOf(bytes), bytes]);
    await rename(draft, file);
  } catch {
    // On a full disk, the next build makes it again.
  }
  return bytes;
}

/** What makes pictures: another version can make other ones. */
async function sharpVersion(): Promise<string> {
  version ??= readFile(new URL('../package.json', import.meta.resolve('sharp')), 'utf8').then(
    (text) => (JSON.parse(text) as { version: string }).version,
  );
  return version;
}
let version: Promise<string> | undefined;

function sumOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
