import type { ByMode, Theme } from './theme.ts';

export interface Picture {
  url: string;
  /** In CSS pixels, if the file says so. */
  width?: number | undefined;
  height?: number | undefined;
}

/** The parts of a theme that pages use. */
export interface Brand extends Pick<Theme, 'headerLinks' | 'footer' | 'show'> {
  /** Colors, sizes and fonts as CSS. */
  tokens: string;
  /** Addresses of fonts that pages load immediately, in all languages or in some. */
  preloads: readonly { url: string; locales?: readonly string[] | undefined }[];
  /** By language; the key "" is for all other languages. */
  logos: Readonly<Record<string, ByMode<Picture>>>;
  favicon?: string | undefined;
}

/** The logo for a language, else the one for all languages, else any logo. */
export function logoFor({ logos }: Brand, locale: string): ByMode<Picture> | undefined {
  return logos[locale] ?? logos[''] ?? Object.values(logos)[0];
}

/** Addresses of the fonts that pages in a language load immediately. */
export function preloadsFor({ preloads }: Brand, locale: string): string[] {
  const needed = preloads.filter(({ locales }) => locales === undefined || locales.includes(locale));
  return [...new Set(needed.map(({ url }) => url))];
}
