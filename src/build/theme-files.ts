import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { pictureSize } from '#io/content/media.ts';
import { referenceDir, type ThemeFolder } from '#io/content/read-theme.ts';
import { prepareMedia } from '#io/media/prepare-media.ts';
import { fontCharacters, measureFont } from '#io/media/theme-font.ts';
import type { Brand, Picture } from '#kb/theme/brand.ts';
import { printCustomProperties } from '#kb/theme/custom-properties.ts';
import type { ByMode, Theme } from '#kb/theme/theme.ts';
import { fontFaces, fontFamilies, type PublishedFont, rangesOf } from '#kb/theme/theme-fonts.ts';
import { digest } from '#kb/values/digest.ts';

export interface ThemeFiles {
  logos: Brand['logos'];
  favicon?: string | undefined;
  touchIcon?: string | undefined;
  /** By their files in the folder of the theme. */
  fonts: ReadonlyMap<string, PublishedFont>;
  /** What to copy: from an absolute path to a path below the site's root. */
  copies: { from: string; output: string }[];
}

/**
 * The pictures and fonts of a theme under addresses that change with their bytes.
 *
 * @param base path of the site's root, ending in "/"
 */
export async function themeFiles({ dir, theme }: ThemeFolder, base: string): Promise<ThemeFiles> {
  const copies: ThemeFiles['copies'] = [];
  const publish = async (file: string, name: string) => {
    const here = join(dir, file);
    const from = await readFile(here).then(
      () => here,
      () => join(referenceDir, file),
    );
    const prepared = await prepareMedia(await readFile(from), file);
    // The check reports it, and it is not published.
    if ('refused' in prepared) return { url: '', bytes: Buffer.alloc(0) };
    const bytes = Buffer.from(prepared.bytes);
    const output = `_media/${name}.${digest(bytes)}${extname(file)}`;
    if (!copies.some((copy) => copy.output === output)) copies.push({ from, output });
    return { url: `${base}${output}`, bytes };
  };
  const picture = async (file: string, name: string): Promise<Picture> => {
    const { url, bytes } = await publish(file, name);
    return { url, ...pictureSize(bytes) };
  };
  const logos: Record<string, ByMode<Picture>> = {};
  for (const [locale, { light, dark }] of Object.entries(theme.logos))
    logos[locale] = { light: await picture(light, 'logo-light'), dark: await picture(dark, 'logo-dark') };
  const fonts = new Map<string, PublishedFont>();
  for (const { file } of theme.fonts.files) {
    const { url, bytes } = await publish(file, basename(file, extname(file)));
    fonts.set(file, { url, measure: measureFont(bytes), characters: fontCharacters(bytes) });
  }
  const favicon = theme.favicon && (await publish(theme.favicon, 'favicon')).url;
  const touchIcon = theme.touchIcon && (await publish(theme.touchIcon, 'touch-icon')).url;
  return { logos, favicon, touchIcon, fonts, copies };
}

/** What pages take from a theme whose files are published. */
export function brandOf({ theme }: ThemeFolder, { logos, favicon, touchIcon, fonts }: ThemeFiles): Brand {
  const { headerLinks, footer, show } = theme;
  const ranges = rangesOf(theme.fonts.files, fonts);
  const preloads = theme.fonts.files.flatMap((one) => {
    const { file, preload, family, weight, style } = one;
    const url = fonts.get(file)?.url;
    if (url === undefined || preload === false) return [];
    return [{ url, family, weight, style, range: ranges.get(one), ...(preload !== true && { locales: preload }) }];
  });
  return {
    tokens: `${fontFaces(theme, fonts)}${printCustomProperties({ ...theme, fonts: fontFamilies(theme, fonts) })}`,
    preloads,
    logos,
    favicon,
    touchIcon,
    surface: theme.colors.surface,
    look: lookOf(theme, logos, fonts),
    headerLinks,
    footer,
    show,
  };
}

// Changes with the design of the pictures.
const DESIGN = '2';

function lookOf({ colors, fonts }: Theme, logos: Brand['logos'], files: ThemeFiles['fonts']): Brand['look'] {
  if (files.size === 0 && Object.keys(logos).length === 0) return undefined;
  const { brand, surface, text, muted } = colors;
  const drawn = [brand, surface, text, muted].map(({ light }) => light);
  const key = digest(DESIGN, JSON.stringify([drawn, fonts, logos, [...files.values()].map(({ url }) => url)]));
  return { key, hasFonts: files.size > 0 };
}
