import { github } from '#build/ci/github.ts';
import { gitlab } from '#build/ci/gitlab.ts';
import type { CiName } from './ci-names.ts';
import { type WriteOptions, writeOrPrint, writeProjectFiles } from './write-project-files.ts';

const codeHosts = { github, gitlab };

/**
 * Makes the workflows of a code host, and writes or prints them.
 *
 * @returns what to print: the files or which were written, and what to do next
 */
export async function newWorkflow(name: CiName, options: WriteOptions): Promise<{ stdout: string; stderr: string }> {
  const { files, next } = codeHosts[name];
  return writeOrPrint(files, next, options);
}

/** Writes the workflows into the folder of a new project. @returns what to do next, a sentence each */
export async function startWorkflows(name: CiName, folder: string): Promise<readonly string[]> {
  const { files, next } = codeHosts[name];
  await writeProjectFiles(files, folder, false);
  return next;
}
