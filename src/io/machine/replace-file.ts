import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readText } from './files.ts';
import { isRunning } from './is-running.ts';

/**
 * Replaces a file in one step, or makes it; whatever goes wrong, the old one stays whole.
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
 * @returns of each, whether a byte has changed
 */
export async function replaceFiles(files: readonly (readonly [file: string, text: string])[]): Promise<boolean[]> {
  const before = await Promise.all(files.map(([file]) => readText(file)));
  const changed = files.map(([, text], index) => text !== before[index]);
  const draftOf = (file: string) => join(dirname(file), `${draftPrefix(file)}${process.pid}`);
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

function draftPrefix(file: string): string {
  return `.${basename(file)}.`;
}

/** Those of processes that were ended in the middle. */
async function removeLeftDrafts(file: string): Promise<void> {
  for (const name of await readdir(dirname(file))) {
    const owner = name.startsWith(draftPrefix(file)) ? name.slice(draftPrefix(file).length) : '';
    if (/^\d+$/.test(owner) && !isRunning(Number(owner))) await rm(join(dirname(file), name), { force: true });
  }
}
