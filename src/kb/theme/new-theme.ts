import Color from 'colorjs.io';
import { titleOfId } from '../values/text.ts';
import { contrast, hexOf } from './contrast.ts';
import { makePalette } from './palette.ts';
import type { Theme } from './theme.ts';
import { ratioText } from './theme-contrast.ts';
import { colorHints, colorNames, type FontFile } from './theme-file.ts';

export interface ThemeRequest {
  /** The name of its folder. */
  name: string;
  /** A CSS color. */
  brand: string;
  /** Its own fonts: body text uses the first family, headings the second. */
  fonts: readonly FontFile[];
  /** A font family on readers' devices for all text, if the theme has no fonts. */
  family?: string | undefined;
  /** Files in the theme folder. */
  logo?: { light: string; dark: string } | undefined;
  favicon: string;
}

/** A theme before it is written to disk. */
export interface ThemeDraft {
  /** The contents of theme.yaml. */
  yaml: string;
  css: string;
  /** The initial of the brand on its color, as SVG. */
  favicon: string;
  /** Sentences that say which brand colors differ from the given one, and why. */
  moved: string[];
}

/** Fonts of the reader's device, used for letters that the theme's font lacks and until it is loaded. */
const READERS_OWN = 'system-ui, sans-serif';

/** A whole theme from one color. */
export function draftTheme(wish: ThemeRequest): ThemeDraft {
  const colors = makePalette(wish.brand);
  const moved = brandChanges(wish.brand, colors);
  return { yaml: yamlOf(wish, colors, moved), css: css(wish.name), favicon: faviconOf(wish.name, colors), moved };
}

function brandChanges(brand: string, { brand: ground, onBrand, surface }: Theme['colors']): string[] {
  const given = new Color(brand).to('oklch');
  given.alpha = 1;
  const asked = hexOf(given);
  const modes = (['light', 'dark'] as const).filter((mode) => ground[mode] !== asked);
  const alike = modes.length === 2 && ground.light === ground.dark;
  return (alike ? modes.slice(0, 1) : modes).map((mode) => {
    const ratio = contrast(asked, onBrand[mode]);
    const why =
      ratio < 4.5
        ? `text on ${asked} would have a contrast of only ${ratioText(ratio)}, and 4.5 is the minimum`
        : `${asked} is too close to the color of the page (${surface[mode]})`;
    return `${alike ? 'The brand color' : `In ${mode} mode, the brand color`} is ${ground[mode]} instead of ${asked}: ${why}.`;
  });
}

function yamlOf(wish: ThemeRequest, colors: Theme['colors'], moved: readonly string[]): string {
  const { name, brand, logo, favicon } = wish;
  return [
    `# Anything you leave out comes from the theme "plain". \`npm run check -- --theme ${name}\` reports mistakes.`,
    'version: 1',
    `name: ${titleOfId(name)}`,
    '',
    `# All colors are derived from ${brand.trim().replace(/\s+/g, ' ')}. Change any of them.`,
    '# If a contrast is too low, the check suggests a shade that passes.',
    ...moved.flatMap((sentence) => sentence.split(/(?<=:) /).map((part) => `# ${part}`)),
    'colors:',
    ...colorNames.map((color) => {
      const { light, dark } = colors[color];
      return `  ${color}: ${light === dark ? `"${light}"` : `{ light: "${light}", dark: "${dark}" }`} # ${hintOf(color)}`;
    }),
    '',
    ...fontLines(wish),
    '',
    'radius: 8px # how rounded corners are',
    'density: comfortable # compact, comfortable or spacious',
    '',
    ...(logo
      ? [`logo: ${logo.light === logo.dark ? logo.light : `{ light: ${logo.light}, dark: ${logo.dark} }`}`]
      : ['# logo: { light: logo.svg, dark: logo-dark.svg } # without a logo, pages show the name of the site']),
    `favicon: ${favicon}`,
    '',
    '# Links, once or per language; /section/name leads to an article.',
    '# header:',
    '#   links:',
    '#     - { text: Prices, href: https://example.com/prices }',
    '# footer:',
    '#   legal:',
    '#     - { text: { en: Privacy, fi: Tietosuoja }, href: https://example.com/privacy }',
    '#   social: []',
    '# show: { popular: true, sectionIcons: true, sectionCounts: true, headerSearch: true, themeSwitch: true }',
    '',
  ].join('\n');
}

function fontLines({ fonts, family }: ThemeRequest): string[] {
  if (fonts.length === 0)
    return family === undefined
      ? ['# fonts: { body: "Georgia, serif", heading: "Georgia, serif" } # font files: see brand/fonts in the docs']
      : ['fonts:', `  body: ${JSON.stringify(family)}`];
  const [body, heading = body] = [...new Set(fonts.map((font) => font.family))];
  const stack = (name: string | undefined) => JSON.stringify(`'${name}', ${READERS_OWN}`);
  return [
    '# The files contain only the letters of the site’s languages. If you add a language, prepare them again.',
    'fonts:',
    `  body: ${stack(body)}`,
    `  heading: ${stack(heading)}`,
    '  files:',
    ...fonts.map(({ family: name, file, weight, style, preload }) => {
      const rest = `${style === 'normal' ? '' : `, style: ${style}`}${preload ? ', preload: true' : ''}`;
      return `    - { family: ${name}, file: ${file}, weight: "${weight}"${rest} }`;
    }),
  ];
}

function css(name: string): string {
  return `@layer theme {
  /*
   * The last cascade layer: rules here override the engine's. Set colors, fonts and sizes in theme.yaml, where they
   * are checked, and use them here as var(--hc-brand), var(--hc-radius) and so on. Style parts of the page by name:
   *
   *   [data-part='hero'] { text-align: start; }
   *   [data-part='sections'] .section-card { border-width: 2px; }
   *   [data-part='header'] { border-block-end-color: var(--hc-brand); }
   *
   * Write margin-inline-start instead of margin-left, so it works in every language.
   * \`npm run check -- --theme ${name}\` reports anything that would not work.
   */
}
`;
}

function faviconOf(name: string, { brand, onBrand }: Theme['colors']): string {
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32">',
    `  <rect width="32" height="32" rx="7" fill="${brand.light}"/>`,
    `  <text x="16" y="23" text-anchor="middle" font-family="system-ui, sans-serif" font-size="20" font-weight="700" fill="${onBrand.light}">${titleOfId(name).charAt(0)}</text>`,
    '</svg>',
    '',
  ].join('\n');
}

function hintOf(color: keyof typeof colorHints): string {
  const hint = colorHints[color].replace(/\.$/, '');
  return hint.charAt(0).toLowerCase() + hint.slice(1);
}
