import type { ByMode, Theme } from './theme.ts';

export interface Picture {
  url: string;
  /** In CSS pixels, if the file says so. */
  width?: number | undefined;
  height?: number | undefined;
}

/** A file of a font, as CSS describes it. */
export interface FontFace {
  url: string;
  family: string;
  weight: string;
  style: string;
  /** The characters it is for, if the family has several files. */
  range?: string | undefined;
}

/** The parts of a theme that pages use. */
export interface Brand extends Pick<Theme, 'headerLinks' | 'footer' | 'show'> {
  /** Colors, sizes and fonts as CSS. */
  tokens: string;
  /** The fonts that pages load immediately, in all languages or in some. */
  preloads: readonly (FontFace & { locales?: readonly string[] | undefined })[];
  /** By language; the key "" is for all other languages. */
  logos: Readonly<Record<string, ByMode<Picture>>>;
  favicon?: string | undefined;
  touchIcon?: string | undefined;
  /** The background of pages. */
  surface: ByMode<string>;
  /**
   * What pictures of pages are drawn with: a key that changes with it, and whether there are fonts to draw text with;
   * nothing if there is neither a font nor a logo.
   */
  look?: { key: string; hasFonts: boolean } | undefined;
}

/** The logo for a language, else the one for all languages, else any logo. */
export function logoFor({ logos }: Brand, locale: string): ByMode<Picture> | undefined {
  return logos[locale] ?? logos[''] ?? Object.values(logos)[0];
}

/** The fonts that pages in a language load immediately. */
export function fontsFor({ preloads }: Brand, locale: string): FontFace[] {
  return preloads.flatMap(({ locales, ...face }) => (locales === undefined || locales.includes(locale) ? face : []));
}

/** Their addresses. */
export function preloadsFor(brand: Brand, locale: string): string[] {
  return [...new Set(fontsFor(brand, locale).map(({ url }) => url))];
}
