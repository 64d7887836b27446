import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { pictureSize } from '#io/content/media.ts';
import { readSiteSetup } from '#io/content/read-site-setup.ts';
import { themeDir } from '#io/content/read-theme.ts';
import { createFolder, writeFiles } from '#io/machine/atomic-write.ts';
import { makeThemeFont, type ThemeFont } from '#io/media/theme-font.ts';
import { draftTheme } from '#kb/theme/new-theme.ts';
import { FontFamily, type FontFile, isColor } from '#kb/theme/theme-file.ts';
import { asciiFileName } from '#kb/values/file-name.ts';
import { contentFlag } from '#kb/values/shell.ts';
import { findingsText } from '#report/findings-text.ts';
import { failureText, NOTHING, Refusal, together, UsageError } from '../shared/failures.ts';
import { namedContent, nameOf } from '../shared/paths.ts';

const pictures = ['.svg', '.png', '.webp', '.avif', '.jpg', '.jpeg', '.gif', '.ico'];

export interface NewThemeOptions {
  brand: string | undefined;
  logo: string | undefined;
  'logo-dark': string | undefined;
  favicon: string | undefined;
  /** Files, or one font family. */
  font: string[];
  /** The content folder, absolute. */
  content: string;
}

/** @returns what was written, what was decided, and what to do next */
export async function newTheme(name: string | undefined, options: NewThemeOptions): Promise<string> {
  const { folder, files, notes } = await createTheme(name, options);
  const next = `--theme ${name}${contentFlag(namedContent(options.content))}`;
  return [
    `Wrote ${nameOf(folder)}: ${files.join(', ')}.`,
    ...notes,
    `Next: npm run dev -- ${next}`,
    `      npm run check -- ${next}`,
    `      To make it the theme of your site, set "theme: ${name}" in site.yaml.`,
    '',
  ].join('\n');
}

/** A theme that was written. */
interface CreatedTheme {
  folder: string;
  /** Relative to the folder, sorted. */
  files: string[];
  /** What was decided, a sentence each. */
  notes: string[];
}

/** Writes a theme, or nothing. @throws UsageError or Refusal that lists all that is wrong */
export async function createTheme(name: string | undefined, options: NewThemeOptions): Promise<CreatedTheme> {
  const { content: dir, font } = options;
  const { setup, findings } = await readSiteSetup(dir);
  const [folder, brand, , family, light, dark, favicon, ...read] = await together(
    () => freeFolder(name, dir),
    () => knownColor(options.brand),
    () => pairOfLogos(options),
    () => knownFamily(font),
    () => readPicture('logo', options.logo),
    () => readPicture('logo-dark', options['logo-dark']),
    () => readPicture('favicon', options.favicon),
    ...font.filter(isFile).map((from) => () => readFont(from, setup?.site.locales ?? [])),
  );
  if (!setup) throw new Refusal(`${findingsText(findings)}\n\n${NOTHING}`);
  const fonts = onceEach(read);

  const draft = draftTheme({
    name: name ?? '',
    brand,
    fonts,
    family,
    logo: light && { light: light.file, dark: (dark ?? light).file },
    favicon: favicon?.file ?? 'favicon.svg',
  });
  const files = new Map<string, string | Uint8Array>();
  for (const made of [light, dark, favicon, ...fonts]) if (made) files.set(made.file, made.bytes);
  files.set('theme.yaml', draft.yaml).set('theme.css', draft.css);
  if (favicon === undefined) files.set('favicon.svg', draft.favicon);
  await createFolder(folder, (draft) => writeFiles(draft, files)).catch((error: unknown) => {
    throw new Refusal(`${failureText(error)} ${NOTHING}`);
  });
  const notes = [
    ...draft.moved,
    ...fonts.map(fontLine),
    ...(light && !dark
      ? ['The logo is used in light and dark mode. To use another one in dark mode, add --logo-dark.']
      : []),
  ];
  return { folder, files: [...files.keys()].sort(), notes };
}

/** The folder for the theme, which must not exist yet. */
function freeFolder(name: string | undefined, contentDir: string): string {
  if (name === undefined) throw new UsageError('Name the theme, such as acme.');
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))
    throw new UsageError(
      `"${name}" can't be the name of a theme. Use lowercase letters, digits, and "-", such as acme.`,
    );
  const folder = join(dirname(contentDir), 'themes', name);
  const taken = existsSync(folder) ? folder : themeDir(name, contentDir);
  if (taken) throw new Refusal(`There is already a theme at ${nameOf(taken)}. Choose another name.`);
  return folder;
}

/** @throws UsageError */
export function knownColor(brand: string | undefined): string {
  if (brand === undefined) throw new UsageError('Name your brand color with --brand, such as --brand "#0a7cff".');
  if (isColor(brand)) return brand;
  const hash = isColor(`#${brand}`) ? `"#${brand}"` : 'a CSS color such as "#0a7cff" or "rgb(10 124 255)"';
  throw new UsageError(`--brand is "${brand}", which isn't a color. Write ${hash}, in quotes.`);
}

function pairOfLogos({ logo, 'logo-dark': dark }: NewThemeOptions): void {
  if (dark !== undefined && logo === undefined)
    throw new UsageError('--logo-dark is the logo for dark mode. Name the one for light mode with --logo.');
}

/** Whether --font names a file, not a font family. */
function isFile(font: string): boolean {
  return /[./\\]/.test(font);
}

/** The font family in --font, if it doesn't name files. */
function knownFamily(fonts: readonly string[]): string | undefined {
  const family = fonts.find((font) => !isFile(font));
  if (family === undefined) return undefined;
  if (fonts.length > 1)
    throw new UsageError(
      `--font is "${family}" and more. Name font files, or one font family such as "Georgia, serif".`,
    );
  if (!FontFamily.safeParse(family).success)
    throw new UsageError(`--font is "${family}". Name a font file, or a CSS font family such as "Georgia, serif".`);
  return family;
}

type Picture = 'logo' | 'logo-dark' | 'favicon';

async function readPicture(option: Picture, from: string | undefined) {
  if (from === undefined) return undefined;
  const bytes = await readOption(option, from);
  const ending = extname(from).toLowerCase();
  if (!pictures.includes(ending) || pictureSize(bytes).width === undefined)
    throw new Refusal(
      `--${option} is "${from}", which isn't an image that browsers can show. Use an SVG, PNG, or WebP file.`,
    );
  return { file: `${option}${ending}`, bytes };
}

type ReadFont = Omit<ThemeFont, 'lacks'> & Omit<FontFile, 'preload'> & { from: string; lacks: string[] };

async function readFont(from: string, locales: readonly string[]): Promise<ReadFont> {
  const font = await makeThemeFont(await readOption('font', from), locales);
  if (font === undefined)
    throw new Refusal(`--font is "${from}", which isn't a font. Use a TTF, OTF, WOFF, or WOFF2 file.`);
  const { family, weight, style } = font;
  const file = `fonts/${asciiFileName(family, 'font')}-${weight.replace(' ', '-')}${style === 'italic' ? '-italic' : ''}.woff2`;
  return { ...font, file, from };
}

/** Each font once; pages preload the first one. */
function onceEach(fonts: readonly ReadFont[]): (ReadFont & FontFile)[] {
  return fonts.map((font, place) => {
    const same = fonts.slice(0, place).find(({ file }) => file === font.file);
    if (same)
      throw new Refusal(
        `"${same.from}" and "${font.from}" are both ${font.family} ${font.weight} ${font.style}. Name only one of them. ${NOTHING}`,
      );
    return { ...font, preload: place === 0 };
  });
}

async function readOption(option: string, file: string): Promise<Buffer> {
  return readFile(resolve(file)).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR')
      throw new UsageError(`--${option} is "${file}", but there is no such file.`);
    throw new Refusal(`--${option} is "${file}": ${failureText(error)}`);
  });
}

function fontLine({ from, family, weight, style, bytes, lacks }: ReadFont): string {
  const size = `${Math.ceil(bytes.length / 1024)} KB`;
  const without =
    lacks.length === 0
      ? ''
      : ` It has no letters for ${lacks.join(', ')}, so readers of ${lacks.length === 1 ? 'that language' : 'those languages'} see another font.`;
  return `${from}: ${family} ${weight}${style === 'italic' ? ' italic' : ''}, reduced to ${size}.${without}`;
}
