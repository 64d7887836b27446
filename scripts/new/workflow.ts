import { github } from '#build/ci/github.ts';
import { gitlab } from '#build/ci/gitlab.ts';
import { UsageError } from '../shared/failures.ts';
import type { CiName } from './ci-names.ts';
import { writeProjectFiles } from './write-project-files.ts';

const codeHosts = { github, gitlab };

/**
 * Makes the workflows of a code host, and writes them if a folder is named.
 *
 * @returns what to print: the files or which were written, and what to do next
 */
export async function newWorkflow(
  name: CiName,
  folder: string | undefined,
  force: boolean,
): Promise<{ stdout: string; stderr: string }> {
  if (force && folder === undefined) throw new UsageError('--force replaces files, so it needs --write.');
  const { files, next } = codeHosts[name];
  const steps = `${next.join('\n')}\n`;
  if (folder === undefined)
    return { stdout: files.map(({ path, text }) => `==> ${path} <==\n${text}`).join('\n'), stderr: `\n${steps}` };
  return { stdout: `${await writeProjectFiles(files, folder, force)}\n\n${steps}`, stderr: '' };
}

/** Writes the workflows into the folder of a new project. @returns what to do next, a sentence each */
export async function startWorkflows(name: CiName, folder: string): Promise<readonly string[]> {
  const { files, next } = codeHosts[name];
  await writeProjectFiles(files, folder, false);
  return next;
}
