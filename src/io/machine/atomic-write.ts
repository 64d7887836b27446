import { mkdir, open, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readText } from './files.ts';
import { isRunning } from './is-running.ts';

// Files and folders are written next to their final path under a name with the id of this process, then renamed: a
// reader sees the old version or the new one, and a failure leaves the old one whole.

/**
 * Replaces a file in one step, or creates it. If anything fails, the old file stays whole.
 *
 * @returns whether a byte has changed
 */
export async function replaceFile(file: string, text: string): Promise<boolean> {
  const [changed = false] = await replaceFiles([[file, text]]);
  return changed;
}

/**
 * Replaces files that belong together, all of them or none.
 *
 * @param files paths and texts
 * @returns for each file, whether a byte has changed
 */
export async function replaceFiles(files: readonly (readonly [file: string, text: string])[]): Promise<boolean[]> {
  const before = await Promise.all(files.map(([file]) => readText(file)));
  const changed = files.map(([, text], index) => text !== before[index]);
  const replaced: number[] = [];
  try {
    for (const [index, [file, text]] of files.entries()) {
      if (!changed[index]) continue;
      await mkdir(dirname(file), { recursive: true });
      await removeLeftDrafts(file);
      await writeFile(draftOf(file), text);
    }
    for (const [index, [file]] of files.entries()) {
      if (!changed[index]) continue;
      await rename(draftOf(file), file);
      replaced.push(index);
    }
  } catch (error) {
    for (const index of replaced) {
      const [file = ''] = files[index] ?? [];
      const old = before[index];
      if (old === undefined) await rm(file, { force: true });
      else await writeFile(file, old);
    }
    for (const [file] of files) await rm(draftOf(file), { force: true });
    throw error;
  }
  return changed;
}

/**
 * Creates a folder with everything in it, or nothing.
 *
 * @param fill creates the folder it is given, and writes into it
 * @throws if there is a folder of this name that contains anything, or what `fill` throws
 */
export async function createFolder(folder: string, fill: (draft: string) => Promise<unknown>): Promise<void> {
  const draft = draftOf(folder);
  await mkdir(dirname(folder), { recursive: true });
  await removeLeftDrafts(folder);
  try {
    await fill(draft);
    // Not every system renames over an empty folder; one that contains anything stays.
    await rmdir(folder).catch(() => {});
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Creates a file with everything in it, or nothing; neither the folders that it needs.
 *
 * @throws if there is a file of this name, or it can't be written
 */
export async function createFile(file: string, text: string): Promise<void> {
  const created = await mkdir(dirname(file), { recursive: true });
  try {
    const handle = await open(file, 'wx');
    try {
      await handle.writeFile(text);
      // Some disks report only now that they are full.
      await handle.sync();
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (created !== undefined) await rm(created, { recursive: true, force: true });
    throw error;
  }
}

/** Writes files by their paths in a folder, each with the folders it needs. */
export async function writeFiles(folder: string, files: Iterable<readonly [string, string | Uint8Array]>) {
  for (const [path, content] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

function draftOf(path: string): string {
  return join(dirname(path), `${draftPrefix(path)}${process.pid}`);
}

function draftPrefix(path: string): string {
  return `.${basename(path)}.`;
}

/** Removes the drafts of processes that were killed. */
async function removeLeftDrafts(path: string): Promise<void> {
  const prefix = draftPrefix(path);
  for (const name of await readdir(dirname(path))) {
    const owner = name.startsWith(prefix) ? /^(\d+)$/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (owner === undefined || (isRunning(Number(owner)) && Number(owner) !== process.pid)) continue;
    await rm(join(dirname(path), name), { recursive: true, force: true });
  }
}
