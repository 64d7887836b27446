import type { Both, Theme } from './theme.ts';

export interface Picture {
  url: string;
  /** In CSS pixels, where the file tells. */
  width?: number | undefined;
  height?: number | undefined;
}

/** What pages take from a theme. */
export interface Brand extends Pick<Theme, 'headerLinks' | 'footer' | 'show'> {
  /** Colours, sizes and fonts as CSS. */
  tokens: string;
  /** Addresses of fonts that every page needs. */
  preloads: readonly string[];
  /** By language; under "" the one for all others. */
  logos: Readonly<Record<string, Both<Picture>>>;
  favicon?: string | undefined;
}

/** The logo for readers of a language: its own, that for all, or any there is. */
export function logoFor({ logos }: Brand, locale: string): Both<Picture> | undefined {
  return logos[locale] ?? logos[''] ?? Object.values(logos)[0];
}
