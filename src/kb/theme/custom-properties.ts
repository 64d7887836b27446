import type { Theme } from './theme.ts';
import { type ColorName, colorNames } from './theme-file.ts';
import { sizeNames } from './theme-sizes.ts';

/** The theme as CSS custom properties, for both modes and for a reader's own choice of one. */
export function printCustomProperties({ colors, fonts, sizes }: Theme): string {
  const mode = (which: 'light' | 'dark') =>
    [`color-scheme:${which}`, ...colorNames.map((name) => `${propertyName(name)}:${colors[name][which]}`)].join(';');
  const others = [
    ...fontNames.map((name) => `${fontProperty(name)}:${fonts[name]}`),
    ...sizeNames.map((name) => `${propertyName(name)}:${sizes[name]}`),
  ];
  return [
    `:root{${[mode('light'), ...others].join(';')}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${mode('dark')}}}`,
    `:root[data-theme=dark]{${mode('dark')}}`,
  ].join('');
}

const fontNames = ['body', 'heading'] as const;

/** The custom property that holds a color or a size. */
export function propertyName(name: ColorName | (typeof sizeNames)[number]): string {
  return `--hc-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The custom property that holds a font family. */
export function fontProperty(name: (typeof fontNames)[number]): string {
  return `--hc-font-${name}`;
}

/** Every custom property there is. */
export const customProperties: readonly string[] = [
  ...colorNames.map(propertyName),
  ...fontNames.map(fontProperty),
  ...sizeNames.map(propertyName),
];
