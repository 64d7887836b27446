import sharp from 'sharp';
import { contrast } from '#kb/theme/contrast.ts';

// A logo is drawn this large to be judged, in pixels.
const SIZE = 200;
/** Less than this can't be seen, as a ratio of WCAG 2.2: a pale yellow on white has 1.1, a strong one 1.6. */
const VISIBLE = 1.3;
/** Some of a logo may be the color of the page: the letters in a badge. */
const ENOUGH = 0.75;

/**
 * The color behind a logo on which it can be seen: that of the page, unless most of the logo is as light, because it is
 * made for a dark header.
 *
 * @param bytes the file of the logo
 * @param grounds colors as CSS, the preferred one first
 */
export async function groundOf(bytes: Uint8Array, grounds: readonly [string, string]): Promise<string> {
  const { data, info } = await sharp(bytes)
    .resize({ width: SIZE, height: SIZE, fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const counts = new Map<string, number>();
  for (let at = 0; at < data.length; at += info.channels) {
    if ((data[at + 3] ?? 0) < 128) continue;
    // Few shades are enough to judge it.
    const shade = [0, 1, 2].map((channel) => Math.round((data[at + channel] ?? 0) / 17) * 17).join(' ');
    counts.set(shade, (counts.get(shade) ?? 0) + 1);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const visible = (ground: string) =>
    [...counts].reduce((sum, [shade, count]) => (contrast(`rgb(${shade})`, ground) >= VISIBLE ? sum + count : sum), 0) /
    (all || 1);
  const [page, other] = grounds;
  const seen = visible(page);
  return seen >= ENOUGH || visible(other) <= seen ? page : other;
}
