import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { compareText } from '#kb/values/text.ts';

/** Every file below a folder except hidden ones, as sorted paths relative to it with "/"; none if there is no folder. */
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

/** Paths without those that name the same file again. */
export function onceEach(paths: readonly string[]): string[] {
  return [...new Map(paths.map((path) => [resolve(path), path])).values()];
}

/**
 * The text of a file, or `undefined` if there is no file. Bytes that aren't UTF-8 become U+FFFD.
 *
 * @throws the error of the system if the file is there and can't be read
 */
export async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Whether an error of the system says that there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

// Bytes that aren't UTF-8 would otherwise be published as U+FFFD.
const utf8 = new TextDecoder('utf-8', { fatal: true });
const decode = (bytes: Uint8Array) => utf8.decode(bytes);

// Enough to keep the disk busy, but far below the limit of open files.
const AT_ONCE = 64;

/** The text of a file, or why there is none: the error of the system, or that of a decoder if it isn't UTF-8. */
export type ReadFile =
  | { path: string; source: string; error?: undefined }
  | { path: string; source?: undefined; error: unknown };

/** The texts of many files in the order of their paths, in UTF-8. */
export async function* readMany(folder: string, paths: readonly string[]): AsyncGenerator<ReadFile> {
  for (let start = 0; start < paths.length; start += AT_ONCE) {
    const batch = paths.slice(start, start + AT_ONCE);
    const read = batch.map((path) =>
      readFile(join(folder, path))
        .then(decode)
        .then(
          (source): ReadFile => ({ path, source }),
          (error: unknown): ReadFile => ({ path, error }),
        ),
    );
    yield* await Promise.all(read);
  }
}
