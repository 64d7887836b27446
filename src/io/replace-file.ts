import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readText } from './files.ts';

/**
 * Replaces a file in one step, or makes it; whatever goes wrong, the old one stays whole.
 *
 * @returns whether a byte has changed
 */
export async function replaceFile(file: string, text: string): Promise<boolean> {
  if ((await readText(file)) === text) return false;
  await mkdir(dirname(file), { recursive: true });
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}`);
  try {
    await writeFile(draft, text);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return true;
}
