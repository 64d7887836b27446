import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from '#io/machine/files.ts';
import { PART_FILE, PART_SITE, PartFile } from './part-file.ts';
import { filesOf } from './write-part.ts';

/** A part of a site, as it was named. */
export interface Part extends PartFile {
  name: string;
  folder: string;
  /** The paths of its files that are there, sorted; not yet compared with what they should be. */
  there: readonly string[];
}

/** @returns why there is none that can be read, if so */
export async function readPart(name: string, folder: string): Promise<Part | 'missing' | 'unreadable'> {
  try {
    const read = PartFile.safeParse(JSON.parse(await readFile(join(folder, PART_FILE), 'utf8')));
    return read.success ? { ...read.data, name, folder, there: await filesOf(join(folder, PART_SITE)) } : 'unreadable';
  } catch (error) {
    if (isMissing(error)) return 'missing';
    if (error instanceof SyntaxError) return 'unreadable';
    throw error;
  }
}
