import type { Theme } from './theme.ts';

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
}

/** Most devices have at least one of these fonts; all are as wide as Arial. */
const STAND_INS = ['Arial', 'Liberation Sans', 'Arimo', 'Nimbus Sans'];

/** The width of Arial as defined in {@link FontMetrics} (the value that next/font uses). */
const ARIAL_WIDTH = 934.51 / 2048;

/**
 * The theme's own fonts as CSS. Until a font is loaded, text uses a font of the device, scaled to take the same space.
 * A preloaded font is shown immediately or from the next page on (`optional`), so nothing moves. Any other font replaces
 * the device's font as soon as it is loaded.
 *
 * @param published by file name in the theme
 */
export function fontFaces({ fonts }: Theme, published: ReadonlyMap<string, PublishedFont>): string {
  return fonts.files
    .map(({ family, file, weight, style, preload }) => {
      const format = /\.(woff2?)$/i.exec(file)?.[1]?.toLowerCase();
      const { url = '', measure } = published.get(file) ?? {};
      const source = `url("${url}")${format ? ` format("${format}")` : ''}`;
      const kind = `font-style:${style};font-weight:${weight}`;
      const own = `@font-face{font-family:"${family}";${kind};font-display:${preload === false ? 'swap' : 'optional'};src:${source}}`;
      return measure ? `${own}@font-face{font-family:"${standIn(family)}";${kind};${scaled(measure)}}` : own;
    })
    .join('');
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
