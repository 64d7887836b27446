import type { Theme } from './theme.ts';
import { type ColorName, colorNames } from './theme-file.ts';
import { sizeNames } from './theme-sizes.ts';

/** The theme as CSS custom properties, for both modes and for a reader's own choice of one. */
export function themeTokens({ colors, fonts, sizes }: Theme): string {
  const mode = (which: 'light' | 'dark') =>
    [`color-scheme:${which}`, ...colorNames.map((name) => `${tokenName(name)}:${colors[name][which]}`)].join(';');
  const others = [
    ...fontNames.map((name) => `${fontToken(name)}:${fonts[name]}`),
    ...sizeNames.map((name) => `${tokenName(name)}:${sizes[name]}`),
  ];
  return [
    `:root{${[mode('light'), ...others].join(';')}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${mode('dark')}}}`,
    `:root[data-theme=dark]{${mode('dark')}}`,
  ].join('');
}

const fontNames = ['body', 'heading'] as const;

/** The custom property that holds a color or a size. */
export function tokenName(name: ColorName | (typeof sizeNames)[number]): string {
  return `--hc-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The custom property that holds a font family. */
export function fontToken(name: (typeof fontNames)[number]): string {
  return `--hc-font-${name}`;
}

/** Every custom property there is. */
export const tokens: readonly string[] = [
  ...colorNames.map(tokenName),
  ...fontNames.map(fontToken),
  ...sizeNames.map(tokenName),
];
