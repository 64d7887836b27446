import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { engineDir } from '#io/machine/engine.ts';
import { isRunning } from '#io/machine/is-running.ts';
import { digest } from '#kb/values/digest.ts';

/**
 * The folder in which Astro keeps the articles of a running preview. Two previews never share one, even of the same
 * content: each would write over what the other has read. The next preview of the content continues with it.
 *
 * It is inside the engine's folder, because packages are looked for in the folders around it.
 *
 * @param contentDir absolute
 */
export async function previewFolder(contentDir: string, theme: string): Promise<string> {
  const home = join(engineDir, 'node_modules/.astro/preview', digest(contentDir, theme));
  for (let number = 1; ; number++) {
    const folder = join(home, String(number));
    await mkdir(folder, { recursive: true });
    if (await claim(join(folder, 'pid'))) return folder;
  }
}

async function claim(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const owner = Number(await readFile(file, 'utf8').catch(() => ''));
    if (owner > 0 && owner !== process.pid && isRunning(owner)) return false;
    await writeFile(file, String(process.pid));
    return true;
  }
}
