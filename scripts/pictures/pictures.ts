import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { type OpenSite, openSite } from '#io/machine/serve.ts';
import type { PicturedPage } from '#report/code-hosts/pictured-pages.ts';
import { count } from '#report/layout/numbers.ts';
import { shotsHtml } from '#report/shots-html.ts';
import { deviceNames, devices, lookNames } from '#ui/gallery/looks.ts';
import { Refusal } from '../shared/failures.ts';
import { showProgress } from '../shared/progress.ts';
import { NO_SHOTS, startBrowser, wholePage } from '../shared/start-browser.ts';
import { type DifferentPage, differentPages } from './different-pages.ts';

interface PicturesRequest {
  /** Folders as they were named. */
  before: string;
  after: string;
  out: string;
  most: number;
}

/** Pages can be different without looking different, such as in a description for search engines. */
const TRIES = 3;

/**
 * Takes pictures of the pages that look different in two built sites.
 *
 * @returns what was done, a line
 */
export async function pictureChanges({ before, after, out, most }: PicturesRequest): Promise<string> {
  for (const folder of [before, after])
    if (!(await stat(join(folder, 'index.html')).catch(() => undefined)))
      throw new Refusal(
        `There is no built site in ${folder}. Run \`npm run build -- --out ${folder}\` first. ${NO_SHOTS}`,
      );
  const folder = resolve(out);
  await mustHoldPictures(folder, out);
  const different = await differentPages(resolve(before), resolve(after));
  const browser = await startBrowser();
  const sites: OpenSite[] = [];
  const pages: PicturedPage[] = [];
  const progress = showProgress();
  try {
    for (const site of [before, after]) sites.push(await openSite(resolve(site), 0));
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    for (const page of different.slice(0, most * TRIES)) {
      if (pages.length === most) break;
      progress.show('Taking pictures', pages.length / Math.min(most, different.length));
      const shown = await picturesOf(browser, page, sites, folder, pages.length + 1);
      if (shown) pages.push(shown);
    }
  } finally {
    progress.clear();
    await browser.close();
    for (const site of sites) await site.close();
  }
  await writeFile(
    join(folder, 'pictures.json'),
    `${JSON.stringify({ different: different.length, pages }, null, 2)}\n`,
  );
  await writeFile(join(folder, 'index.html'), shotsHtml('Before and after', pages.flatMap(shotsOf)));
  return `${count(different.length, 'page')} ${different.length === 1 ? 'is' : 'are'} different, ${pages.length} pictured. To view them, open ${join(out, 'index.html')}.\n`;
}

/** @returns `undefined` if the page looks the same */
async function picturesOf(
  browser: Browser,
  { file, state }: DifferentPage,
  sites: readonly OpenSite[],
  folder: string,
  number: number,
): Promise<PicturedPage | undefined> {
  const path = file.replace(/(^|\/)index\.html$/, '$1');
  const taken: { name: string; device: (typeof deviceNames)[number]; when: 'before' | 'after'; png: Buffer }[] = [];
  for (const device of deviceNames) {
    const context = await browser.newContext({ viewport: devices[device], reducedMotion: 'reduce' });
    for (const [index, when] of (['before', 'after'] as const).entries()) {
      if (state === (when === 'before' ? 'new' : 'removed')) continue;
      const page = await context.newPage();
      await page.goto(`${sites[index]?.url}${path.split('/').map(encodeURIComponent).join('/')}`);
      taken.push({ name: `${number}-${device}-${when}.png`, device, when, png: await wholePage(page) });
      await page.close();
    }
    await context.close();
  }
  const same = deviceNames.every((device) => {
    const [one, other] = taken.filter((picture) => picture.device === device);
    return one && other && one.png.equals(other.png);
  });
  if (same) return undefined;
  for (const { name, png } of taken) await writeFile(join(folder, name), png);
  return { path: `/${path}`, state, files: taken.map(({ name, device, when }) => ({ name, device, when })) };
}

function shotsOf({ path, files }: PicturedPage, index: number) {
  return files.map(({ name, device, when }) => ({
    file: name,
    kind: `page-${index + 1}`,
    title: path,
    look: `${when === 'before' ? 'Before' : 'After'} · ${lookNames[device]}`,
    window: devices[device],
  }));
}

/** The folder is replaced, so it must be empty, or contain only earlier pictures. */
async function mustHoldPictures(folder: string, named: string): Promise<void> {
  const existing: string[] = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new Refusal(`--out is "${named}", which isn't a folder that can be opened. Name another one. ${NO_SHOTS}`);
  });
  if (existing.some((file) => !/^(?:index\.html|pictures\.json|.*\.png)$/.test(file)))
    throw new Refusal(
      `--out is "${named}", which contains other files than pictures. Name a new folder, or empty this one. ${NO_SHOTS}`,
    );
}
