import type { Theme } from './theme.ts';
import type { FontFile } from './theme-file.ts';
import { unicodeRanges } from './unicode-ranges.ts';

/** The width and height of a font, as fractions of the font size. */
export interface FontMetrics {
  /** The average of the letters of an English text. */
  width: number;
  ascent: number;
  /** Below the line, as a positive number. */
  descent: number;
  lineGap: number;
}

/** A font of a theme under its address. */
export interface PublishedFont {
  url: string;
  /** If it has Latin letters. */
  measure?: FontMetrics | undefined;
  /** The code points it has; none if it can't be read. */
  characters?: readonly number[] | undefined;
}

/** Most devices have at least one of these fonts; all are as wide as Arial. */
const STAND_INS = ['Arial', 'Liberation Sans', 'Arimo', 'Nimbus Sans'];

/** The width of Arial as defined in {@link FontMetrics} (the value that next/font uses). */
const ARIAL_WIDTH = 934.51 / 2048;

/**
 * The theme's own fonts as CSS. Until a font is loaded, text uses a font of the device, scaled to take the same space.
 * A preloaded font is shown immediately or from the next page on (`optional`), so nothing moves. Any other font replaces
 * the device's font as soon as it is loaded. A family of several files is loaded only as far as its characters are shown.
 *
 * @param published by file name in the theme
 */
export function fontFaces({ fonts }: Theme, published: ReadonlyMap<string, PublishedFont>): string {
  const ranges = rangesOf(fonts.files, published);
  return fonts.files
    .map((one) => {
      const { family, file, weight, style, preload } = one;
      const range = ranges.get(one);
      const format = /\.(woff2?)$/i.exec(file)?.[1]?.toLowerCase();
      const { url = '', measure } = published.get(file) ?? {};
      const source = `url("${url}")${format ? ` format("${format}")` : ''}`;
      const kind = `font-style:${style};font-weight:${weight}`;
      const own = `@font-face{font-family:"${family}";${kind};font-display:${preload === false ? 'swap' : 'optional'};src:${source}${range ? `;unicode-range:${range}` : ''}}`;
      if (!measure) return own;
      // The fonts of the device are regular: as such, browsers make them bold for headings.
      const standInWeight = /\s/.test(weight) ? 'normal' : weight;
      return `${own}@font-face{font-family:"${standIn(family)}";font-style:${style};font-weight:${standInWeight};${scaled(measure)}}`;
    })
    .join('');
}

/** The ranges of files that share a family, style and weight; a file that is alone needs none. */
export function rangesOf(
  files: readonly FontFile[],
  published: ReadonlyMap<string, PublishedFont>,
): ReadonlyMap<FontFile, string> {
  const groups = Map.groupBy(files, ({ family, style, weight }) => JSON.stringify([family, style, weight]));
  return new Map(
    [...groups.values()].flatMap((group) => {
      const characters = group.map(({ file }) => published.get(file)?.characters ?? []);
      if (group.length === 1 || characters.some(({ length }) => length === 0)) return [];
      const ranges = unicodeRanges(characters);
      return group.map((file, place): [FontFile, string] => [file, ranges[place] || 'U+0']);
    }),
  );
}

/** The font families of a theme, each of its own fonts followed by its fallback. */
export function fontFamilies({ fonts }: Theme, published: ReadonlyMap<string, PublishedFont>): Theme['fonts'] {
  const measured = fonts.files.filter(({ file }) => published.get(file)?.measure);
  const names = [...new Set(measured.map(({ family }) => family))];
  const followed = (stack: string) =>
    names.reduce(
      (all, name) => all.replace(new RegExp(`(^|,\\s*)(["']?)${name}\\2(?=\\s*(?:,|$))`), `$&,"${standIn(name)}"`),
      stack,
    );
  return { ...fonts, body: followed(fonts.body), heading: followed(fonts.heading) };
}

function standIn(family: string): string {
  return `${family} stand-in`;
}

/**
 * Arial scaled to the width of a font, with the font's own heights, which browsers scale with it: size-adjust of CSS
 * Fonts Level 5, and ascent-override of Level 4, as next/font uses them.
 */
function scaled({ width, ascent, descent, lineGap }: FontMetrics): string {
  const size = width / ARIAL_WIDTH;
  const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
  return [
    `src:${STAND_INS.map((name) => `local("${name}")`).join(',')}`,
    `size-adjust:${percent(size)}`,
    `ascent-override:${percent(ascent / size)}`,
    `descent-override:${percent(descent / size)}`,
    `line-gap-override:${percent(lineGap / size)}`,
  ].join(';');
}
