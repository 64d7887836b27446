import { execFile } from 'node:child_process';
import { copyFile, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { engineDir } from '#io/machine/engine.ts';

/** How a new project gets the engine. */
export interface EngineDependency {
  /** For package.json: `^1.2.0`, or `file:ohje-1.2.0.tgz`. */
  spec: string;
  /** Puts the packed engine into the project, if it isn't on the registry. */
  bring?: (project: string) => Promise<void>;
}

/**
 * The dependency of a new project: the engine that runs now, from where it came.
 *
 * @param named a version or the path of a packed engine, which a person named
 */
export async function engineDependency(named: string | undefined): Promise<EngineDependency> {
  if (named !== undefined) return /\.tgz$/.test(named) ? fromArchive(resolve(named)) : { spec: named };
  const { name, version } = JSON.parse(await readFile(join(engineDir, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const installed = process.env.OHJE_PACKAGE;
  // `npm create ohje` runs a package of the same version.
  if (name === 'create-ohje') return { spec: `^${version}` };
  if (installed === undefined) return { spec: `file:ohje-${version}.tgz`, bring: packEngine };
  const archive = await archiveOf(installed);
  return archive === undefined ? { spec: `^${version}` } : fromArchive(archive);
}

function fromArchive(archive: string): EngineDependency {
  const name = basename(archive);
  return { spec: `file:${name}`, bring: (project) => copyFile(archive, join(project, name)) };
}

/** The repository can be ahead of the registry, so the project gets the engine as it is here. */
async function packEngine(project: string): Promise<void> {
  if (process.stderr.isTTY) process.stderr.write('Packing the engine …\n');
  await promisify(execFile)('npm', ['pack', '--silent', '--pack-destination', project], {
    cwd: engineDir,
    // On Windows, npm is a script.
    shell: process.platform === 'win32',
  });
}

/** The file that an installed engine was installed from, if it was one: the nearest package.json that names it says so. */
async function archiveOf(installed: string): Promise<string | undefined> {
  for (let at = dirname(installed); at !== dirname(at); at = dirname(at)) {
    const text = await readFile(join(at, 'package.json'), 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const { dependencies, devDependencies } = JSON.parse(text) as Record<string, Record<string, string> | undefined>;
    const spec = dependencies?.ohje ?? devDependencies?.ohje;
    if (spec === undefined) continue;
    const file = /^file:(.+\.tgz)$/.exec(spec)?.[1];
    return file === undefined ? undefined : resolve(at, file);
  }
  return undefined;
}
