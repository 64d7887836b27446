import { mkdir, open, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { isMissing, readText } from './files.ts';
import { isRunning } from './is-running.ts';

// Files and folders are written next to their final path under a name with the id of this process, then renamed: a
// reader sees the old version or the new one, and a failure leaves the old one whole.

/**
 * Replaces a file in one step, or creates it. If anything fails, the old file stays whole.
 *
 * @returns whether a byte has changed
 */
export async function replaceFile(file: string, text: string): Promise<boolean> {
  const [changed = false] = await replaceFiles([[file, text]]);
  return changed;
}

/** Replaces a file that isn't text in one step, or creates it. If anything fails, the old file stays whole. */
export async function replaceBytes(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await removeLeftDrafts(file);
  await writeFile(draftOf(file), bytes);
  await rename(draftOf(file), file);
}

/** A new version that is already on the same disk, such as a large one. It counts as changed. */
export interface Draft {
  draft: string;
}

/**
 * Replaces files that belong together, all of them or none. If the process is killed in between, `finishReplacing`
 * replaces the rest.
 *
 * @param files paths and texts; at most the last one can be a draft
 * @returns for each file, whether a byte has changed
 */
export async function replaceFiles(
  files: readonly (readonly [file: string, content: string | Draft])[],
): Promise<boolean[]> {
  for (const folder of new Set(files.map(([file]) => dirname(file)))) await finishReplacing(folder);
  const before = await Promise.all(files.map(([file, content]) => (isDraft(content) ? undefined : readText(file))));
  const changes = files.filter(([, content], index) => content !== before[index]);
  const old = new Map(files.map(([file], index) => [file, before[index]]));
  const [first] = files;
  // Always in the folder of the first file, whichever files change: readers look for it there.
  const plan = first && planOf(dirname(first[0]));
  const replaced: string[] = [];
  try {
    for (const [file, content] of changes) {
      await mkdir(dirname(file), { recursive: true });
      await removeLeftDrafts(file);
      if (!isDraft(content)) await writeFile(draftOf(file), content);
    }
    const pairs = changes.map(
      ([file, content]) => [isDraft(content) ? content.draft : draftOf(file), file] as [string, string],
    );
    // From here on, all new versions are on the disk, so the rest can be done by another process.
    if (plan && changes.length > 1) await writePlan(plan, pairs);
    for (const [draft, file] of pairs) {
      await rename(draft, file);
      // After the last one, nothing can fail: a file that came as a draft is never put back.
      replaced.push(file);
    }
  } catch (error) {
    // Without the plan, no one replaces the rest.
    if (plan) await rm(plan, { force: true });
    for (const file of replaced) {
      const text = old.get(file);
      if (text === undefined) await rm(file, { force: true });
      else await writeFile(file, text);
    }
    for (const [file] of files) await rm(draftOf(file), { force: true });
    throw error;
  }
  if (plan && changes.length > 1) await rm(plan, { force: true });
  return files.map(([file]) => changes.some(([changed]) => changed === file));
}

const PLAN = '.replacing.';

function planOf(folder: string): string {
  return join(folder, `${PLAN}${process.pid}`);
}

function isDraft(content: string | Draft): content is Draft {
  return typeof content !== 'string';
}

async function writePlan(plan: string, pairs: readonly [draft: string, file: string][]): Promise<void> {
  const paths = pairs.map((pair) => pair.map((path) => relative(dirname(plan), path)));
  await writeFile(`${plan}.new`, JSON.stringify(paths));
  await rename(`${plan}.new`, plan);
}

/** Replaces the rest of the files that a process was replacing together in a folder when it was killed. */
export async function finishReplacing(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const [, owner, isUnfinished] = (name.startsWith(PLAN) && /^(\d+)(\.new)?$/.exec(name.slice(PLAN.length))) || [];
    if (owner === undefined || isRunning(Number(owner))) continue;
    const pairs: [string, string][] = isUnfinished ? [] : JSON.parse((await readText(join(folder, name))) ?? '[]');
    for (const [draft, file] of pairs)
      await rename(join(folder, draft), join(folder, file)).catch((error: unknown) => {
        if (!isMissing(error)) throw error;
      });
    await rm(join(folder, name), { force: true });
  }
}

/**
 * Creates a folder with everything in it, or nothing.
 *
 * @param fill creates the folder it is given, and writes into it
 * @throws if there is a folder of this name that contains anything, or what `fill` throws
 */
export async function createFolder(folder: string, fill: (draft: string) => Promise<unknown>): Promise<void> {
  const draft = draftOf(folder);
  await mkdir(dirname(folder), { recursive: true });
  await removeLeftDrafts(folder);
  try {
    await fill(draft);
    // Not every system renames over an empty folder; one that contains anything stays.
    await rmdir(folder).catch(() => {});
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Creates a file with everything in it, or nothing; neither the folders that it needs.
 *
 * @throws if there is a file of this name, or it can't be written
 */
export async function createFile(file: string, text: string): Promise<void> {
  const created = await mkdir(dirname(file), { recursive: true });
  try {
    const handle = await open(file, 'wx');
    try {
      await handle.writeFile(text);
      // Some disks report only now that they are full.
      await handle.sync();
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (created !== undefined) await rm(created, { recursive: true, force: true });
    throw error;
  }
}

/** Writes files by their paths in a folder, each with the folders it needs. */
export async function writeFiles(folder: string, files: Iterable<readonly [string, string | Uint8Array]>) {
  for (const [path, content] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

function draftOf(path: string): string {
  return join(dirname(path), `${draftPrefix(path)}${process.pid}`);
}

function draftPrefix(path: string): string {
  return `.${basename(path)}.`;
}

/** Removes the drafts of processes that were killed. */
async function removeLeftDrafts(path: string): Promise<void> {
  const prefix = draftPrefix(path);
  for (const name of await readdir(dirname(path))) {
    const owner = name.startsWith(prefix) ? /^(\d+)$/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (owner === undefined || (isRunning(Number(owner)) && Number(owner) !== process.pid)) continue;
    await rm(join(dirname(path), name), { recursive: true, force: true });
  }
}
