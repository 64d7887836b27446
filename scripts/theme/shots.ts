import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { buildSite } from '#build/build-site.ts';
import { basePath } from '#build/options.ts';
import { smallPictures } from '#build/pictures/small-pictures.ts';
import { themePartFailure } from '#build/theme-part-failure.ts';
import { checkContent } from '#io/check-content.ts';
import { themeDir } from '#io/content/read-theme.ts';
import { openSite } from '#io/machine/serve.ts';
import { makeTemporaryFolder } from '#io/machine/temporary-folder.ts';
import { type Library, publishedLibrary } from '#kb/content/library.ts';
import { hasErrors } from '#kb/findings/finding.ts';
import { measureCoverage, popularTopics } from '#kb/tickets/worklist/coverage.ts';
import { findingsText } from '#report/findings-text.ts';
import { type Shot, shotsHtml } from '#report/shots-html.ts';
import { applyLook } from '#ui/gallery/apply-look.ts';
import { deviceNames, devices, directionsOf, lookText, modes, previewPages } from '#ui/gallery/looks.ts';
import { failureText, Refusal } from '../shared/failures.ts';
import { showProgress } from '../shared/progress.ts';
import { NO_SHOTS, startBrowser } from '../shared/start-browser.ts';

/** These come from the page /theme/. */
const figures = ['contrasts', 'tokens', 'fonts'];

/**
 * Builds the site with a theme into a temporary folder, and takes screenshots of it.
 *
 * @param pages which pages, of `previewKinds`
 * @returns the exit code
 */
export async function shootTheme(
  name: string,
  out: string,
  contentDir: string,
  pages: readonly string[],
): Promise<number> {
  // At the root of a host, whatever path the site is published at.
  const site = 'http://localhost/';
  const { library, setup, sources, html, findings } = await checkContent(contentDir, name, {}, undefined, {
    baseOf: () => basePath(site),
    smaller: smallPictures,
  });
  if (!library || !setup || hasErrors(findings)) {
    process.stderr.write(`${findingsText(findings)}\n\n${NO_SHOTS}\n`);
    return 1;
  }
  const folder = resolve(out);
  await mustHoldPictures(folder, out);
  const browser = await startBrowser();
  const temporary = await makeTemporaryFolder();
  const progress = showProgress();
  try {
    progress.show('Building the site');
    const today = new Date().toISOString().slice(0, 10);
    const published = publishedLibrary(library, 'public', today);
    const outDir = join(temporary.path, 'site');
    const options = { contentDir, outDir, theme: name, site, audience: 'public', today } as const;
    const popular = popularTopics(measureCoverage(published, sources));
    await buildSite(
      { library: published, html, setup },
      { ...options, popular, rising: [], gallery: true },
      async () => true,
    ).catch((error: unknown) => {
      if (process.env.DEBUG) throw error;
      const why = themePartFailure(error, name, themeDir(name, contentDir) ?? '') ?? failureText(error);
      throw new Refusal(`The site could not be built: ${why}\n\n${NO_SHOTS}`);
    });
    const pictures = await takePictures(browser, outDir, published, pages, (done) =>
      progress.show('Taking screenshots', done),
    );
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    for (const { file, png } of pictures) await writeFile(join(folder, file), png);
    await writeFile(join(folder, 'index.html'), shotsHtml(`Theme ${name}`, pictures));
    progress.clear();
    process.stdout.write(
      `Took ${pictures.length} screenshots of the theme "${name}". To view them, open ${join(out, 'index.html')}.\n`,
    );
    return 0;
  } finally {
    progress.clear();
    await browser.close();
    await temporary.remove();
  }
}

/** The folder is replaced, so it must be empty, or contain only earlier screenshots. */
async function mustHoldPictures(folder: string, named: string): Promise<void> {
  const existing: string[] = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new Refusal(`--out is "${named}", which isn't a folder that can be opened. Name another one. ${NO_SHOTS}`);
  });
  if (existing.some((file) => file !== 'index.html' && !file.endsWith('.png')))
    throw new Refusal(
      `--out is "${named}", which contains other files than screenshots. Name a new folder, or empty this one. ${NO_SHOTS}`,
    );
}

type Picture = Shot & { png: Buffer };

async function takePictures(
  browser: Browser,
  dir: string,
  library: Library,
  pages: readonly string[],
  tell: (done: number) => void,
): Promise<Picture[]> {
  const site = await openSite(dir, 0);
  const looks = deviceNames.flatMap((device) =>
    directionsOf(library.site).flatMap((side) => modes.map((mode) => ({ device, side, mode }))),
  );
  const pictures: Picture[] = [];
  try {
    const context = await browser.newContext({ viewport: devices.desktop });
    const page = await context.newPage();
    await page.goto(`${site.url}theme/`);
    for (const kind of figures)
      pictures.push({
        file: `${kind}.png`,
        kind,
        title: 'Figures',
        look: kind,
        png: await page.locator(`#${kind}`).screenshot(),
      });
    await context.close();
    for (const [index, { device, side, mode }] of looks.entries()) {
      const viewport = devices[device];
      const context = await browser.newContext({ viewport, colorScheme: mode, locale: side.locale });
      const look = lookText(device, mode, side.dir);
      tell(index / looks.length);
      const wanted = previewPages(library, side).filter(({ kind }) => pages.includes(kind));
      const taken = wanted.map(async ({ kind, title, path }) => ({
        file: `${kind}-${device}-${mode}-${side.dir}.png`,
        ...{ kind, title, look, window: viewport },
        png: await takePicture(context, site.url + path, { mode, dir: side.dir }),
      }));
      pictures.push(...(await Promise.all(taken)));
      await context.close();
    }
    return pictures;
  } finally {
    await site.close();
  }
}

async function takePicture(
  context: BrowserContext,
  address: string,
  look: Parameters<typeof applyLook>[0],
): Promise<Buffer> {
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate(applyLook, look);
  // Wait for what loads later: images below the window, and search results.
  await page.evaluate(() => {
    for (const image of document.images) image.loading = 'eager';
  });
  if (address.includes('?q=')) await page.locator('.found-heading').filter({ hasText: /./ }).first().waitFor();
  await page.waitForLoadState('networkidle');
  const png = await page.screenshot({ fullPage: true, animations: 'disabled' });
  await page.close();
  return png;
}
