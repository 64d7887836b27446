import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { previewFolder } from '../../../scripts/dev/preview-folder.ts';

const content = await mkdtemp(join(tmpdir(), 'ohje-preview-'));
const made: string[] = [];
const folderOf = async (theme: string) => {
  const folder = await previewFolder(content, theme);
  made.push(dirname(folder));
  return folder;
};

afterAll(async () => {
  for (const folder of [content, ...made]) await rm(folder, { recursive: true, force: true });
});

test('a preview has a folder of its own for each theme', async () => {
  expect(await folderOf('plain')).not.toBe(await folderOf('lumo'));
});

test('a preview continues with the folder of the last one, but not while that one runs', async () => {
  const first = await folderOf('plain');
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await writeFile(join(first, 'pid'), String(other.pid));
  const second = await folderOf('plain');
  expect(second).not.toBe(first);
  other.kill();
  await once(other, 'exit');
  expect(await folderOf('plain')).toBe(first);
  expect(await readFile(join(first, 'pid'), 'utf8')).toBe(String(process.pid));
});

test('what no preview used for a month is removed, unless one still runs', async () => {
  const [unused, running] = [await folderOf('old'), await folderOf('running')];
  const other = spawn(process.execPath, ['-e', '']);
  await once(other, 'exit');
  await writeFile(join(unused, 'pid'), String(other.pid));
  const longAgo = new Date(Date.now() - 31 * 86_400_000);
  for (const folder of [unused, running]) await utimes(join(folder, 'pid'), longAgo, longAgo);
  await folderOf('plain');
  expect([unused, running].map((folder) => existsSync(folder))).toEqual([false, true]);
});
