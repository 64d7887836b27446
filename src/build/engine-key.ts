import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '#io/machine/files.ts';
import { digest } from '#kb/values/digest.ts';

/** Everything that affects the data or the HTML of an article: the model with its defaults, and the renderer. */
const rooms = ['src/kb', 'src/markdown'];

/**
 * Changes when the code that turns articles into data and HTML changes, or when a package it uses might have changed.
 *
 * @param engine the folder of the engine, absolute
 */
export async function engineKey(engine: string): Promise<string> {
  const files = await Promise.all(
    rooms.map(async (room) => (await listFiles(join(engine, room))).sort().map((file) => join(engine, room, file))),
  );
  const all = [...files.flat(), join(engine, 'package.json')];
  return digest(...(await Promise.all(all.map((file) => readFile(file)))));
}
