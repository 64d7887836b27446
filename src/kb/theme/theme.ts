import {
  type ColorName,
  colorNames,
  type FontFile,
  type ShowOption,
  type ThemeFile,
  type ThemeLink,
} from './theme-file.ts';
import { type SizeName, sizeCss, sizeNames } from './theme-sizes.ts';

/** A value for each color mode. */
export interface ByMode<T> {
  light: T;
  dark: T;
}

export interface Theme {
  colors: Record<ColorName, ByMode<string>>;
  fonts: { body: string; heading: string; files: readonly FontFile[] };
  /** In CSS. */
  sizes: Record<SizeName, string>;
  /** Files in the theme folder, by language; the key "" is for all other languages. */
  logos: Record<string, ByMode<string>>;
  favicon?: string | undefined;
  touchIcon?: string | undefined;
  headerLinks: readonly ThemeLink[];
  footer: ThemeFile['footer'];
  show: Record<ShowOption, boolean>;
}

/** A brand's theme, with everything it leaves out taken from the reference theme. */
export function resolveTheme(brand: ThemeFile, reference: ThemeFile): Theme {
  return {
    colors: Object.fromEntries(
      colorNames.map((name) => [name, both(brand.colors[name] ?? reference.colors[name] ?? 'black')]),
    ) as Theme['colors'],
    fonts: {
      body: brand.fonts.body ?? reference.fonts.body ?? 'sans-serif',
      heading: brand.fonts.heading ?? brand.fonts.body ?? reference.fonts.heading ?? 'sans-serif',
      files: brand.fonts.files,
    },
    sizes: Object.fromEntries(
      sizeNames.map((name) => [name, sizeCss(name, brand[name] ?? reference[name])]),
    ) as Theme['sizes'],
    logos: logosOf(brand.logo),
    favicon: brand.favicon ?? reference.favicon,
    touchIcon: brand.touchIcon,
    headerLinks: brand.header.links,
    footer: brand.footer,
    show: brand.show,
  };
}

function logosOf(logo: ThemeFile['logo']): Theme['logos'] {
  if (logo === undefined) return {};
  if (typeof logo === 'string' || isBoth(logo)) return { '': both(logo) };
  return Object.fromEntries(Object.entries(logo).map(([locale, picture]) => [locale, both(picture)]));
}

function both<T extends string>(value: T | ByMode<T>): ByMode<T> {
  return typeof value === 'string' ? { light: value, dark: value } : value;
}

function isBoth(value: object): value is ByMode<string> {
  return 'light' in value && 'dark' in value;
}
