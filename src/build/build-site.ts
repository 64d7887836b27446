import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build } from 'astro';
import { engineDir } from '#io/engine.ts';
import type { Library } from '#kb/library.ts';
import { publicFiles } from './find-media.ts';
import { type BuildOptions, basePath, handOver } from './options.ts';
import { writeRedirects } from './redirects.ts';
import { indexSearch } from './search-index.ts';

/**
 * Builds a site beside its place and puts it there only when it is whole.
 *
 * @param library what is published, already checked
 * @throws with the previous site untouched
 */
export async function buildSite(library: Library, options: BuildOptions): Promise<{ pages: number }> {
  const { outDir } = options;
  const making = join(dirname(outDir), `.${basename(outDir)}.making`);
  const before = join(dirname(outDir), `.${basename(outDir)}.before`);
  await rm(making, { recursive: true, force: true });
  await mkdir(dirname(outDir), { recursive: true });
  try {
    handOver({ ...options, outDir: making });
    await build({ root: engineDir, logLevel: 'error' });
    const { theme, copies } = await publicFiles(options);
    const named = library.articles.flatMap(({ media }) => media.map(({ path }) => path));
    for (const { from, output } of [...theme, ...copies(named)]) {
      await mkdir(dirname(join(making, output)), { recursive: true });
      await copyFile(from, join(making, output));
    }
    await writeRedirects(library, making, basePath(options.site ?? library.site.url));
    const pages = await indexSearch(library, making);
    await rm(before, { recursive: true, force: true });
    await rename(outDir, before).catch(() => undefined);
    await rename(making, outDir);
    await rm(before, { recursive: true, force: true });
    return { pages };
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw error;
  }
}
