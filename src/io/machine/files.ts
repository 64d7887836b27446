import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { compareText } from '#kb/values/text.ts';

/**
 * Every file below a folder except hidden ones, as sorted paths relative to it with "/"; none if there is no folder.
 *
 * @throws if a folder can't be read
 */
export async function listFiles(folder: string): Promise<string[]> {
  const { files, failed } = await listEverything(folder);
  for (const { error } of failed) throw error;
  return files;
}

/** What is below a folder except hidden files and folders: sorted paths relative to it, with "/". */
export interface Listing {
  files: string[];
  /** Links to files or folders, which are not followed. */
  links: string[];
  /** Folders that can't be read; '' is the folder itself. */
  failed: { path: string; error: unknown }[];
}

/** Lists a folder; there is nothing in one that doesn't exist. */
export async function listEverything(folder: string): Promise<Listing> {
  const found: Listing = { files: [], links: [], failed: [] };
  const open = [''];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const here = path;
    const entries = await readdir(join(folder, here), { withFileTypes: true }).catch((error: unknown) => {
      if (!isMissing(error)) found.failed.push({ path: here, error });
      return [];
    });
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const one = here === '' ? entry.name : `${here}/${entry.name}`;
      if (entry.isDirectory()) open.push(one);
      else if (entry.isFile()) found.files.push(one);
      else if (entry.isSymbolicLink()) found.links.push(one);
    }
  }
  found.files.sort(compareText);
  found.links.sort(compareText);
  found.failed.sort((a, b) => compareText(a.path, b.path));
  return found;
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

/**
 * The texts of many files in the order of their paths, in UTF-8.
 *
 * @param known files that were read before, by their paths
 */
export async function* readMany(
  folder: string,
  paths: readonly string[],
  known: ReadonlyMap<string, Uint8Array> = new Map(),
): AsyncGenerator<ReadFile> {
  for (let start = 0; start < paths.length; start += AT_ONCE) {
    const batch = paths.slice(start, start + AT_ONCE);
    const read = batch.map((path) =>
      Promise.resolve(known.get(path) ?? readPatiently(join(folder, path)))
        .then(decode)
        .then(
          (source): ReadFile => ({ path, source }),
          (error: unknown): ReadFile => ({ path, error }),
        ),
    );
    yield* await Promise.all(read);
  }
}

/** Waits if too many files are open at the moment. */
async function readPatiently(file: string): Promise<Buffer> {
  for (let tries = 0; tries < 20; tries++)
    try {
      return await readFile(file);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EMFILE' && code !== 'ENFILE') throw error;
      await setTimeout(50);
    }
  return readFile(file);
}
