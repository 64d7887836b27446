import { resolve } from 'node:path';
import { valuesOf } from './content/shown-changes.ts';
import type { ShownFiles } from './content/shown-files.ts';
import { FACTS } from './content/trace-files.ts';
import { readText } from './machine/files.ts';
import { GitFailure, runGit } from './machine/git.ts';

/** What is different from a version in git. */
export interface ChangedSince {
  /** Paths relative to the content folder, with "/". A path outside starts with "../". */
  paths: ReadonlySet<string>;
  /** Names of facts whose value is different. */
  facts: ReadonlySet<string>;
}

/**
 * Compares the content folder with the version at which the branch started from another one, with what isn't committed.
 *
 * @param base a branch, a tag or a commit
 * @throws GitFailure
 */
export async function readChangedSince(contentDir: string, base: string): Promise<ChangedSince> {
  const commit = (await git(contentDir, ['rev-parse', '--verify', '--end-of-options', `${base}^{commit}`])).trim();
  const start = (await git(contentDir, ['merge-base', commit, 'HEAD'])).trim();
  const top = (await git(contentDir, ['rev-parse', '--show-toplevel'])).trim();
  const prefix = (await git(contentDir, ['rev-parse', '--show-prefix'])).trim();
  const listed = [
    await git(top, ['diff', '--name-only', '--no-renames', '-z', start]),
    await git(top, ['ls-files', '--others', '--exclude-standard', '-z']),
  ].flatMap((text) => text.split('\0').filter((path) => path !== ''));
  const paths = new Set(listed.map((path) => fromContent(path, prefix)));
  return { paths, facts: paths.has(FACTS) ? await changedFacts(contentDir, start) : new Set() };
}

async function git(folder: string, words: readonly string[]): Promise<string> {
  return (await runGit(folder, words)).toString();
}

function fromContent(path: string, prefix: string): string {
  if (path.startsWith(prefix)) return path.slice(prefix.length);
  return `${'../'.repeat(prefix.split('/').length - 1)}${path}`;
}

async function changedFacts(contentDir: string, start: string): Promise<Set<string>> {
  const old = await git(contentDir, ['show', `${start}:./${FACTS}`]).catch((error: unknown) => {
    if (error instanceof GitFailure) return '';
    throw error;
  });
  const [before, after] = [valuesOf(old), valuesOf(await readText(resolve(contentDir, FACTS)))];
  const names = [...Object.keys(before), ...Object.keys(after)];
  return new Set(names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])));
}

/** Whether an article is different, or what it shows of other files. */
export function isChanged(path: string, shown: ShownFiles | undefined, { paths, facts }: ChangedSince): boolean {
  if (paths.has(path)) return true;
  return (
    [...(shown?.snippets ?? [])].some((file) => paths.has(file)) ||
    [...(shown?.facts ?? [])].some((one) => facts.has(one))
  );
}
