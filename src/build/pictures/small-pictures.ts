import { basename, extname } from 'node:path';
import { pictureSize, type SmallPicture } from '#io/content/media.ts';
import { digest } from '#kb/values/digest.ts';
import { longDigest } from '../keeping/kept-file.ts';
import { keptPicture } from './kept-picture.ts';

/** Changes whenever pictures are made in another way. */
const MADE = '2';

/** How wide an article shows a picture at most, in CSS pixels, and twice that for fine screens. */
const WIDTHS = [704, 1408];

/** Of encoding, from 0 to 6. More takes twice as long and saves a hundredth. */
const EFFORT = 2;

/** For screenshots, whose text must stay sharp. */
const SHARP = { quality: 90, smartSubsample: true } as const;

/** A copy is used only if it has at most this share of the bytes of the original. */
const WORTH = 0.9;

/**
 * Copies of a photo or a screenshot as WebP, in the widths that screens need; none if the original is as small, moves or
 * can't be read. Each is made once and kept.
 *
 * @param bytes as they are published
 * @param output the path of the original in the site
 */
export async function smallPictures(bytes: Uint8Array, output: string): Promise<SmallPicture[]> {
  const ending = extname(output);
  if (!['.jpg', '.jpeg', '.png', '.webp'].includes(ending)) return [];
  const name = longDigest(MADE, ending, bytes);
  // Without the digest of the original.
  const title = basename(output).replace(/\.[^.]*\.[^.]*$/, '');
  const found: SmallPicture[] = [];
  for (const limit of WIDTHS) {
    const kept = await keptPicture(`${name}-${limit}.webp`, () => smallPicture(bytes, ending, limit));
    // Nothing is kept instead of a copy that isn't worth it.
    if (kept.length === 0) continue;
    const { width = limit } = pictureSize(kept);
    found.push({ width, output: `_media/${title}-${width}.${digest(kept)}.webp`, bytes: kept });
  }
  const { width = 0 } = pictureSize(bytes);
  const widest = Math.max(0, ...found.map((copy) => copy.width));
  // Fine screens get the original if it is smaller than a copy of its width.
  if (widest > 0 && widest < Math.min(width, Math.max(...WIDTHS))) found.push({ width, output, bytes });
  return found;
}

/** @returns nothing if it isn't worth it */
async function smallPicture(bytes: Uint8Array, ending: string, limit: number): Promise<Uint8Array> {
  const nothing = new Uint8Array();
  try {
    const { default: sharp } = await import('sharp');
    // Pictures that were cut off are shown, too.
    const { pages = 1, autoOrient } = await sharp(bytes, { failOn: 'none' }).metadata();
    const smaller = WIDTHS.filter((width) => width < limit);
    // A narrow picture has its own width as the only copy.
    if (pages > 1 || smaller.some((width) => autoOrient.width <= width)) return nothing;
    const made = await sharp(bytes, { failOn: 'none' })
      .autoOrient()
      .resize({ width: limit, withoutEnlargement: true })
      .webp({ effort: EFFORT, ...(ending === '.png' ? SHARP : { quality: 80 }) })
      .toBuffer();
    return made.length <= bytes.length * WORTH ? made : nothing;
  } catch {
    return nothing;
  }
}
