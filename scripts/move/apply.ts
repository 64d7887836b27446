import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Files to rename, and new texts by their old paths; all relative to a folder. */
export interface FileChanges {
  files: ReadonlyMap<string, string>;
  texts: ReadonlyMap<string, string>;
}

/**
 * Changes texts and renames files. If anything fails, everything is as it was.
 *
 * @returns what puts everything back
 */
export async function applyChanges(folder: string, { files, texts }: FileChanges): Promise<() => Promise<void>> {
  const undo: (() => Promise<unknown>)[] = [];
  const back = async () => {
    for (const step of undo.reverse()) await step();
    for (const to of files.values()) await removeEmpty(dirname(join(folder, to)), folder);
  };
  try {
    for (const [path, text] of texts) {
      const file = join(folder, path);
      const before = await readFile(file);
      undo.push(() => writeFile(file, before));
      await writeFile(file, text);
    }
    for (const [path, to] of files) {
      const [from, target] = [join(folder, path), join(folder, to)];
      if (existsSync(target)) throw new Error(`${to} already exists.`);
      await mkdir(dirname(target), { recursive: true });
      await rename(from, target);
      undo.push(async () => {
        await mkdir(dirname(from), { recursive: true });
        await rename(target, from);
      });
    }
  } catch (error) {
    await back();
    throw error;
  }
  for (const path of files.keys()) await removeEmpty(dirname(join(folder, path)), folder);
  return back;
}

/** Removes a folder that has become empty, and those above it. */
async function removeEmpty(folder: string, root: string): Promise<void> {
  for (let path = folder; path.startsWith(root) && path !== root; path = dirname(path)) {
    const isRemoved = await rmdir(path).then(
      () => true,
      () => false,
    );
    if (!isRemoved) return;
  }
}
