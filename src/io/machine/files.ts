import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { compareText } from '#kb/values/text.ts';

/** Every file below a folder but hidden ones, as paths relative to it with "/", sorted; none where the folder is missing. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep))
    .filter((names) => !names.some((name) => name.startsWith('.')))
    .map((names) => names.join('/'))
    .sort(compareText);
}

/** The files that are meant, each once, however often and in whatever way its path was written. */
export function onceEach(paths: readonly string[]): string[] {
  return [...new Map(paths.map((path) => [resolve(path), path])).values()];
}

/** The text of a file, or `undefined` where there is none. */
export async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

export function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

// Bytes that are no UTF-8 would otherwise be published as holes.
const utf8 = new TextDecoder('utf-8', { fatal: true });
const decode = (bytes: Uint8Array) => utf8.decode(bytes);

// Enough to keep the disk busy, few enough to stay far below the limit of open files.
const AT_ONCE = 64;

/** The texts of many files in the order of their paths; `undefined` for one that cannot be read as UTF-8. */
export async function* readMany(
  folder: string,
  paths: readonly string[],
): AsyncGenerator<{ path: string; source: string | undefined }> {
  for (let start = 0; start < paths.length; start += AT_ONCE) {
    const batch = paths.slice(start, start + AT_ONCE);
    const read = batch.map((path) =>
      readFile(join(folder, path))
        .then(decode)
        .catch(() => undefined),
    );
    for (const [index, source] of (await Promise.all(read)).entries()) yield { path: batch[index] ?? '', source };
  }
}
