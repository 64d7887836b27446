import { join, resolve } from 'node:path';
import type { HostFile } from '#build/hosts/host.ts';
import { writeFiles } from '#io/machine/atomic-write.ts';
import { readText } from '#io/machine/files.ts';
import { NOTHING, Refusal, UsageError } from '../shared/failures.ts';

/** What to do with files for a project. */
export interface WriteOptions {
  /** The folder of the project, if it isn't the working directory. */
  write: string | undefined;
  /** Whether files that are different are replaced. */
  force: boolean;
  /** Whether the files are printed instead. */
  print: boolean;
}

/**
 * Writes or prints files for a project.
 *
 * @param next what to do with them, a sentence each
 * @throws UsageError if `print` and `force` are both set
 * @throws Refusal if a different file is there
 */
export async function writeOrPrint(
  files: readonly HostFile[],
  next: readonly string[],
  { write = '.', force, print }: WriteOptions,
): Promise<{ stdout: string; stderr: string }> {
  if (force && print) throw new UsageError('--force replaces files, and --print writes none. Use one of them.');
  const steps = `${next.join('\n')}\n`;
  if (print)
    return { stdout: files.map(({ path, text }) => `==> ${path} <==\n${text}`).join('\n'), stderr: `\n${steps}` };
  return { stdout: `${await writeProjectFiles(files, write, force)}\n\n${steps}`, stderr: '' };
}

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
