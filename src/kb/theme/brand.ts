import type { ByMode, Theme } from './theme.ts';

export interface Picture {
  url: string;
  /** In CSS pixels, if the file includes it. */
  width?: number | undefined;
  height?: number | undefined;
}

/** What pages take from a theme. */
export interface Brand extends Pick<Theme, 'headerLinks' | 'footer' | 'show'> {
  /** Colors, sizes and fonts as CSS. */
  tokens: string;
  /** Addresses of fonts that pages need at once, in all languages or in some. */
  preloads: readonly { url: string; locales?: readonly string[] | undefined }[];
  /** By language; under "" the one for all others. */
  logos: Readonly<Record<string, ByMode<Picture>>>;
  favicon?: string | undefined;
}

/** The logo for readers of a language: its own, that for all, or any there is. */
export function logoFor({ logos }: Brand, locale: string): ByMode<Picture> | undefined {
  return logos[locale] ?? logos[''] ?? Object.values(logos)[0];
}

/** Addresses of the fonts that pages in a language load at once. */
export function preloadsFor({ preloads }: Brand, locale: string): string[] {
  const needed = preloads.filter(({ locales }) => locales === undefined || locales.includes(locale));
  return [...new Set(needed.map(({ url }) => url))];
}
