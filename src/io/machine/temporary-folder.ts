import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRunning } from './is-running.ts';

export interface TemporaryFolder {
  path: string;
  remove(): Promise<void>;
}

/** The host name, because machines can share the folder and have their own process ids. */
const prefix = `ohje-${hostname()}-`;

let guard: ChildProcess | undefined;
const swept = new Map<string, Promise<void>>();

/**
 * Creates a folder that only its owner can enter and that is removed when this process ends, however it ends: a guard
 * process removes it even after `kill -9`, and the next run removes what a power cut leaves.
 *
 * @param parent where to create it
 */
export async function makeTemporaryFolder(parent = tmpdir()): Promise<TemporaryFolder> {
  const sweeping = swept.get(parent) ?? sweep(parent);
  swept.set(parent, sweeping);
  await sweeping;
  guard ??= startGuard();
  await mkdir(parent, { recursive: true });
  // mkdtemp creates a folder that only its owner can enter.
  const path = await mkdtemp(join(parent, `${prefix}${process.pid}-`));
  guard.stdin?.write(`${path}\0`);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Runs in its own session, out of reach of Ctrl+C and the end of a terminal. */
function startGuard(): ChildProcess {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.resolve('./temporary-folder-guard.ts'))], {
    cwd: tmpdir(),
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    windowsHide: true,
  });
  // If it can't be started, the next run removes the folders.
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  child.unref();
  if ('unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref();
  return child;
}

/** Removes folders of processes that no longer exist. */
async function sweep(parent: string): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    if (!name.startsWith(prefix)) continue;
    const owner = /^(\d+)-/.exec(name.slice(prefix.length))?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    // Folders of other users can't be removed, and needn't be.
    await rm(join(parent, name), { recursive: true, force: true }).catch(() => {});
  }
}
