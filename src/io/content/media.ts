import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { imageSize } from 'image-size';
import type { Site } from '#kb/content/site.ts';
import { assetFor } from '#kb/rules/media.ts';
import { digest } from '#kb/values/digest.ts';
import { asciiFileName } from '#kb/values/file-name.ts';
import type { Media } from '#markdown/syntax/component.ts';

export interface MediaFile extends Media {
  /** Relative to the content folder. */
  path: string;
  /** Its path in the site, relative to the root: `_media/freeze-card.1a2b3c4d5e6f.svg`. */
  output: string;
}

/**
 * The files of articles, under addresses that change with their content, so browsers can cache them
 * forever. Two files with the same bytes and name share one address.
 *
 * @param base path of the site's root, ending in "/"
 */
export async function readMedia(dir: string, assets: Iterable<string>, base: string): Promise<Map<string, MediaFile>> {
  const media = new Map<string, MediaFile>();
  for (const path of assets) {
    const bytes = await readFile(join(dir, path));
    const extension = extname(path);
    const name = asciiFileName(basename(path, extension), 'file');
    const output = `_media/${name}.${digest(bytes)}${extension.toLowerCase()}`;
    media.set(path, { path, output, url: `${base}${output}`, ...pictureSize(bytes) });
  }
  return media;
}

/** How pages show the file an article names: the file itself, or for a translation the one next to the original. */
export function mediaLookup(
  media: ReadonlyMap<string, MediaFile>,
  site: Site,
): (path: string) => MediaFile | undefined {
  const assets = new Set(media.keys());
  return (path) => {
    const asset = assetFor({ assets, site }, path);
    return asset === undefined ? undefined : media.get(asset);
  };
}

/** Width and height of a picture in pixels; nothing if the file is not a picture. */
export function pictureSize(bytes: Uint8Array): { width?: number; height?: number } {
  try {
    const { width, height } = imageSize(bytes);
    // An empty file has no size either.
    if (!(width > 0 && height > 0)) return {};
    return { width: Math.round(width), height: Math.round(height) };
  } catch {
    return {};
  }
}
