import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { writeFiles } from '#io/machine/atomic-write.ts';
import { claimFolder, FolderBusy } from '#io/machine/claim-folder.ts';
import { NOTHING, Refusal } from '../shared/failures.ts';

/**
 * Replaces a folder that an earlier export wrote, or creates it.
 *
 * @param named as the user named it
 * @param mark a file that every export of this kind has
 * @throws Refusal if it contains anything else; it is unchanged then
 */
export async function replaceFolder(
  named: string,
  mark: string,
  files: Iterable<readonly [string, string | Uint8Array]>,
): Promise<void> {
  const folder = resolve(named);
  const existing: string[] = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new Refusal(`--out is "${named}", which isn't a folder that can be opened. Name another one. ${NOTHING}`);
  });
  if (existing.length > 0 && !existing.includes(mark))
    throw new Refusal(
      `--out is "${named}", which contains files of something else. Name a new folder, or empty this one. ${NOTHING}`,
    );
  const claim = await claimFolder(folder).catch((error: unknown) => {
    if (error instanceof FolderBusy)
      throw new Refusal(`Another export is writing to ${named}. Wait until it is done. ${NOTHING}`);
    throw error;
  });
  try {
    await writeFiles(claim.draft, files);
    await claim.replace();
  } finally {
    await claim.release();
  }
}
