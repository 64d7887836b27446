import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'astro';
import { handSite, type ShownContent } from '#io/content/handed-site.ts';
import type { SiteEntry } from '#io/content/store.ts';
import { engineDir } from '#io/machine/engine.ts';
import { listFiles } from '#io/machine/files.ts';
import { makeTemporaryFolder } from '#io/machine/temporary-folder.ts';
import { prepareMedia } from '#io/media/prepare-media.ts';
import type { Library } from '#kb/content/library.ts';
import { drawPictures } from './draw-pictures.ts';
import { publicFiles } from './find-media.ts';
import { secureSite } from './headers/secure-site.ts';
import { openKeptPages } from './keeping/kept-pages.ts';
import { pageKey } from './keeping/page-key.ts';
import { type BuildOptions, handOver } from './options.ts';
import { outputFiles } from './outputs/all.ts';
import { preloadSearch } from './preload-search.ts';
import { openReader, type Reader } from './rendering/read-beside.ts';
import { readSiteEntry } from './site-entry.ts';
import { buildWidget } from './widget.ts';

// Enough to keep the disk busy.
const AT_ONCE = 64;

/**
 * Builds a site.
 *
 * @param library what is published, already checked
 * @param html the HTML of its articles by their paths, without those that import components
 * @param approve checks the complete site and says whether it can be published
 * @param onProgress gets what is done now, and how much of it is done, from 0 to 1, if that is known
 * @returns how many article pages it has, over all languages; `undefined` if it was not approved
 */
export async function buildSite(
  library: Library,
  html: ReadonlyMap<string, string>,
  options: BuildOptions,
  approve: (folder: string) => Promise<boolean>,
  onProgress: (doing: string, done?: number) => void = () => {},
): Promise<number | undefined> {
  // Inside the engine's folder, because Astro would otherwise share one folder between all builds of a directory.
  const work = await makeTemporaryFolder(join(engineDir, 'node_modules/.astro'));
  const site = join(work.path, 'site');
  const index = join(work.path, 'pagefind');
  let reader: Reader | undefined;
  try {
    const { entry } = await readSiteEntry(options);
    if (!entry) throw new Error('The content changed while the site was built.');
    reader = openReader(library, { entry, site, index, kept: options.kept });
    const codeArticles = library.articles.filter(({ code }) => code).map(({ path }) => path);
    const shown: ShownContent = { entry, library, htmlOf: ({ path }) => html.get(path) };
    const { kept: name } = options;
    const kept =
      name === undefined
        ? undefined
        : await openKeptPages(`${name}.pages`, () => pageKey(options.contentDir, site, entry));
    const { read } = reader;
    const all = library.locales.reduce((sum, { tag }) => sum + library.shown(tag).length, 0);
    let rendered = 0;
    onProgress('Preparing the pages');
    handSite({
      content: async () => shown,
      watch: kept?.watch,
      async page(address, route, render) {
        const keeps = kept && route.endsWith('/[...article].astro');
        const page = keeps ? await kept.page(address.pathname, render) : await render();
        read(address, page);
        rendered += 1;
        // Sections and the few other pages come on top.
        onProgress('Rendering the pages', Math.min(1, rendered / all));
        return page;
      },
    });
    const pictures = join(work.path, 'pictures');
    await Promise.all([
      runAstro({ ...options, codeArticles, outDir: site, workDir: work.path }),
      drawPictures(library, entry, options, pictures),
    ]);
    onProgress('Writing the files');
    if (existsSync(pictures)) await cp(pictures, site, { recursive: true });
    await cleanBundled(site);
    await buildWidget(options, site);
    await copyMedia(library, options, site);
    await writeOutputs(library, entry, await reader.twins(), site);
    await secureSite(site, entry);
    await kept?.save();
    onProgress('Indexing for the search');
    const pages = await reader.indexed();
    await rename(index, join(site, 'pagefind'));
    await preloadSearch(site, entry.base);
    onProgress('Checking the site');
    if (!(await approve(site))) return undefined;
    await moveContent(site, options.outDir);
    return pages;
  } finally {
    handSite(undefined);
    reader?.close();
    await work.remove();
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

async function writeOutputs(
  library: Library,
  entry: SiteEntry,
  markdown: ReadonlyMap<string, string>,
  out: string,
): Promise<void> {
  const files = outputFiles({ ...entry, library, markdown });
  for (const folder of new Set(files.map(({ path }) => dirname(join(out, path)))))
    await mkdir(folder, { recursive: true });
  for (let start = 0; start < files.length; start += AT_ONCE)
    await Promise.all(files.slice(start, start + AT_ONCE).map(({ path, text }) => writeFile(join(out, path), text)));
}

async function copyMedia(library: Library, options: BuildOptions, out: string): Promise<void> {
  const { theme, copies } = await publicFiles(options);
  const named = library.articles.flatMap(({ media }) => media.map(({ path }) => path));
  for (const { from, output } of [...theme, ...copies(named)]) {
    await mkdir(dirname(join(out, output)), { recursive: true });
    const prepared = await prepareMedia(await readFile(from), from);
    if ('refused' in prepared) throw new Error(`${from} changed while the site was built.`);
    await writeFile(join(out, output), prepared.bytes);
  }
}

/** Prepares the pictures that the styles of a theme name, like all others. */
async function cleanBundled(site: string): Promise<void> {
  const folder = join(site, '_astro');
  for (const name of await listFiles(folder)) {
    if (!/\.(?:svg|png|jpe?g|gif|webp|avif)$/i.test(name)) continue;
    const file = join(folder, name);
    const prepared = await prepareMedia(await readFile(file), name);
    if ('refused' in prepared)
      throw new Error(`A picture of the theme (${name}) cannot be published. ${prepared.says}`);
    await writeFile(file, prepared.bytes);
  }
}

// A folder cannot be renamed across disks.
async function moveContent(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from))
    await rename(join(from, name), join(to, name)).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EXDEV') throw error;
      await cp(join(from, name), join(to, name), { recursive: true });
    });
}
