import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'astro';
import { type BundledApp, handedSite, handSite } from '#io/content/handed-site.ts';
import { engineDir } from '#io/machine/engine.ts';
import { listFiles } from '#io/machine/files.ts';
import { prepareMedia } from '#io/media/prepare-media.ts';
import { type Files, readFolder } from './keeping/kept-bundle.ts';
import { type BuildOptions, handOver } from './options.ts';
import { buildWidget } from './widget.ts';

/**
 * Has Astro compile the engine, the theme and the components of a company, and render the pages of the site that was
 * handed over. Scripts and styles are written to the folder of the site.
 *
 * @returns what renders pages
 */
export async function compileSite(options: BuildOptions): Promise<Files> {
  const { outDir: site } = options;
  let app: Files = new Map();
  const handed = handedSite();
  if (!handed) throw new Error('No site was handed over.');
  handSite({
    ...handed,
    async bundled(bundled: BundledApp) {
      // Astro removes it at the end.
      app = await readFolder(join(site, '.prerender'));
      await handed.bundled?.(bundled);
    },
  });
  await runAstro(options);
  await cleanBundled(site);
  await buildWidget(options, site);
  return app;
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
