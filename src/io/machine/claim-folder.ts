import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, readlink, realpath, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { digest } from '#kb/values/digest.ts';
import { exchangeFolders } from './exchange-folders.ts';
import { isMissing } from './files.ts';
import { isRunning } from './is-running.ts';

// Whoever replaces a folder first creates a draft next to it, whose name says which process on which machine owns it.
// The draft is both the claim to the folder and the place where its new content is written. Nothing is ever removed
// from the folder itself: at the end, the two change places in one step. If the system can't do that, the folder is
// moved aside and the draft takes its name, and whoever opens the folder next puts it back if that was interrupted.
//
// A claim that was judged dead by mistake is safe, too: its draft is gone, so its owner can't replace anything.

const SIGN_OF_LIFE = 20_000;
/** A claim on another machine, or of a process id that was used again, counts as left behind after this time. */
const DEAD_AFTER = 10 * 60_000;
const ASIDE = '.old';

/** The exclusive right to replace a folder. */
export interface Claim {
  /** What to fill: an empty folder on the same disk. */
  draft: string;
  /** Whether the folder was missing because a run was stopped while it replaced it, and is now back. */
  restored: boolean;
  /**
   * Replaces the folder with the draft.
   *
   * @throws with the previous folder in its place; if even that failed, the message says where it is
   */
  replace(): Promise<void>;
  /**
   * Removes the draft, or after `replace` what was in the folder before.
   *
   * @returns what could not be removed
   */
  release(): Promise<string | undefined>;
}

/** Another process is replacing the folder. */
export class FolderBusy extends Error {
  readonly since: Date;
  /** `undefined` if it is on another machine. */
  readonly pid: number | undefined;

  constructor(since: Date, pid: number | undefined) {
    super('Another process is replacing the folder.');
    this.since = since;
    this.pid = pid;
  }
}

/** The folder could not be replaced, and what was in it could not be put back. */
export class FolderAside extends Error {}

/**
 * Claims a folder to replace it, and removes what runs that were stopped have left of theirs. A link stays a link: the
 * folder that it leads to is replaced.
 *
 * @param exchange how two folders change places
 * @throws FolderBusy
 */
export async function claimFolder(named: string, exchange = exchangeFolders): Promise<Claim> {
  const folder = await followLinks(named);
  await mkdir(dirname(folder), { recursive: true });
  const restored = await restoreFolder(folder);
  const draft = `${prefixOf(folder)}${host}-${process.pid}-${Date.now()}-${randomBytes(4).toString('hex')}`;
  await mkdir(draft);
  // Created before it looks for others, so of two at the same time at least one sees the other.
  const other = (await claimsOf(folder)).find((one) => one.isAlive && one.path !== draft);
  if (other) {
    await rm(draft, { recursive: true, force: true });
    throw new FolderBusy(other.since, other.isHere ? other.pid : undefined);
  }
  const signs = setInterval(() => {
    const now = new Date();
    utimes(draft, now, now).catch(() => {});
  }, SIGN_OF_LIFE).unref();
  const remains = [draft, draft + ASIDE];
  return {
    draft,
    restored,
    async replace() {
      if (await exchange(draft, folder)) return;
      const aside = draft + ASIDE;
      const existed = await renameIfThere(folder, aside);
      try {
        await rename(draft, folder);
      } catch (error) {
        if (existed) await rename(aside, folder).catch(() => keepAside(aside, error));
        throw error;
      }
    },
    async release() {
      clearInterval(signs);
      for (const path of remains) await rm(path, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
      const left = await Promise.all(remains.map((path) => exists(path)));
      return remains.find((_, index) => left[index]);
    },
  };

  function keepAside(aside: string, error: unknown): never {
    remains.pop();
    throw new FolderAside(`${(error as Error).message}. The previous folder is now ${aside}. Rename it to ${folder}.`);
  }
}

/**
 * Puts a folder back that was moved aside by a run that was then stopped, and removes the drafts of such runs.
 *
 * @returns whether the folder was missing and is back
 */
export async function restoreFolder(named: string): Promise<boolean> {
  const folder = await followLinks(named);
  let restored = false;
  for (const { path, isAlive } of await claimsOf(folder)) {
    if (isAlive) continue;
    if (!(await exists(folder)) && (await renameIfThere(path + ASIDE, folder))) restored = true;
    // Renamed first, so an owner that only slept can't put half of it in place.
    const doomed = path.replace(BUILDING, REMOVING);
    for (const [from, to] of [
      [path, doomed],
      [path + ASIDE, doomed + ASIDE],
    ] as const)
      if (await renameIfThere(from, to).catch(() => false))
        await rm(to, { recursive: true, force: true }).catch(() => {});
  }
  await removeDoomed(folder);
  return restored;
}

interface FoundClaim {
  path: string;
  pid: number;
  since: Date;
  isHere: boolean;
  isAlive: boolean;
}

const BUILDING = '.building-';
const REMOVING = '.removing-';
const host = digest(hostname());

function prefixOf(folder: string): string {
  return join(dirname(folder), `.${basename(folder)}${BUILDING}`);
}

async function claimsOf(folder: string): Promise<FoundClaim[]> {
  const prefix = prefixOf(folder);
  const claims = new Map<string, FoundClaim>();
  for (const name of await namesIn(dirname(folder))) {
    const path = join(dirname(folder), name);
    const [, of, pid, start] =
      (path.startsWith(prefix) && /^(\w+)-(\d+)-(\d+)-\w+(?:\.old)?$/.exec(path.slice(prefix.length))) || [];
    if (of === undefined) continue;
    const own = path.endsWith(ASIDE) ? path.slice(0, -ASIDE.length) : path;
    const isHere = of === host;
    // Moved aside, the folder keeps its own time: only the draft's time is kept up to date.
    const seen = await stat(own).then(
      ({ mtimeMs }) => mtimeMs,
      () => Number(start),
    );
    const isRecent = Date.now() - Math.max(seen, Number(start)) < DEAD_AFTER;
    const isAlive = isRecent && (!isHere || isRunning(Number(pid)));
    claims.set(own, { path: own, pid: Number(pid), since: new Date(Number(start)), isHere, isAlive });
  }
  return [...claims.values()];
}

/** What another run was removing when it was stopped. */
async function removeDoomed(folder: string): Promise<void> {
  const prefix = basename(prefixOf(folder)).replace(BUILDING, REMOVING);
  for (const name of await namesIn(dirname(folder)))
    if (name.startsWith(prefix))
      await rm(join(dirname(folder), name), { recursive: true, force: true }).catch(() => {});
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
}

/** The folder itself, also if the last link leads to nothing yet. */
async function followLinks(named: string): Promise<string> {
  let folder = resolve(named);
  for (let steps = 0; steps < 40; steps++) {
    const found = await lstat(folder).catch(() => undefined);
    if (!found?.isSymbolicLink()) break;
    folder = resolve(dirname(folder), await readlink(folder));
  }
  return join(await realpath(dirname(folder)).catch(() => dirname(folder)), basename(folder));
}

async function renameIfThere(from: string, to: string): Promise<boolean> {
  return rename(from, to).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false;
      throw error;
    },
  );
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
