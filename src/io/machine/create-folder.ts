import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Makes a folder with everything in it, or nothing: it is filled aside and renamed.
 *
 * @param files by their paths in it
 * @throws where there is a folder of this name that holds anything
 */
export async function createFolder(folder: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  const aside = join(dirname(folder), `.${basename(folder)}.${process.pid}`);
  try {
    for (const [path, content] of files) {
      await mkdir(dirname(join(aside, path)), { recursive: true });
      await writeFile(join(aside, path), content);
    }
    await rename(aside, folder);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  }
}
