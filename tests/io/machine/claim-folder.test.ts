import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { lstat, mkdir, readdir, readFile, readlink, rename, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { claimFolder, FolderBusy, restoreFolder } from '#io/machine/claim-folder.ts';
import { exchangeFolders } from '#io/machine/exchange-folders.ts';
import { makeFolder } from '../../folder.ts';

/** How two folders change places where the system has no call for it. */
const byRenames = async () => false;

async function replaceWith(folder: string, text: string, exchange = exchangeFolders): Promise<void> {
  const claim = await claimFolder(folder, exchange);
  await writeFile(join(claim.draft, 'page'), text);
  await claim.replace();
  expect(await claim.release()).toBeUndefined();
}

describe('a folder that is replaced', () => {
  it.each([
    ['in one step', exchangeFolders],
    ['by two renames', byRenames],
  ])('has its new content, or is created: %s', async (_name, exchange) => {
    const dir = await makeFolder({ 'site/old': '' });
    for (const name of ['site', 'new/site']) {
      await replaceWith(join(dir, name), 'new', exchange);
      expect(await readdir(join(dir, name))).toEqual(['page']);
    }
    expect(await readdir(dir)).toEqual(['new', 'site']);
  });

  it('is never missing for a moment on systems that can exchange folders', async () => {
    const dir = await makeFolder({ 'a/1': '', 'b/2': '' });
    const can = await exchangeFolders(join(dir, 'a'), join(dir, 'b'));
    expect(can).toBe(process.platform === 'linux' || process.platform === 'darwin');
    expect(await readdir(join(dir, 'a'))).toEqual([can ? '2' : '1']);
    expect(await exchangeFolders(join(dir, 'a'), join(dir, 'missing'))).toBe(false);
  });

  it('stays a link if it is one, also if the link leads to nothing yet', async () => {
    const dir = await makeFolder({ 'target/old': '' });
    await symlink('target', join(dir, 'site'));
    await symlink('later/target', join(dir, 'other'));
    for (const name of ['site', 'other']) {
      await replaceWith(join(dir, name), 'new');
      expect((await lstat(join(dir, name))).isSymbolicLink()).toBe(true);
      expect(await readdir(join(dir, name))).toEqual(['page']);
    }
    expect(await readlink(join(dir, 'site'))).toBe('target');
    expect(await readdir(join(dir, 'target'))).toEqual(['page']);
  });

  it('is refused to a second process, which learns since when and by whom', async () => {
    const dir = await makeFolder({ 'site/old': '' });
    const first = await claimFolder(join(dir, 'site'));
    const refused = await claimFolder(join(dir, 'site')).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(FolderBusy);
    expect((refused as FolderBusy).pid).toBe(process.pid);
    expect(Math.abs(Date.now() - (refused as FolderBusy).since.getTime())).toBeLessThan(10_000);
    await first.release();
    await replaceWith(join(dir, 'site'), 'second');
    expect(await readFile(join(dir, 'site/page'), 'utf8')).toBe('second');
    expect(await readdir(dir)).toEqual(['site']);
  });

  it('is never replaced by a process whose claim was taken for dead', async () => {
    const dir = await makeFolder({ 'site/page': 'old' });
    const asleep = await claimFolder(join(dir, 'site'));
    const longAgo = asleep.draft.replace(/-\d+-(\w+)$/, `-${Date.now() - 3_600_000}-$1`);
    await rename(asleep.draft, longAgo);
    await utimes(longAgo, 0, 0);
    await replaceWith(join(dir, 'site'), 'new');
    await expect(asleep.replace()).rejects.toThrow();
    expect(await readFile(join(dir, 'site/page'), 'utf8')).toBe('new');
    await asleep.release();
    expect(await readdir(dir)).toEqual(['site']);
  });

  it('stays as it was if the draft cannot take its place', async () => {
    const dir = await makeFolder({ 'site/page': 'old' });
    const claim = await claimFolder(join(dir, 'site'), byRenames);
    await rename(claim.draft, join(dir, 'lost'));
    await expect(claim.replace()).rejects.toThrow();
    expect(await readFile(join(dir, 'site/page'), 'utf8')).toBe('old');
    await claim.release();
  });
});

describe('a folder whose replacement is killed', () => {
  // `KILLS=200 npx vitest run tests/io/machine/claim-folder.test.ts` tries as many points of each run.
  const atMost = Number(process.env.KILLS ?? 6);
  const run = async (folder: string, how: string, at: number, after: boolean): Promise<number | undefined> => {
    const env = { ...process.env, KILL_AT: String(at), KILL_AFTER: after ? '1' : '' };
    const script = (name: string) => join(import.meta.dirname, name);
    const words = ['--import', script('kill-at-call.ts'), script('replace-folder.ts'), folder, 'new', how];
    return promisify(execFile)(process.execPath, words, { env }).then(
      ({ stdout }) => Number(/calls (\d+)/.exec(stdout)?.[1]),
      ({ signal }: { signal: string }) => {
        expect(signal).toBe('SIGKILL');
        return undefined;
      },
    );
  };
  const site = async (name: string) => {
    const dir = await makeFolder({ 'site/a': 'old', 'site/b': 'old', 'site/c': 'old' });
    return { dir, folder: join(dir, name) };
  };
  const pages = async (folder: string) =>
    new Set(await Promise.all(['a', 'b', 'c'].map((name) => readFile(join(folder, name), 'utf8'))));

  it.each(['exchange', 'renames'])(
    'is the old or the new one at every call, and the next run cleans up: %s',
    async (how) => {
      const whole = await site('site');
      const calls = (await run(whole.folder, how, 0, false)) ?? 0;
      expect(calls).toBeGreaterThan(8);
      const points = Array.from(
        { length: calls * 2 },
        (_, index) => [Math.floor(index / 2) + 1, index % 2 === 1] as const,
      );
      // The last calls are those that put the new content in place.
      for (const [at, after] of points.slice(-atMost)) {
        const { dir, folder } = await site('site');
        expect(await run(folder, how, at, after)).toBeUndefined();
        if (how === 'exchange') expect(existsSync(folder)).toBe(true);
        await restoreFolder(folder);
        expect([new Set(['old']), new Set(['new'])]).toContainEqual(await pages(folder));
        expect(await readdir(dir)).toEqual(['site']);
      }
    },
  );

  it('comes back when it is next opened, if it was moved aside', async () => {
    const dir = await makeFolder({});
    const claim = await claimFolder(join(dir, 'site'), byRenames);
    await claim.release();
    const dead = claim.draft.replace(`-${process.pid}-`, '-999999999-');
    await mkdir(dead);
    await mkdir(`${dead}.old`);
    await writeFile(join(`${dead}.old`, 'page'), 'old');
    expect(await restoreFolder(join(dir, 'site'))).toBe(true);
    expect(await readFile(join(dir, 'site/page'), 'utf8')).toBe('old');
    expect(await readdir(dir)).toEqual(['site']);
  });
});
