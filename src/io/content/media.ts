import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { imageSize } from 'image-size';
import type { Library } from '#kb/content/library.ts';
import type { Site } from '#kb/content/site.ts';
import { type Finding, finding } from '#kb/findings/finding.ts';
import { assetFor } from '#kb/rules/media.ts';
import { digest } from '#kb/values/digest.ts';
import { asciiFileName } from '#kb/values/file-name.ts';
import type { Media } from '#markdown/syntax/component.ts';
import { keptOrientation } from '../media/exif-orientation.ts';
import { needsLightBackground } from '../media/light-background.ts';
import { isCutOff } from '../media/picture-metadata.ts';
import { prepareMedia } from '../media/prepare-media.ts';
import { unreadableFile } from './unreadable-file.ts';

export interface MediaFile extends Media {
  /** Relative to the content folder. */
  path: string;
  /** Its path in the site, relative to the root: `_media/freeze-card.1a2b3c4d5e6f.svg`. */
  output: string;
}

/** Pictures that are read and made smaller at the same time, each in a thread of its own. */
const AT_ONCE = 4;

/** A smaller copy of a picture. */
export interface SmallPicture {
  /** In pixels. */
  width: number;
  /** Its path in the site, relative to the root. */
  output: string;
  bytes: Uint8Array;
}

/** Makes the smaller copies of a picture. @param output the path of the original in the site */
export type MakeSmaller = (bytes: Uint8Array, output: string) => Promise<SmallPicture[]>;

/**
 * The files of articles that can be published, under addresses that change with their content, so browsers can cache them
 * forever. Two files with the same bytes and name share one address.
 *
 * @param base path of the site's root, ending in "/"
 * @param smaller makes smaller copies of pictures, which are also published
 */
export async function readMedia(
  dir: string,
  assets: Iterable<string>,
  base: string,
  smaller?: MakeSmaller,
): Promise<Map<string, MediaFile>> {
  const media = new Map<string, MediaFile>();
  const paths = [...assets];
  for (let at = 0; at < paths.length; at += AT_ONCE)
    for (const file of await Promise.all(paths.slice(at, at + AT_ONCE).map(read))) if (file) media.set(file.path, file);
  return media;

  async function read(path: string): Promise<MediaFile | undefined> {
    const prepared = await prepareMedia(await readFile(join(dir, path)), path);
    if ('refused' in prepared) return undefined;
    const { bytes } = prepared;
    const extension = extname(path);
    const name = asciiFileName(basename(path, extension), 'file');
    const output = `_media/${name}.${digest(bytes)}${extension.toLowerCase()}`;
    const background = needsLightBackground(bytes, extension) && ({ background: 'light' } as const);
    const copies = (await smaller?.(bytes, output)) ?? [];
    const srcset = copies.map((copy) => `${base}${copy.output} ${copy.width}w`).join(', ');
    return {
      ...{ path, output, url: `${base}${output}`, ...pictureSize(bytes), ...background },
      ...(srcset !== '' && { srcset }),
    };
  }
}

/** Everything wrong with the files that articles use. */
export async function mediaFindings(dir: string, { articles, assets, site }: Library): Promise<Finding[]> {
  const used = new Set(
    articles.flatMap(({ media }) => media.map(({ path }) => assetFor({ assets, site }, path) ?? [])).flat(),
  );
  const findings: Finding[] = [];
  for (const path of used) {
    try {
      const file = await readFile(join(dir, path));
      const prepared = await prepareMedia(file, path);
      if ('refused' in prepared) findings.push(finding(prepared.refused, { path }, prepared.says, prepared.fix));
      else if (/\.jpe?g$/i.test(path) && isCutOff(file, prepared.bytes))
        findings.push(
          finding(
            'picture-cut',
            { path },
            'The file ends too early, so the lower part of the picture is missing.',
            'Save or download it again.',
          ),
        );
      else if (extname(path).toLowerCase() === '.svg' && needsLightBackground(prepared.bytes, '.svg'))
        findings.push(
          finding(
            'picture-dark',
            { path },
            'The drawing has dark lines and no background, so dark pages show it in a light box.',
            'Add a background to it, or use colors that can be seen on light and dark pages.',
          ),
        );
    } catch (error) {
      findings.push(unreadableFile('image-missing', path, error));
    }
  }
  return findings;
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

/** Width and height of a picture in pixels, as it is shown upright; nothing if the file is not a picture. */
export function pictureSize(bytes: Uint8Array): { width?: number; height?: number } {
  try {
    const { width, height } = imageSize(bytes);
    // An empty file has no size either.
    if (!(width > 0 && height > 0)) return {};
    const size = { width: Math.round(width), height: Math.round(height) };
    return keptOrientation(bytes) > 4 ? { width: size.height, height: size.width } : size;
  } catch {
    return {};
  }
}
