import { copyFile, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'astro';
import { replaceFolder } from '#io/machine/atomic-write.ts';
import { engineDir } from '#io/machine/engine.ts';
import type { Library } from '#kb/content/library.ts';
import { digest } from '#kb/values/digest.ts';
import { publicFiles } from './find-media.ts';
import { type BuildOptions, handOver } from './options.ts';
import { outputFiles } from './outputs/all.ts';
import { indexSearch } from './search-index.ts';
import { readSiteEntry } from './site-entry.ts';
import { buildWidget } from './widget.ts';

/**
 * Builds a site in a temporary folder, and moves it to its own only when it is complete.
 *
 * @param library what is published, already checked
 * @param approve checks the complete site before it is moved and says whether it can be published
 * @returns how many article pages it has, over all languages; `undefined` if it was not approved
 * @throws with the previous site untouched
 */
export async function buildSite(
  library: Library,
  options: BuildOptions,
  approve: (folder: string) => Promise<boolean>,
): Promise<number | undefined> {
  const { outDir } = options;
  // Inside the engine's folder, because Astro would otherwise share one folder between all builds of a directory.
  const workshop = join(engineDir, 'node_modules/.astro', `site-${digest(outDir, String(process.pid))}`);
  try {
    await rm(workshop, { recursive: true, force: true });
    await runAstro({ ...options, outDir: workshop });
    await buildWidget(options, workshop);
    await copyMedia(library, options, workshop);
    await writeOutputs(library, options, workshop);
    const pages = await indexSearch(
      library,
      ({ article: { id }, locale }) => readFile(join(workshop, locale, id, 'index.html'), 'utf8').then(articleOf),
      join(workshop, 'pagefind'),
    );
    if (!(await approve(workshop))) return undefined;
    await replaceFolder(outDir, (draft) => move(workshop, draft));
    return pages;
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

async function runAstro(options: BuildOptions): Promise<void> {
  const from = process.cwd();
  handOver(options);
  // Astro resolves what it runs from the working directory, which can be any folder.
  process.chdir(engineDir);
  try {
    await build({ root: engineDir, logLevel: 'error' });
  } finally {
    process.chdir(from);
  }
}

/** The rest of a page is the same everywhere, so it isn't read. */
function articleOf(html: string): string {
  return html.slice(html.indexOf('<article'), html.lastIndexOf('</article>') + '</article>'.length);
}

async function writeOutputs(library: Library, options: BuildOptions, out: string): Promise<void> {
  const { entry } = await readSiteEntry(options);
  if (!entry) throw new Error('The content changed while the site was built.');
  for (const { path, text } of outputFiles({ ...entry, library, audience: options.audience })) {
    const file = join(out, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

async function copyMedia(library: Library, options: BuildOptions, out: string): Promise<void> {
  const { theme, copies } = await publicFiles(options);
  const named = library.articles.flatMap(({ media }) => media.map(({ path }) => path));
  for (const { from, output } of [...theme, ...copies(named)]) {
    await mkdir(dirname(join(out, output)), { recursive: true });
    await copyFile(from, join(out, output));
  }
}

// A folder cannot be renamed across disks.
async function move(from: string, to: string): Promise<void> {
  await rename(from, to).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
  });
}
