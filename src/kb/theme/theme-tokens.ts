import type { Theme } from './theme.ts';
import { type ColorName, colorNames } from './theme-file.ts';

/** The theme as CSS custom properties, for both modes and for a reader's own choice of one. */
export function themeTokens({ colors, fonts, radius, width, density }: Theme): string {
  const mode = (which: 'light' | 'dark') =>
    `color-scheme:${which};${colorNames.map((name) => `${tokenName(name)}:${colors[name][which]}`).join(';')}`;
  return [
    `:root{${mode('light')};--hc-font-body:${fonts.body};--hc-font-heading:${fonts.heading};--hc-radius:${radius};--hc-width:${width};--hc-density:${density}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${mode('dark')}}}`,
    `:root[data-theme=dark]{${mode('dark')}}`,
  ].join('');
}

/** The custom property that holds a colour. */
export function tokenName(color: ColorName): string {
  return `--hc-${color.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Every custom property there is. */
export const tokens: readonly string[] = [
  ...colorNames.map(tokenName),
  ...['font-body', 'font-heading', 'radius', 'width', 'density'].map((name) => `--hc-${name}`),
];
