import { join, resolve } from 'node:path';
import type { HostFile } from '#build/hosts/host.ts';
import { writeFiles } from '#io/machine/atomic-write.ts';
import { readText } from '#io/machine/files.ts';
import { NOTHING, Refusal } from '../shared/failures.ts';

/**
 * Writes files into the folder of a project.
 *
 * @param force whether files that are different are replaced
 * @returns which files were written, a line each
 * @throws Refusal if a different file is there
 */
export async function writeProjectFiles(files: readonly HostFile[], folder: string, force: boolean): Promise<string> {
  const found = await Promise.all(
    files.map(async (file) => ({ ...file, old: await readText(join(folder, file.path)) })),
  );
  const different = found.filter(({ text, old }) => old !== undefined && old !== text).map(({ path }) => path);
  if (different.length > 0 && !force)
    throw new Refusal(
      `${different.map((path) => join(folder, path)).join(', ')}: a different file is there. Move what is yours elsewhere, or replace it with --force. ${NOTHING}`,
    );
  const changed = found.filter(({ text, old }) => old !== text);
  await writeFiles(
    resolve(folder),
    changed.map(({ path, text }) => [path, text] as const),
  );
  return found
    .map(
      ({ path, text, old }) =>
        `${old === text ? 'Unchanged:' : old === undefined ? 'Wrote' : 'Replaced'} ${join(folder, path)}`,
    )
    .join('\n');
}
