import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { buildSite } from '#build/build-site.ts';
import { partFailure } from '#build/part-failure.ts';
import { checkContent } from '#io/check-content.ts';
import { themeDir } from '#io/content/read-theme.ts';
import { openSite } from '#io/machine/serve.ts';
import { makeTemporaryFolder } from '#io/machine/temporary-folder.ts';
import { type Library, publishedLibrary } from '#kb/content/library.ts';
import { hasErrors } from '#kb/findings/finding.ts';
import { measureCoverage, popularTopics } from '#kb/tickets/worklist/coverage.ts';
import { findingsText } from '#report/findings-text.ts';
import { type Shot, shotsHtml } from '#report/shots-html.ts';
import { deviceNames, devices, lookText, modes, sidesOf, subjectsOf } from '#ui/gallery/sides.ts';
import { turn } from '#ui/gallery/turn.ts';
import { contentFolder, failureText, Refusal } from '../shared/command.ts';
import { onTerminal } from '../shared/progress.ts';

const NOTHING = 'No pictures were taken.';
/** Pictures of the figures come from the page that `npm run dev` shows. */
const figures = ['contrasts', 'tokens', 'fonts'];

/**
 * Builds the site with a theme into a folder of its own and takes pictures of it.
 *
 * @returns the exit code
 */
export async function shootTheme(
  name: string,
  { out, content }: { out: string; content?: string | undefined },
): Promise<number> {
  const contentDir = contentFolder(content);
  const { library, counts, findings } = await checkContent(contentDir, name);
  if (!library || hasErrors(findings)) {
    process.stderr.write(`${findingsText(findings)}\n\n${NOTHING}\n`);
    return 1;
  }
  const folder = resolve(out);
  await mustHoldPictures(folder, out);
  const browser = await startBrowser();
  const temporary = await makeTemporaryFolder();
  const progress = onTerminal();
  try {
    progress.show('Building the site');
    const today = new Date().toISOString().slice(0, 10);
    const published = publishedLibrary(library, 'public', today);
    const outDir = join(temporary.path, 'site');
    // Below a host of its own, whatever path the site is published under.
    const options = { contentDir, outDir, theme: name, site: 'http://localhost/', audience: 'public', today } as const;
    const popular = popularTopics(measureCoverage(published, counts, {}));
    await buildSite(published, { ...options, popular, rising: [], gallery: true }, async () => true).catch(
      (error: unknown) => {
        if (process.env.DEBUG) throw error;
        const why = partFailure(error, name, themeDir(name, contentDir) ?? '') ?? failureText(error);
        throw new Refusal(`The site could not be built: ${why}\n\n${NOTHING}`);
      },
    );
    const pictures = await takePictures(browser, outDir, published, (done) => progress.show('Taking pictures', done));
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    for (const { file, png } of pictures) await writeFile(join(folder, file), png);
    await writeFile(join(folder, 'index.html'), shotsHtml(name, pictures));
    progress.clear();
    process.stdout.write(`${pictures.length} pictures of the theme "${name}" are in ${join(out, 'index.html')}.\n`);
    return 0;
  } finally {
    progress.clear();
    await browser.close();
    await temporary.remove();
  }
}

/** Pictures replace the folder, which must be empty or hold earlier ones. */
async function mustHoldPictures(folder: string, named: string): Promise<void> {
  const held: string[] = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new Refusal(`--out is "${named}", which is no folder that can be opened. Name another one. ${NOTHING}`);
  });
  if (held.some((file) => file !== 'index.html' && !file.endsWith('.png')))
    throw new Refusal(
      `--out is "${named}", which holds something else than pictures. Name a new folder, or empty this one. ${NOTHING}`,
    );
}

// The browser comes with what developers install, which a server that only builds the site can do without.
async function startBrowser(): Promise<Browser> {
  try {
    const { launchBrowser } = await import('../shared/browser.ts');
    return await launchBrowser();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND')
      throw new Refusal(`Pictures need a browser. Run "npm ci", without omitting development dependencies. ${NOTHING}`);
    throw new Refusal(`The browser could not be started. ${NOTHING}\n${failureText(error)}`);
  }
}

type Picture = Shot & { png: Buffer };

async function takePictures(
  browser: Browser,
  dir: string,
  library: Library,
  tell: (done: number) => void,
): Promise<Picture[]> {
  const site = await openSite(dir, 0);
  const looks = deviceNames.flatMap((device) =>
    sidesOf(library.site).flatMap((side) => modes.map((mode) => ({ device, side, mode }))),
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
      const taken = subjectsOf(library, side).map(async ({ kind, title, path }) => ({
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
  look: Parameters<typeof turn>[0],
): Promise<Buffer> {
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate(turn, look);
  // What comes by itself a moment later: pictures below the window, and the answers of the search.
  await page.evaluate(() => {
    for (const image of document.images) image.loading = 'eager';
  });
  if (address.includes('?q=')) await page.locator('.found-heading').filter({ hasText: /./ }).first().waitFor();
  await page.waitForLoadState('networkidle');
  const png = await page.screenshot({ fullPage: true, animations: 'disabled' });
  await page.close();
  return png;
}
