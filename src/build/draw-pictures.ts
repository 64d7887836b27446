import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { readTheme, type ThemeFolder } from '#io/content/read-theme.ts';
import type { SiteEntry } from '#io/content/store.ts';
import { contentType } from '#io/machine/content-type.ts';
import { prepareMedia } from '#io/media/prepare-media.ts';
import type { Library } from '#kb/content/library.ts';
import { logoFor } from '#kb/theme/brand.ts';
import { type PictureWords, pictureFile, siteWords } from '#ui/head/social-pictures.ts';
import { makeSectionPaths } from '#ui/section-paths.ts';
import { makeView, type View } from '#ui/view.ts';
import type { BuildOptions } from './options.ts';
import { keptPicture } from './pictures/kept-picture.ts';
import { groundOf } from './pictures/logo-ground.ts';
import { makeShaper, type Shaper } from './pictures/shape-text.ts';
import { type PictureLook, socialPicture } from './pictures/social-picture.ts';
import { themeFiles } from './theme-files.ts';

// Each is encoded in a thread of its own.
const AT_ONCE = 4;

/** A picture and where it belongs. */
interface Drawing {
  /** Relative to the root of the site. */
  file: string;
  view: View;
  words: PictureWords;
}

/**
 * Draws the pictures of a site for messengers and social networks. A picture is drawn once: its name says what it shows,
 * and it is kept for the next build.
 *
 * @param out the folder of the site
 */
export async function drawPictures(
  library: Library,
  entry: SiteEntry,
  { contentDir, locales = entry.site.locales }: BuildOptions,
  out: string,
): Promise<void> {
  const drawings = drawingsOf(library, entry, locales);
  if (drawings.length === 0) return;
  let look: Promise<(locale: string) => PictureLook> | undefined;
  const draw = async ({ file, view, words }: Drawing) => {
    const bytes = await keptPicture(file.replace(/^.*\//, ''), async () => {
      look ??= looksOf(entry, contentDir);
      return drawn((await look)(view.locale.tag), view, words);
    });
    await writeFile(join(out, file), bytes);
  };
  await mkdir(join(out, '_media'), { recursive: true });
  for (let at = 0; at < drawings.length; at += AT_ONCE) await Promise.all(drawings.slice(at, at + AT_ONCE).map(draw));
}

function drawingsOf(library: Library, entry: SiteEntry, locales: readonly string[]): Drawing[] {
  const drawings = new Map<string, Drawing>();
  for (const locale of locales) {
    const view = makeView({ ...entry, library }, locale);
    const { pathTo } = makeSectionPaths(library, locale);
    const add = (words: PictureWords) => {
      const file = pictureFile(view, words);
      if (file !== undefined) drawings.set(file, { file, view, words });
    };
    add(siteWords(view));
    for (const { article, fallback } of library.shown(locale))
      if (!fallback) add({ title: article.title, label: pathTo(article.section).at(-1)?.title });
  }
  return [...drawings.values()];
}

async function drawn(look: PictureLook, { chrome, locale, text }: View, words: PictureWords): Promise<Buffer> {
  const name = text('site.title', { name: chrome.site.name });
  const svg = socialPicture(look, { ...words, name, locale: locale.tag, dir: locale.dir });
  // Few colors are enough for text, and make a small file.
  return sharp(Buffer.from(svg)).removeAlpha().png({ palette: true, colours: 32, dither: 0, effort: 1 }).toBuffer();
}

async function looksOf(entry: SiteEntry, contentDir: string): Promise<(locale: string) => PictureLook> {
  const { folder } = await readTheme(entry.theme, contentDir);
  if (!folder) throw new Error('The theme changed while the site was built.');
  const { copies, fonts } = await themeFiles(folder, entry.base);
  const sourceOf = (url: string) => copies.find(({ output }) => entry.base + output === url)?.from;
  const fontsFor = (family: string, weight: number) =>
    shaperOf(
      fontFilesOf(folder, family, weight).flatMap((file) => sourceOf(fonts.get(file)?.url ?? '') ?? []),
      weight,
    );
  const [bold, regular] = await Promise.all([
    fontsFor(folder.theme.fonts.heading, 700),
    fontsFor(folder.theme.fonts.body, 400),
  ]);
  const { brand, surface, text, muted } = folder.theme.colors;
  const colors = { brand: brand.light, surface: surface.light, text: text.light, muted: muted.light };
  const logos = new Map<string, PictureLook['logo']>();
  for (const locale of entry.site.locales) {
    const picture = logoFor(entry.brand, locale)?.light;
    const from = picture && sourceOf(picture.url);
    if (!picture?.width || !picture.height || from === undefined) continue;
    const prepared = await prepareMedia(await readFile(from), from);
    if ('refused' in prepared) continue;
    const url = `data:${contentType(from)};base64,${Buffer.from(prepared.bytes).toString('base64')}`;
    const ground = await groundOf(prepared.bytes, [colors.surface, colors.text]);
    logos.set(locale, { url, width: picture.width, height: picture.height, ground });
  }
  return (locale) => ({ colors, logo: logos.get(locale), bold, regular });
}

async function shaperOf(files: readonly string[], weight: number): Promise<Shaper | undefined> {
  return files.length === 0 ? undefined : makeShaper(await Promise.all(files.map((file) => readFile(file))), weight);
}

/** The files of a family, those nearest to a weight first, and of these the last first, as browsers choose. */
function fontFilesOf({ theme }: ThemeFolder, families: string, weight: number): string[] {
  const named = families.split(',').map((name) => name.trim().replace(/^["']|["']$/g, ''));
  const distance = (range: string) => {
    const [min = 400, max = min] = range.split(' ').map(Number);
    return Math.max(0, min - weight, weight - max);
  };
  return theme.fonts.files
    .filter(({ family, style }) => named.includes(family) && style === 'normal')
    .reverse()
    .sort((a, b) => named.indexOf(a.family) - named.indexOf(b.family) || distance(a.weight) - distance(b.weight))
    .map(({ file }) => file);
}
