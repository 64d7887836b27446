import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { engineDir } from '#io/engine.ts';
import { sizeOf } from '#io/media.ts';
import type { ThemeFolder } from '#io/read-theme.ts';
import { digest } from '#kb/digest.ts';

export interface ThemeImage {
  url: string;
  width?: number | undefined;
  height?: number | undefined;
}

export interface ThemeImages {
  logo?: { light: ThemeImage; dark: ThemeImage } | undefined;
  favicon?: string | undefined;
  /** What to copy: from an absolute path to a path below the site's root. */
  copies: { from: string; output: string }[];
}

/**
 * The pictures of a theme under addresses that change with their bytes.
 *
 * @param base path of the site's root, ending in "/"
 */
export async function themeFiles({ dir, theme }: ThemeFolder, base: string): Promise<ThemeImages> {
  const copies: ThemeImages['copies'] = [];
  const publish = async (file: string, name: string): Promise<ThemeImage> => {
    const here = join(dir, file);
    const from = await readFile(here).then(
      () => here,
      () => join(engineDir, 'themes/plain', file),
    );
    const bytes = await readFile(from);
    const output = `_media/${name}.${digest(bytes)}${extname(file)}`;
    copies.push({ from, output });
    return { url: `${base}${output}`, ...sizeOf(bytes) };
  };
  const logo = theme.logo && {
    light: await publish(theme.logo.light, 'logo-light'),
    dark: await publish(theme.logo.dark, 'logo-dark'),
  };
  const favicon = theme.favicon && (await publish(theme.favicon, 'favicon')).url;
  return { logo, favicon, copies };
}
