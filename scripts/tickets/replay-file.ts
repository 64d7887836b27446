import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { replaceFile } from '#io/machine/atomic-write.ts';
import { printReplay, type Replay } from '#kb/tickets/records/replay.ts';
import { failureText, NOTHING, Refusal } from '../shared/failures.ts';

/**
 * Makes sure that a file can be written, before minutes are spent on what it will contain. A file that exists stays as
 * it is.
 *
 * @throws Refusal
 */
export async function mustBeWritable(out: string): Promise<void> {
  const file = resolve(out);
  const isFolder = (await stat(file).catch(() => undefined))?.isDirectory() === true;
  if (isFolder) throw new Refusal(`--out is "${out}", which is a folder. Name a file in it. ${NOTHING}`);
  let probe = join(dirname(file), `.ohje-${process.pid}`);
  try {
    const created = await mkdir(dirname(file), { recursive: true });
    await writeFile(probe, '');
    probe = created ?? probe;
  } catch (error) {
    throw new Refusal(`${unwritable(out, error)} ${NOTHING}`);
  } finally {
    await rm(probe, { recursive: true, force: true }).catch(() => {});
  }
}

/**
 * Writes a replay. If that fails, an earlier file stays whole.
 *
 * @throws Refusal
 */
export async function writeReplay(out: string, replay: Replay): Promise<void> {
  await replaceFile(resolve(out), printReplay(replay)).catch((error: unknown) => {
    throw new Refusal(`${unwritable(out, error)} The report above is complete, but ${out} wasn't written.`);
  });
}

function unwritable(out: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOTDIR' || code === 'EEXIST' || code === 'ENOENT')
    return `--out is "${out}", but no folder can be made for it there. Name another file.`;
  return `--out is "${out}", which can't be written. ${failureText(error)}`;
}
