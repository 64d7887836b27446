import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import { engineDir } from '#io/machine/engine.ts';
import { digest } from '#kb/values/digest.ts';

/** What builds keep for the next one: pictures, and pages in `pages`. */
export const keptFolder = join(engineDir, '.cache');

/** What no build used for so long is removed. */
const KEPT_DAYS = 30;
/** The length of the sum at the start of a file, in bytes. */
const SUM = 32;
/** How many values are packed together: enough for what they have in common, and little memory. */
const AT_ONCE = 250;
const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** What tells the builds of one content folder apart. */
export interface BuiltAs {
  theme?: string | undefined;
  audience: string;
  site?: string | undefined;
  untrusted?: boolean | undefined;
  /** The languages of a part. */
  locales?: readonly string[] | undefined;
}

/**
 * The name under which a build keeps what the next build of the same site can use.
 *
 * @param contentDir absolute
 */
export function keptName(
  contentDir: string,
  { theme = '', audience, site = '', untrusted = false, locales = [] }: BuiltAs,
): string {
  return digest(contentDir, theme, audience, site, String(untrusted), ...locales);
}

/**
 * The name under which the preview keeps the articles of a content folder as it read them.
 *
 * @param contentDir absolute
 */
export function previewName(contentDir: string, theme = ''): string {
  return digest(contentDir, theme);
}

/** A digest that never needs to be short. */
export function longDigest(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  // With their lengths, so two lists of parts never look the same.
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('base64url');
}

/** Values that are packed together. */
interface Part {
  values: readonly [key: string, value: unknown][];
  packed: Buffer;
}

/** The parts of the files that were read, until they are kept again. */
const readParts = new WeakMap<ReadonlyMap<string, unknown>, readonly Part[]>();

/**
 * Reads what a build kept by key.
 *
 * @returns nothing if there is none, or if the file is damaged
 */
export async function readKept<T>(name: string): Promise<Map<string, T>> {
  const kept = new Map<string, T>();
  const parts: Part[] = [];
  try {
    const file = await readFile(fileOf(name));
    const sum = createHash('sha256').update(file.subarray(SUM)).digest();
    if (!file.subarray(0, SUM).equals(sum)) return kept;
    for (let at = SUM; at < file.length; ) {
      const end = at + 4 + file.readUInt32LE(at);
      const packed = file.subarray(at + 4, end);
      const values = deserialize(await decompress(packed)) as [string, T][];
      for (const [key, value] of values) kept.set(key, value);
      parts.push({ values, packed });
      at = end;
    }
    readParts.set(kept, parts);
    return kept;
  } catch {
    return new Map();
  }
}

/**
 * Keeps values by key, for the next build. Whoever reads gets all of them or those from before.
 *
 * If nothing can be kept, such as on a full disk, the next build makes everything again.
 *
 * @param before what was read: values that are still the same are not packed again
 */
export async function keep<T>(
  name: string,
  kept: ReadonlyMap<string, T>,
  before: ReadonlyMap<string, T> = new Map(),
): Promise<void> {
  try {
    const known = readParts.get(before) ?? [];
    readParts.delete(before);
    const same = known.filter(({ values }) => values.every(([key, value]) => kept.get(key) === value));
    const inThem = new Set(same.flatMap(({ values }) => values.map(([key]) => key)));
    const rest = [...kept].filter(([key]) => !inThem.has(key));
    if (rest.length === 0 && known.length > 0 && same.length === known.length) await touchKept(fileOf(name));
    // Small parts would only become more.
    else if (same.length + 1 > 2 * Math.ceil(kept.size / AT_ONCE)) await writeKept(name, [], [...kept]);
    else await writeKept(name, same, rest);
    await removeUnused(join(keptFolder, 'pages'));
  } catch {}
}

async function writeKept(name: string, same: readonly Part[], rest: readonly [string, unknown][]): Promise<void> {
  const all = same.map(({ packed }) => packed);
  for (let start = 0; start < rest.length; start += AT_ONCE)
    all.push(await compress(serialize(rest.slice(start, start + AT_ONCE))));
  const parts = all.flatMap((packed) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(packed.length);
    return [length, packed];
  });
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  const file = fileOf(name);
  const draft = `${file}.${process.pid}`;
  await mkdir(join(keptFolder, 'pages'), { recursive: true });
  await writeFile(draft, [sum.digest(), ...parts], { mode: 0o600 });
  await rename(draft, file);
}

/** Whether something is kept under a name. It can still be damaged. */
export function isKept(name: string): Promise<boolean> {
  return stat(fileOf(name)).then(
    () => true,
    () => false,
  );
}

/** Removes what was kept under a name. */
export async function removeKept(name: string): Promise<void> {
  const folder = join(keptFolder, 'pages');
  for (const file of await readdir(folder).catch(() => []))
    if (file.startsWith(`${name}.`)) await rm(join(folder, file), { force: true });
}

/** Notes that a file of `keptFolder` was used. */
export async function touchKept(file: string): Promise<void> {
  const now = new Date();
  await utimes(file, now, now);
}

/** Removes the files of a folder that no build used for long. */
export async function removeUnused(folder: string): Promise<void> {
  const before = Date.now() - KEPT_DAYS * 86_400_000;
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: before }));
    if (mtimeMs < before) await rm(file, { force: true });
  }
}

function fileOf(name: string): string {
  return join(keptFolder, 'pages', name);
}
