import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from './is-running.ts';

export interface TemporaryFolder {
  path: string;
  remove(): Promise<void>;
}

/** Names tell whose folder it is; machines may share the place, and then a process of another is none of ours. */
const prefix = `ohje-${hostname()}-`;

let guard: ChildProcess | undefined;
let swept: Promise<void> | undefined;

/**
 * Makes a folder that only its owner can enter, and that is gone when this process is, however it ends: a guard takes
 * it away even after `kill -9`, and what a power cut leaves, the next one that makes such a folder.
 */
export async function makeTemporaryFolder(): Promise<TemporaryFolder> {
  swept ??= sweep();
  await swept;
  guard ??= startGuard();
  // mkdtemp makes a folder that only its owner can enter.
  const path = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  guard.stdin?.write(`${path}\0`);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** In a session of its own, so that neither Ctrl+C nor the end of a terminal reaches it. */
function startGuard(): ChildProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'temporary-folder-guard.ts')], {
    cwd: tmpdir(),
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    windowsHide: true,
  });
  // Where it cannot be started, the sweeping is left.
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  child.unref();
  if ('unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref();
  return child;
}

/** Takes away folders whose makers are gone. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    if (!name.startsWith(prefix)) continue;
    const owner = /^(\d+)-/.exec(name.slice(prefix.length))?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    // Somebody else's cannot be taken away, and need not be.
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {});
  }
}
