import { mkdir, readdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { engineDir } from '#io/machine/engine.ts';
import { isRunning } from '#io/machine/is-running.ts';
import { digest } from '#kb/values/digest.ts';

const previews = join(engineDir, 'node_modules/.astro/preview');
/** What no preview used for so long is removed. */
const KEPT_DAYS = 30;

/**
 * The folder in which Astro keeps the articles of a running preview. Two previews never share one, even of the same
 * content: each would write over what the other has read. The next preview of the content continues with it.
 *
 * It is inside the engine's folder, because packages are looked for in the folders around it.
 *
 * @param contentDir absolute
 */
export async function previewFolder(contentDir: string, theme: string): Promise<string> {
  await removeUnused();
  const home = join(previews, digest(contentDir, theme));
  for (let number = 1; ; number++) {
    const folder = join(home, String(number));
    await mkdir(folder, { recursive: true });
    if (await claim(folder)) return folder;
  }
}

async function claim(folder: string): Promise<boolean> {
  const file = join(folder, 'pid');
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const owner = await ownerOf(folder);
    if (owner > 0 && owner !== process.pid && isRunning(owner)) return false;
    await writeFile(file, String(process.pid));
    return true;
  }
}

async function removeUnused(): Promise<void> {
  const before = Date.now() - KEPT_DAYS * 86_400_000;
  for (const home of await readdir(previews).catch(() => []))
    for (const number of await readdir(join(previews, home)).catch(() => [])) {
      const folder = join(previews, home, number);
      const claimed = await stat(join(folder, 'pid')).catch(() => undefined);
      if (!claimed || claimed.mtimeMs > before || isRunning(await ownerOf(folder))) continue;
      await rm(folder, { recursive: true, force: true });
      await rmdir(join(previews, home)).catch(() => {});
    }
}

async function ownerOf(folder: string): Promise<number> {
  return Number(await readFile(join(folder, 'pid'), 'utf8').catch(() => ''));
}
