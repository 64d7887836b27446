import { execFile } from 'node:child_process';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeTemporaryFolder } from '#io/temporary-folder.ts';
import { makeFolder } from '../folder.ts';

let place: string;

beforeEach(async () => {
  place = await makeFolder({});
  vi.stubEnv('TMPDIR', place);
  vi.stubEnv('TEMP', place);
});
afterEach(() => void vi.unstubAllEnvs());

it('takes away what a process has left that is gone, and nothing else', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['-p', 'process.pid']);
  const left = `ohje-${hostname()}-${stdout.trim()}-abc`;
  const others = [`ohje-${hostname()}-${process.pid}-abc`, 'ohje-elsewhere-1-abc', 'ohje-abc'];
  for (const name of [left, ...others]) await mkdir(join(place, name));
  await writeFile(join(place, left, 'export'), 'canary');
  const made = await makeTemporaryFolder();
  expect(await readdir(place)).not.toContain(left);
  expect(await readdir(place)).toEqual(expect.arrayContaining(others));
  await made.remove();
  expect((await readdir(place)).sort()).toEqual(others.sort());
});

it.skipIf(process.platform === 'win32')('makes folders that only their owner can enter', async () => {
  const { path, remove } = await makeTemporaryFolder();
  expect((await stat(path)).mode & 0o777).toBe(0o700);
  await remove();
});
