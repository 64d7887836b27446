import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawPictures } from '#build/draw-pictures.ts';
import type { BuildOptions } from '#build/options.ts';
import { readSiteEntry } from '#build/site-entry.ts';
import type { SiteEntry } from '#io/content/store.ts';
import { listFiles } from '#io/machine/files.ts';
import { pictureFile } from '#ui/head/social-pictures.ts';
import { makeView } from '#ui/view.ts';
import { makeArticle, makeLibrary } from '../make.ts';

const options: BuildOptions = {
  contentDir: join(import.meta.dirname, '../fixtures/sites/small'),
  outDir: '',
  theme: 'lumo',
  audience: 'public',
  today: '2026-11-15',
  popular: [],
  rising: [],
};
const library = makeLibrary({
  articles: [
    makeArticle('cards/freeze', { title: 'Freeze a card' }),
    makeArticle('cards/freeze', { locale: 'fi', title: 'Jäädytä kortti' }),
    makeArticle('cards/order', { title: 'カード' }),
  ],
});
let folder: string;
let entry: SiteEntry;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ohje-'));
  const read = await readSiteEntry(options);
  entry = { ...(read.entry as SiteEntry), site: { ...library.site, socialPictures: true } };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const draw = async (name: string, differs: Partial<SiteEntry> = {}) => {
  const out = join(folder, name);
  await drawPictures(library, { ...entry, ...differs }, options, out);
  return out;
};

it('draws a picture for each article and home page, always the same, under the name that pages use', async () => {
  const out = await draw('first');
  const files = (await listFiles(out)).sort();
  // Three articles, and the home page of each language.
  expect(files).toHaveLength(5);
  const view = makeView({ ...entry, library }, 'fi');
  expect(files).toContain(pictureFile(view, { title: 'Jäädytä kortti', label: 'Cards' }));
  const again = await draw('second');
  for (const file of files) {
    const bytes = await readFile(join(out, file));
    expect(imageSize(bytes)).toMatchObject({ width: 1200, height: 630, type: 'png' });
    expect(bytes.length).toBeLessThan(40_000);
    expect(bytes.equals(await readFile(join(again, file)))).toBe(true);
  }
});

it.each([{ audience: 'internal' as const }, { url: undefined }])('draws none with %o', async (differs) => {
  expect(await listFiles(await draw('none', differs)).catch(() => [])).toEqual([]);
});

it('draws none if the site turns them off', async () => {
  const out = await draw('off', { site: { ...entry.site, socialPictures: false } });
  expect(await listFiles(out).catch(() => [])).toEqual([]);
});
