import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from './is-running.ts';

export interface TemporaryFolder {
  path: string;
  remove(): Promise<void>;
}

/** The host name, because machines can share the folder and have their own process ids. */
const prefix = `ohje-${hostname()}-`;

let guard: ChildProcess | undefined;
let swept: Promise<void> | undefined;

/**
 * Creates a folder that only its owner can enter and that is removed when this process ends, however it ends: a guard
 * process removes it even after `kill -9`, and the next run removes what a power cut leaves.
 */
export async function makeTemporaryFolder(): Promise<TemporaryFolder> {
  swept ??= sweep();
  await swept;
  guard ??= startGuard();
  // mkdtemp creates a folder that only its owner can enter.
  const path = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  guard.stdin?.write(`${path}\0`);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Runs in its own session, out of reach of Ctrl+C and the end of a terminal. */
function startGuard(): ChildProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'temporary-folder-guard.ts')], {
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
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    if (!name.startsWith(prefix)) continue;
    const owner = /^(\d+)-/.exec(name.slice(prefix.length))?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    // Folders of other users can't be removed, and needn't be.
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {});
  }
}
