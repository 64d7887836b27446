import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listFiles } from '#io/machine/files.ts';
import { digest } from '#kb/values/digest.ts';

/** Everything that affects the data or the HTML of an article: the model with its defaults, and the renderer. */
export const articleRooms: readonly string[] = ['src/kb', 'src/markdown'];

/** Everything that affects a page. */
export const pageRooms: readonly string[] = ['src'];

/** What package managers write after they have installed something. */
const locks = ['package-lock.json', 'node_modules/.package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock'];

/**
 * Changes when the code in some folders changes, or a package that it uses, or the program that runs it.
 *
 * @param engine the folder of the engine, absolute
 * @param rooms the folders, relative to it
 */
export async function engineKey(engine: string, rooms = articleRooms): Promise<string> {
  const files = await Promise.all(
    rooms.map(async (room) => (await listFiles(join(engine, room))).sort().map((file) => join(engine, room, file))),
  );
  const { node = '', icu = '', unicode = '' } = process.versions;
  const parts = [...files.flat(), join(engine, 'package.json')].map((file) => readFile(file));
  return digest(node, icu, unicode, ...(await Promise.all(parts)), ...(await installed(engine)));
}

/** The lists of installed packages, here and around. */
async function installed(folder: string): Promise<Buffer[]> {
  const found = await Promise.all(locks.map((name) => readFile(join(folder, name)).catch(() => Buffer.of())));
  const above = dirname(folder);
  return above === folder ? found : [...found, ...(await installed(above))];
}
