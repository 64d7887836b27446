import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isMissing } from '#io/machine/files.ts';
import { isRunning } from '#io/machine/is-running.ts';

/**
 * The project's own copy of the installed engine, made when there is none.
 *
 * Astro writes into the folder it works in, and an installed package can be read-only or shared by several projects.
 * The copy also works wherever the package manager keeps what the engine depends on: each package is linked.
 *
 * @param engine the engine as it is installed
 * @param home the project's folder for copies and caches
 * @returns the folder of the copy, absolute
 */
export async function copyEngine(engine: string, home: string): Promise<string> {
  const { version, key, dependencies } = JSON.parse(await readFile(join(engine, 'package.json'), 'utf8')) as {
    version: string;
    key: string;
    dependencies: Record<string, string>;
  };
  const folder = join(home, `engine-${version}-${key}`);
  if (!existsSync(folder)) {
    await mkdir(home, { recursive: true });
    await writeFile(join(home, '.gitignore'), '*\n');
    await removeLeftDrafts(home);
    const draft = await mkdtemp(join(home, `draft-${process.pid}-`));
    await cp(engine, draft, { recursive: true });
    await rename(draft, folder).catch(async (error: unknown) => {
      await rm(draft, { recursive: true, force: true });
      // Another command can be faster; both copies are the same.
      if (!existsSync(folder)) throw error;
    });
    await removeOlder(home, folder);
  }
  await linkPackages(Object.keys(dependencies), engine, join(folder, 'node_modules'));
  return folder;
}

async function removeOlder(home: string, current: string): Promise<void> {
  for (const name of await readdir(home))
    if (name.startsWith('engine-') && join(home, name) !== current)
      await rm(join(home, name), { recursive: true, force: true });
}

/** Removes the copies of commands that were killed. */
async function removeLeftDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const owner = /^draft-(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) await rm(join(home, name), { recursive: true, force: true });
  }
}

/** Links each package to where the engine finds it. A package manager can move packages without a new version. */
async function linkPackages(names: readonly string[], engine: string, folder: string): Promise<void> {
  await Promise.all(
    names.map(async (name) => {
      const [target, link] = [packageFolder(name, engine), join(folder, name)];
      if (target === undefined) return;
      const current = await readlink(link).catch((error: NodeJS.ErrnoException) => {
        if (!isMissing(error)) throw error;
        return undefined;
      });
      if (current === target) return;
      await mkdir(dirname(link), { recursive: true });
      await rm(link, { recursive: true, force: true });
      // On Windows, links to folders need no permission if they are junctions.
      await symlink(target, link, 'junction').catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
    }),
  );
}

/** Where Node finds a package from a folder. */
function packageFolder(name: string, from: string): string | undefined {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(folder)) return folder;
    if (at === dirname(at)) return undefined;
  }
}
