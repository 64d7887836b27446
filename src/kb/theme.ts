import Color from 'colorjs.io';
import { z } from 'zod';
import { contrast, nearestShade, seenOn } from './contrast.ts';
import { type Finding, finding, type Place } from './finding.ts';

const color = z.string().refine(isColor, 'Write a CSS colour such as "#0a7cff".');
const pair = z.union([color, z.strictObject({ light: color, dark: color })]);
const length = z.string().regex(/^(?:0|\d+(?:\.\d+)?(?:px|rem|em|ch))$/, 'Write a CSS length such as 12px or 46rem.');
// Families as CSS lists them, and nothing that could end the declaration or the style element it stands in.
const family = z
  .string()
  .regex(
    /^(?:"[^"<>\\\n]+"|'[^'<>\\\n]+'|[\p{L}\p{N}_ -]+)(?:,\s*(?:"[^"<>\\\n]+"|'[^'<>\\\n]+'|[\p{L}\p{N}_ -]+))*$/u,
    'Write CSS font families such as "Inter, sans-serif".',
  );
const image = z.union([z.string().min(1), z.strictObject({ light: z.string().min(1), dark: z.string().min(1) })]);

const colorHints = {
  brand: 'The colour of the company: buttons, the band behind the search.',
  onBrand: 'Text and icons on the brand colour.',
  text: 'Running text and headings.',
  muted: 'Less important text, such as dates.',
  link: 'Links.',
  surface: 'The ground of the page.',
  raised: 'Cards, callouts, code and other raised areas.',
  border: 'Fine lines that only decorate.',
  control: 'The edges of fields and buttons, and the ring around what has the focus.',
  mark: 'The ground of words found by the search.',
  note: 'Titles of notes.',
  tip: 'Titles of tips.',
  important: 'Titles of important things.',
  warning: 'Titles of warnings.',
} as const;
export type ColorName = keyof typeof colorHints;
const colorNames = Object.keys(colorHints) as ColorName[];

/** `themes/<name>/theme.yaml`: what a brand sets; what it leaves out comes from `themes/plain`. */
export const ThemeFile = z.strictObject({
  version: z.literal(1).describe('The version of this file: 1.'),
  name: z.string().optional().describe('What people call the theme.'),
  colors: z
    .strictObject(
      Object.fromEntries(
        colorNames.map((name) => [
          name,
          pair.optional().describe(`${colorHints[name].replace(/\.$/, '')}; one colour, or light: and dark:.`),
        ]),
      ) as Record<ColorName, z.ZodOptional<typeof pair>>,
    )
    .default({})
    .describe('The colours by their purpose, once or for light and dark.'),
  fonts: z
    .strictObject({
      body: family.optional().describe('The CSS font family of running text.'),
      heading: family.optional().describe('The CSS font family of headings.'),
    })
    .default({})
    .describe('CSS font families: body, heading.'),
  radius: length.optional().describe('How round corners are, such as 12px.'),
  width: length.optional().describe('How wide running text gets, such as 46rem.'),
  logo: image.optional().describe('A picture in the folder of the theme, once or for light and dark.'),
  favicon: z.string().optional().describe('A picture in the folder of the theme for the browser’s tab.'),
});
export type ThemeFile = z.infer<typeof ThemeFile>;

export interface Theme {
  colors: Record<ColorName, { light: string; dark: string }>;
  fonts: { body: string; heading: string };
  radius: string;
  width: string;
  logo?: { light: string; dark: string } | undefined;
  favicon?: string | undefined;
}

/** A brand's theme with everything it leaves out taken from the reference theme. */
export function resolveTheme(brand: ThemeFile, reference: ThemeFile): Theme {
  const colors = Object.fromEntries(
    colorNames.map((name) => [name, both(brand.colors[name] ?? reference.colors[name] ?? 'black')]),
  ) as Theme['colors'];
  return {
    colors,
    fonts: {
      body: brand.fonts.body ?? reference.fonts.body ?? 'sans-serif',
      heading: brand.fonts.heading ?? brand.fonts.body ?? reference.fonts.heading ?? 'sans-serif',
    },
    radius: brand.radius ?? reference.radius ?? '8px',
    width: brand.width ?? reference.width ?? '44rem',
    logo: brand.logo === undefined ? undefined : both(brand.logo),
    favicon: brand.favicon ?? reference.favicon,
  };
}

/** The theme as CSS custom properties, for both modes and for a reader's own choice of one. */
export function themeTokens({ colors, fonts, radius, width }: Theme): string {
  const mode = (which: 'light' | 'dark') =>
    `color-scheme:${which};${colorNames.map((name) => `--hc-${kebab(name)}:${colors[name][which]}`).join(';')}`;
  return [
    `:root{${mode('light')};--hc-font-body:${fonts.body};--hc-font-heading:${fonts.heading};--hc-radius:${radius};--hc-width:${width}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${mode('dark')}}}`,
    `:root[data-theme=dark]{${mode('dark')}}`,
  ].join('');
}

/** What must be told from what, and how well: WCAG 2.2, 1.4.3 (text, 4.5) and 1.4.11 (controls, 3). */
export const pairs: readonly [ColorName, ColorName, number][] = [
  ...(['text', 'muted', 'link', 'note', 'tip', 'important', 'warning'] as const).flatMap(
    (name): [ColorName, ColorName, number][] => [
      [name, 'surface', 4.5],
      [name, 'raised', 4.5],
    ],
  ),
  ['onBrand', 'brand', 4.5],
  ['text', 'mark', 4.5],
  ['control', 'surface', 3],
  ['control', 'raised', 3],
];

/** Every pair of colours that people could not tell apart well enough, in either mode. */
export function contrastFindings({ colors }: Theme, at: (name: ColorName) => Place): Finding[] {
  return pairs.flatMap(([front, back, least]) =>
    (['light', 'dark'] as const).flatMap((mode) => {
      const page = seenOn(colors.surface[mode], mode === 'light' ? 'white' : 'black');
      const ground = seenOn(colors[back][mode], page);
      const ratio = contrast(seenOn(colors[front][mode], ground), ground);
      if (ratio >= least) return [];
      const better = nearestShade(colors[front][mode], [ground], least);
      return finding(
        'theme-contrast',
        at(front),
        `"${front}" (${colors[front][mode]}) on "${back}" (${colors[back][mode]}) has a contrast of ${floor(ratio)} in ${mode} mode, and ${least} is needed.`,
        better
          ? `Write ${better} for "${front}" in ${mode} mode, the nearest shade that passes.`
          : `Change "${back}", since no shade of "${front}" passes on it.`,
      );
    }),
  );
}

function isColor(text: string): boolean {
  try {
    new Color(text);
    return !/[;{}<>]/.test(text);
  } catch {
    return false;
  }
}

function both<T>(value: T | { light: T; dark: T }): { light: T; dark: T } {
  return typeof value === 'object' && value !== null && 'light' in value
    ? value
    : { light: value as T, dark: value as T };
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

// Rounded down, so that 4.49 never reads as a contrast that passes.
function floor(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toFixed(2);
}
