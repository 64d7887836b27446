import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { engineDir } from '#io/machine/engine.ts';
import { makeFolder } from '../../folder.ts';

const program = `
const { stat } = await import('node:fs/promises');
const { makeTemporaryFolder } = await import(process.argv[1]);
const { path } = await makeTemporaryFolder();
console.log(process.pid, ((await stat(path)).mode & 0o777).toString(8));`;

/** A process that makes a temporary folder and forgets it; its number, and who may enter the folder. */
async function forget(place: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', program, join(engineDir, 'src/io/machine/temporary-folder.ts')],
    { env: { ...process.env, TMPDIR: place, TEMP: place } },
  );
  return stdout.trim().split(' ');
}

const thereIs = (place: string, names: readonly string[]) =>
  expect.poll(async () => (await readdir(place)).sort(), { timeout: 10_000 }).toEqual([...names].sort());

it('a temporary folder is deleted with its process, and so is what earlier processes have left', async () => {
  const place = await makeFolder({});
  const [gone = ''] = await forget(place);
  await thereIs(place, []);
  const own = `ohje-${hostname()}-`;
  const others = [`${own}${process.pid}-abc`, 'ohje-elsewhere-1-abc', 'ohje-abc'];
  const filled = await makeFolder(
    Object.fromEntries([`${own}${gone}-abc`, ...others].map((name) => [`${name}/export`, 'canary'])),
  );
  await forget(filled);
  await thereIs(filled, others);
});

it.skipIf(process.platform === 'win32')('only its owner can enter it', async () => {
  const [, mode] = await forget(await makeFolder({}));
  expect(mode).toBe('700');
});
