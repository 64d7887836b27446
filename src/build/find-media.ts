import { join } from 'node:path';
import { mediaLookup, readMedia } from '#io/content/media.ts';
import { readTheme } from '#io/content/read-theme.ts';
import type { Media } from '#markdown/syntax/component.ts';
import { type ReadSetup, setupReader } from './last-good-setup.ts';
import { type BuildOptions, basePath } from './options.ts';
import { smallPictures } from './pictures/small-pictures.ts';
import { themeFiles } from './theme-files.ts';

/** A file the site must have: from an absolute path to a path below the site's root. */
export interface Copy {
  from: string;
  output: string;
}

export interface PublicFiles {
  theme: Copy[];
  /** Copies of the files that articles name, by their paths in the content folder. */
  copies(paths: Iterable<string>): Copy[];
  all(): Copy[];
  lookup(path: string): Media | undefined;
}

/** Every file next to articles or in the theme, by the address that pages use for it. */
export async function publicFiles(
  options: BuildOptions,
  readSetup: ReadSetup = setupReader(options),
): Promise<PublicFiles> {
  const { setup } = await readSetup();
  if (!setup) return { theme: [], copies: () => [], all: () => [], lookup: () => undefined };
  const base = basePath(options.site ?? setup.site.url);
  const media = await readMedia(options.contentDir, setup.assets, base, options.writing ? undefined : smallPictures);
  const { folder } = await readTheme(options.theme ?? setup.site.theme, options.contentDir);
  const theme = folder ? (await themeFiles(folder, base)).copies : [];
  const lookup = mediaLookup(media, setup.site);
  const copies = (paths: Iterable<string>) =>
    [...new Set([...paths].flatMap((path) => lookup(path) ?? []))].map(({ path, output }) => ({
      from: join(options.contentDir, path),
      output,
    }));
  return { theme, copies, all: () => copies(setup.assets), lookup };
}

/** The same for the preview while writing: the files are read again for each unknown address. */
export function findMedia(options: BuildOptions) {
  const readSetup = setupReader(options);
  let known: Promise<PublicFiles> | undefined;
  const read = () => {
    known ??= publicFiles(options, readSetup);
    return known;
  };
  return {
    lookup: async () => (await read()).lookup,
    /** @returns the file behind an address of the site, as an absolute path */
    async file(url: string): Promise<string | undefined> {
      const find = async () => {
        const { theme, all } = await read();
        return [...theme, ...all()].find(({ output }) => url.endsWith(`/${output}`))?.from;
      };
      const found = await find();
      if (found !== undefined) return found;
      known = undefined;
      return find();
    },
  };
}
