import { readdir } from 'node:fs/promises';
import { PART_FILE } from '#build/parts/part-file.ts';
import { Refusal } from '../shared/failures.ts';

const marks = { 'a built site': ['pagefind', '404.html'], 'a part': [PART_FILE] };

/**
 * What is built replaces the folder, so it must be empty, or from an earlier build of the same kind.
 *
 * @throws Refusal
 */
export async function mustBeReplaceable(folder: string, named: string, kind: keyof typeof marks): Promise<void> {
  const existing: string[] = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new Refusal(
      `--out is "${named}", which isn't a folder that can be opened. Name another one. Nothing was built.`,
    );
  });
  if (existing.length > 0 && !marks[kind].every((name) => existing.includes(name)))
    throw new Refusal(
      `--out is "${named}", which contains other files than ${kind}. Name a new folder, or empty this one. Nothing was built.`,
    );
}
