import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { createFolder } from '#io/create-folder.ts';
import { readFrame } from '#io/frame.ts';
import { sizeOf } from '#io/media.ts';
import { themeDir } from '#io/read-theme.ts';
import { makeThemeFont, type ThemeFont } from '#io/theme-font.ts';
import { contentOption } from '#kb/new-article.ts';
import { draftTheme } from '#kb/new-theme.ts';
import { FontFamily, type FontFile, isColor } from '#kb/theme-file.ts';
import { findingsText } from '#report/findings-text.ts';
import { contentFolder, failureText, NOTHING, nameOf, Refusal, UsageError } from './command.ts';

const pictures = ['.svg', '.png', '.webp', '.avif', '.jpg', '.jpeg', '.gif', '.ico'];

/** What was asked for on the command line. */
export interface ThemeOptions {
  brand?: string | undefined;
  logo?: string | undefined;
  'logo-dark'?: string | undefined;
  favicon?: string | undefined;
  /** Files, or one family. */
  font?: string[] | undefined;
  content?: string | undefined;
}

/**
 * Begins a theme from one colour, in a folder beside the content.
 *
 * @returns what was written, what was decided, and what to do next
 */
export async function newTheme(name: string | undefined, options: ThemeOptions): Promise<string> {
  const { content, font = [] } = options;
  const brand = knownColor(options.brand);
  const dir = contentFolder(content);
  const folder = join(dirname(dir), 'themes', knownName(name));
  if (options['logo-dark'] !== undefined && options.logo === undefined)
    throw new UsageError('--logo-dark is the logo for dark mode; name the one for light mode with --logo.');
  const family = knownFamily(font);
  const { frame, findings } = await readFrame(dir);
  if (!frame) throw new Refusal(`${findingsText(findings)}\n\n${NOTHING}`);
  const taken = existsSync(folder) ? folder : themeDir(name ?? '', dir);
  if (taken) throw new Refusal(`There is already a theme at ${nameOf(taken)}. Choose another name. ${NOTHING}`);

  const files = new Map<string, string | Uint8Array>();
  const copy = async (option: 'logo' | 'logo-dark' | 'favicon') => {
    const from = options[option];
    if (from === undefined) return undefined;
    const file = `${option}${extname(from).toLowerCase()}`;
    files.set(file, await readPicture(option, from));
    return file;
  };
  const light = await copy('logo');
  const dark = await copy('logo-dark');
  const favicon = await copy('favicon');
  const fonts = family === undefined ? await readFonts(font, frame.site.locales) : [];
  for (const { file, bytes } of fonts) files.set(file, bytes);
  const draft = draftTheme({
    name: name ?? '',
    brand,
    fonts,
    family,
    logo: light === undefined ? undefined : { light, dark: dark ?? light },
    favicon: favicon ?? 'favicon.svg',
  });
  files.set('theme.yaml', draft.yaml).set('theme.css', draft.css);
  if (favicon === undefined) files.set('favicon.svg', draft.favicon);
  await createFolder(folder, files).catch((error: unknown) => {
    throw new Refusal(`${failureText(error)} ${NOTHING}`);
  });

  const wish = `--theme ${name}${contentOption(content)}`;
  return [
    `Wrote ${nameOf(folder)}: ${[...files.keys()].sort().join(', ')}.`,
    ...draft.moved,
    ...fonts.map(fontLine),
    ...(light !== undefined && dark === undefined
      ? ['The one logo stands on light and dark pages alike; --logo-dark gives dark ones a logo of their own.']
      : []),
    `Next: npm run dev -- ${wish}`,
    `      npm run check -- ${wish}`,
    `      "theme: ${name}" in site.yaml makes it the theme of the site.`,
    '',
  ].join('\n');
}

function knownName(name: string | undefined): string {
  if (name === undefined) throw new UsageError('Name the theme, such as acme.');
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) return name;
  throw new UsageError(`"${name}" cannot be the name of a theme. Write small letters, digits and "-", such as acme.`);
}

function knownColor(brand: string | undefined): string {
  if (brand === undefined) throw new UsageError('Name the colour of the brand with --brand, such as "#0a7cff".');
  if (isColor(brand)) return brand;
  const hash = isColor(`#${brand}`) ? `"#${brand}"` : 'a CSS colour such as "#0a7cff" or "rgb(10 124 255)"';
  throw new UsageError(`--brand is "${brand}", which is no colour. Write ${hash}, in quotes.`);
}

/** The family that --font names, if it names no files. */
function knownFamily(fonts: readonly string[]): string | undefined {
  const families = fonts.filter((font) => !/[./\\]/.test(font));
  const [family] = families;
  if (family === undefined) return undefined;
  if (fonts.length > 1)
    throw new UsageError(
      `--font is "${family}" and more. Name files of fonts, or one family such as "Georgia, serif".`,
    );
  if (!FontFamily.safeParse(family).success)
    throw new UsageError(`--font is "${family}". Name a file, or a CSS font family such as "Georgia, serif".`);
  return family;
}

async function readPicture(option: string, file: string): Promise<Buffer> {
  const bytes = await readOption(option, file);
  if (!pictures.includes(extname(file).toLowerCase()) || sizeOf(bytes).width === undefined)
    throw new Refusal(
      `--${option} is "${file}", which is no picture that browsers show. Name an SVG, PNG or WebP file. ${NOTHING}`,
    );
  return bytes;
}

type MadeFont = Omit<ThemeFont, 'lacks'> & FontFile & { from: string; lacks: string[] };

async function readFonts(files: readonly string[], locales: readonly string[]): Promise<MadeFont[]> {
  const made: MadeFont[] = [];
  for (const from of files) {
    const font = await makeThemeFont(await readOption('font', from), locales);
    if (font === undefined)
      throw new Refusal(`--font is "${from}", which is no font. Name a TTF, OTF, WOFF or WOFF2 file. ${NOTHING}`);
    const { family, weight, style } = font;
    const slug =
      family
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '') || 'font';
    const file = `fonts/${slug}-${weight.replace(' ', '-')}${style === 'italic' ? '-italic' : ''}.woff2`;
    const same = made.find((one) => one.file === file);
    if (same)
      throw new Refusal(
        `"${same.from}" and "${from}" are both ${family} ${weight} ${style}. Name one of them. ${NOTHING}`,
      );
    made.push({ ...font, file, from, preload: made.length === 0 });
  }
  return made;
}

async function readOption(option: string, file: string): Promise<Buffer> {
  return readFile(resolve(file)).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR')
      throw new UsageError(`--${option} is "${file}", but there is no such file.`);
    throw new Refusal(`--${option} is "${file}": ${failureText(error)} ${NOTHING}`);
  });
}

function fontLine({ from, family, weight, style, bytes, lacks }: MadeFont): string {
  const size = `${Math.ceil(bytes.length / 1024)} KB`;
  const without =
    lacks.length === 0 ? '' : ` It lacks letters of ${lacks.join(', ')}, which readers see in a font of their own.`;
  return `${from} is ${family} ${weight}${style === 'italic' ? ' italic' : ''}, ${size} now.${without}`;
}
