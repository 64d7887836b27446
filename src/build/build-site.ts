import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BundledApp, handSite, type ShownContent } from '#io/content/handed-site.ts';
import type { SiteSetup } from '#io/content/read-site-setup.ts';
import type { SiteEntry } from '#io/content/store.ts';
import { engineDir } from '#io/machine/engine.ts';
import { fileWriter } from '#io/machine/file-writer.ts';
import { makeTemporaryFolder } from '#io/machine/temporary-folder.ts';
import { prepareMedia } from '#io/media/prepare-media.ts';
import type { Article } from '#kb/content/article.ts';
import type { Library } from '#kb/content/library.ts';
import { compareText } from '#kb/values/text.ts';
import type { CompileBeside } from './compile-beside.ts';
import { drawPictures } from './draw-pictures.ts';
import { type PublicFiles, publicFiles } from './find-media.ts';
import { type BuiltPage, builtPage } from './headers/built-page.ts';
import { HEADERS_FILE, headersText } from './headers/headers-file.ts';
import type { PageSources } from './headers/page-sources.ts';
import { pageWriter } from './headers/page-writer.ts';
import { keepBundle, readBundle, readFolder, writeFolder } from './keeping/kept-bundle.ts';
import { removeUnused } from './keeping/kept-file.ts';
import { openKeptPages, renderAnew } from './keeping/kept-pages.ts';
import { pageKey } from './keeping/page-key.ts';
import type { BuildOptions } from './options.ts';
import { outputFiles } from './outputs/all.ts';
import { inPart } from './parts/in-part.ts';
import { keptPictures } from './pictures/kept-picture.ts';
import { smallPictures } from './pictures/small-pictures.ts';
import { preloadSearch } from './preload-search.ts';
import { openReader, type Reader } from './rendering/read-beside.ts';
import { eachPage, setUp } from './rendering/render-pages.ts';
import { readSiteEntry } from './site-entry.ts';

/** What is published, already checked. */
export interface Published {
  library: Library;
  /** The HTML of its articles by their paths, without those that import components. */
  html: ReadonlyMap<string, string>;
  setup: SiteSetup;
  /** What already compiles the engine and the theme, if something does. */
  compiling?: CompileBeside | undefined;
}

/** A site as it was built. */
export interface Built {
  /** How many article pages it has, over all languages. */
  pages: number;
  /** What its pages load, run and send. */
  sources: PageSources;
  entry: SiteEntry;
}

/**
 * Builds a site, or the part of it with some of its languages.
 *
 * @param approve checks the complete site and says whether it can be published
 * @param onProgress gets what is done now, and how much of it is done, from 0 to 1, if that is known
 * @returns `undefined` if it was not approved
 */
export async function buildSite(
  { library, html, setup, compiling }: Published,
  options: BuildOptions,
  approve: (folder: string) => Promise<boolean>,
  onProgress: (doing: string, done?: number) => void = () => {},
): Promise<Built | undefined> {
  // Inside the engine's folder, because Astro would otherwise share one folder between all builds of a directory.
  const work = await makeTemporaryFolder(join(engineDir, 'node_modules/.astro'));
  const site = join(work.path, 'site');
  const index = join(work.path, 'pagefind');
  let reader: Reader | undefined;
  try {
    const readSetup = async () => ({ setup, findings: [] });
    const { entry } = await readSiteEntry(options, readSetup);
    if (!entry) throw new Error('The theme changed while the site was built.');
    const indexBefore = options.before === undefined ? undefined : join(options.before, 'pagefind');
    const { locales = entry.site.locales } = options;
    const isHere = inPart(entry.site.locales, locales);
    reader = openReader(library, entry, locales, { index, before: indexBefore, kept: options.kept });
    const codeArticles = library.articles
      .filter(({ code }) => code)
      .map(({ path }) => path)
      .sort(compareText);
    const shown: ShownContent = { entry, library, htmlOf: ({ path }) => html.get(path) };
    const { kept: name } = options;
    const keyNow = () => pageKey(options.contentDir, codeArticles, entry);
    const key = name === undefined ? '' : await keyNow();
    const kept = name === undefined ? renderAnew : await openKeptPages(`${name}.pages`, key);
    const { read } = reader;
    const pages = new Map<string, BuiltPage>();
    const all = locales.reduce((sum, tag) => sum + library.shown(tag).length, 0);
    const renderPages = (app: BundledApp) =>
      eachPage(app, entry, isHere, async ({ address, file, render }) => {
        const page = await kept.page(file, render);
        read(address, page.html);
        pages.set(file, page);
        // Sections and the few other pages come on top.
        onProgress('Rendering the pages', Math.min(1, pages.size / all));
      });
    onProgress('Preparing the pages');
    handSite({ content: async () => shown, watch: kept.watch, bundled: renderPages });
    const pictures = join(work.path, 'pictures');
    const drawn = drawPictures(library, entry, options, pictures);
    // Awaited below.
    drawn.catch(() => {});
    const keptBundle = name === undefined ? undefined : await readBundle(name, key);
    const known = keptBundle ?? (await compiling?.bundle(key));
    let keeps = name !== undefined;
    if (known) {
      if (name !== undefined && !keptBundle) await keepBundle(name, key, known);
      writeFolder(site, known.site);
      writeFolder(join(work.path, 'app'), known.app);
      await renderPages(await loadApp(join(work.path, 'app')));
    } else {
      // Loading what compiles takes longer than what is left to do without.
      const { compileSite } = await import('./compile-site.ts');
      const app = await compileSite({ ...options, codeArticles, outDir: site, workDir: work.path });
      // The engine could have changed before all of it was read.
      keeps = name !== undefined && (await keyNow()) === key;
      if (name !== undefined && keeps) await keepBundle(name, key, { app, site: await readFolder(site) });
    }
    await drawn;
    await removeUnused(keptPictures).catch(() => {});
    onProgress('Writing the files');
    if (existsSync(pictures)) await cp(pictures, site, { recursive: true });
    const named = locales.flatMap((tag) => library.shown(tag).map(({ article }) => article));
    await copyMedia(named, await publicFiles(options, readSetup), site);
    const write = fileWriter(site, options.before);
    const writer = await pageWriter(site, entry.site, write);
    for (const [file, page] of pages) writer.write(file, page);
    if (keeps) await kept.save();
    for (const { path, text } of outputFiles({ ...entry, library, markdown: await reader.twins() }))
      if (!isHere(path)) continue;
      else if (path.endsWith('.html')) writer.write(path, builtPage(text));
      else write(path, text);
    const sources = writer.sources();
    write(HEADERS_FILE, headersText(sources, entry));
    onProgress('Indexing for the search');
    const indexed = await reader.indexed();
    await rename(index, join(site, 'pagefind'));
    await preloadSearch(site, entry.base);
    onProgress('Checking the site');
    if (!(await approve(site))) return undefined;
    await moveContent(site, options.outDir);
    return { pages: indexed, sources, entry };
  } finally {
    handSite(undefined);
    reader?.close();
    await work.remove();
  }
}

/** @param folder what renders pages, as it was compiled */
async function loadApp(folder: string): Promise<BundledApp> {
  const entry = (await readdir(folder)).find((name) => name.startsWith('prerender-entry'));
  if (entry === undefined) throw new Error('Astro compiled nothing that renders pages.');
  const { app } = (await import(pathToFileURL(join(folder, entry)).href)) as { app: BundledApp };
  setUp(app);
  return app;
}

async function copyMedia(articles: readonly Article[], { theme, copies }: PublicFiles, out: string): Promise<void> {
  const write = async (output: string, bytes: Uint8Array) => {
    await mkdir(dirname(join(out, output)), { recursive: true });
    await writeFile(join(out, output), bytes);
  };
  const read = async (from: string) => {
    const prepared = await prepareMedia(await readFile(from), from);
    if ('refused' in prepared) throw new Error(`${from} changed while the site was built.`);
    return prepared.bytes;
  };
  for (const { from, output } of theme) await write(output, await read(from));
  for (const { from, output } of copies(articles.flatMap(({ media }) => media.map(({ path }) => path)))) {
    const bytes = await read(from);
    await write(output, bytes);
    for (const copy of await smallPictures(bytes, output)) await write(copy.output, copy.bytes);
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
