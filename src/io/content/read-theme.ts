import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { normalize } from 'node:path/posix';
import { type Finding, finding, type Place } from '#kb/findings/finding.ts';
import { didYouMean, suggest } from '#kb/findings/suggest.ts';
import type { Located } from '#kb/findings/validate.ts';
import { customProperties } from '#kb/theme/custom-properties.ts';
import { resolveTheme, type Theme } from '#kb/theme/theme.ts';
import { contrastFindings } from '#kb/theme/theme-contrast.ts';
import { ThemeFile, ThemeVersion } from '#kb/theme/theme-file.ts';
import { replaceableParts } from '#kb/theme/theme-parts.ts';
import { importedStyles, styleFindings } from '#kb/theme/theme-styles.ts';
import { engineDir } from '../machine/engine.ts';
import { isMissing, listFiles, readText } from '../machine/files.ts';
import { isLogoHidden } from '../media/light-background.ts';
import { prepareMedia } from '../media/prepare-media.ts';
import { readYamlFile } from './read-yaml-file.ts';
import type { Trust } from './trust.ts';

export interface ThemeFolder {
  /** Absolute. */
  dir: string;
  theme: Theme;
  /** The place of a key in theme.yaml. */
  at: Located['at'];
  findings: Finding[];
}

/** The folder of the reference theme, which supplies what a brand leaves out. */
export const referenceDir = join(engineDir, 'themes/plain');

/** The folder of a theme: next to the content folder, or one of the engine's. */
export function themeDir(name: string, contentDir: string): string | undefined {
  if (!/^[a-z0-9-]+$/.test(name)) return undefined;
  return themeFolders(contentDir)
    .map((folder) => join(folder, name))
    .find((dir) => existsSync(join(dir, 'theme.yaml')));
}

function themeFolders(contentDir: string): string[] {
  return [join(dirname(contentDir), 'themes'), join(engineDir, 'themes')];
}

/** The names of all themes, including the engine's. */
export async function themeNames(contentDir: string): Promise<Set<string>> {
  return new Set((await Promise.all(themeFolders(contentDir).map(foldersIn))).flat());
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

const partFiles = replaceableParts.map((part) => `parts/${part}.astro`);

function unknownParts(files: Iterable<string>): string[] {
  return [...files].filter((file) => file.startsWith('parts/') && !partFiles.includes(file));
}

async function strayStyles(dir: string, files: Iterable<string>, name: string): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const file of files) {
    if (!file.endsWith('.astro')) continue;
    const lines = ((await readText(join(dir, file))) ?? '').split('\n');
    const line = lines.findIndex((text) => /<style\b|\sstyle=/.test(text)) + 1;
    if (line > 0)
      found.push(
        finding(
          'theme-part-style',
          { path: `themes/${name}/${file}`, line },
          `"${file}" contains styles.`,
          'Move them to theme.css, under a class that the part uses.',
        ),
      );
  }
  return found;
}

// Whatever the folder, an Astro component is a program.
function untrustedParts(files: Iterable<string>, name: string): Finding[] {
  return [...files]
    .filter((file) => file.endsWith('.astro'))
    .map((file) =>
      finding(
        'code-unsafe',
        { path: `themes/${name}/${file}` },
        `"${file}" is code, and --untrusted refuses all code.`,
        'Check with another theme, such as --theme plain, or read the code and check again without --untrusted.',
      ),
    );
}

/** What is wrong with theme.css and with every style sheet that it imports, directly or not. */
async function stylesFindings(dir: string, inside: ReadonlySet<string>, name: string): Promise<Finding[]> {
  const found: Finding[] = [];
  // More are added while they are read.
  const sheets = new Set(['theme.css']);
  for (const file of sheets) {
    const css = (await readText(join(dir, file))) ?? '';
    const path = `themes/${name}/${file}`;
    found.push(
      ...styleFindings(css, { path, file, tokens: customProperties, has: (one) => inside.has(normalize(one)) }),
    );
    for (const next of importedStyles(css, file)) if (inside.has(next)) sheets.add(next);
  }
  return found;
}

async function fileFindings(dir: string, files: readonly string[], name: string): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const file of new Set(files)) {
    const prepared = await prepareMedia(await readFile(join(dir, file)), file);
    if ('refused' in prepared)
      found.push(finding(prepared.refused, { path: `themes/${name}/${file}` }, prepared.says, prepared.fix));
  }
  return found;
}

/**
 * Logos that can't be seen on the pages of a theme, in one of its modes.
 *
 * @param inside the files in the folder of the theme
 * @param at where theme.yaml says which logos it has
 */
async function hiddenLogos(
  dir: string,
  { logos, colors }: Theme,
  inside: ReadonlySet<string>,
  at: Place,
): Promise<Finding[]> {
  // The header can have a background of its own, which only a browser knows.
  if (/data-part=["']?header/.test((await readText(join(dir, 'theme.css'))) ?? '')) return [];
  const found: Finding[] = [];
  for (const logo of Object.values(logos))
    for (const mode of ['light', 'dark'] as const) {
      const file = logo[mode];
      if (!inside.has(normalize(file))) continue;
      if (!isLogoHidden(await readFile(join(dir, file)), extname(file), colors.surface[mode])) continue;
      found.push(
        finding(
          'logo-hidden',
          at,
          `"${file}" can't be seen on ${mode} pages.`,
          `Add a version for ${mode} pages, such as logo: { light: logo-light.svg, dark: logo-dark.svg }.`,
        ),
      );
    }
  return found;
}

/** Reads a theme and checks its keys, files, and contrasts. */
export async function readTheme(
  name: string,
  contentDir: string,
  { untrusted }: Trust = {},
): Promise<{ folder?: ThemeFolder; findings: Finding[] }> {
  const path = `themes/${name}/theme.yaml`;
  const dir = themeDir(name, contentDir);
  if (!dir) {
    const known = await themeNames(contentDir);
    const folder = themeFolders(contentDir).find((one) => existsSync(join(one, name, 'theme.yml')));
    if (folder) {
      const says = 'The file "theme.yml" is not read.';
      return {
        findings: [finding('theme-missing', { path: `themes/${name}/theme.yml` }, says, didYouMean('theme.yaml'))],
      };
    }
    return { findings: [finding('theme-missing', { path }, `There is no theme "${name}".`, suggest(name, known))] };
  }
  const reference = (await readYamlFile(referenceDir, 'theme.yaml', ThemeFile, 'theme-invalid')).value;
  if (!reference) throw new Error(`The reference theme in ${referenceDir} can't be read.`);
  const here = <P extends Place>(place: P): P => ({ ...place, path });
  const version = await readYamlFile(dir, 'theme.yaml', ThemeVersion, 'theme-invalid');
  if (!version.value) return { findings: version.findings.map(here) };
  const read = await readYamlFile(dir, 'theme.yaml', ThemeFile, 'theme-invalid');
  if (!read.value) return { findings: read.findings.map(here) };
  const theme = resolveTheme(read.value, reference);
  const { logos, fonts } = theme;
  const files = [
    ...Object.values(logos).flatMap(({ light, dark }) => [light, dark]),
    ...fonts.files.map(({ file }) => file),
    ...[read.value.favicon, read.value.touchIcon].filter((file) => file !== undefined),
  ];
  // A theme publishes only files in its own folder.
  const inside = new Set(await listFiles(dir));
  const findings = [
    ...contrastFindings(theme, (color) => here(read.at(['colors', color]))),
    ...[...new Set(files)].flatMap((file) =>
      inside.has(normalize(file))
        ? []
        : [
            finding(
              'theme-missing',
              { path },
              `The file "${file}" isn't in the folder of the theme.`,
              `Put it in themes/${name}/, or remove it from theme.yaml.`,
            ),
          ],
    ),
    ...(await fileFindings(
      dir,
      files.filter((file) => inside.has(normalize(file))),
      name,
    )),
    ...unknownParts(inside).map((file) =>
      finding(
        'theme-file-unknown',
        { path: `themes/${name}/${file}` },
        `"${file}" isn't a part that a theme can replace.`,
        suggest(file, partFiles, 'move files that a part imports to another folder of the theme'),
      ),
    ),
    ...(await strayStyles(dir, inside, name)),
    ...(untrusted && dir !== referenceDir ? untrustedParts(inside, name) : []),
    ...(await stylesFindings(dir, inside, name)),
    ...(await hiddenLogos(dir, theme, inside, here(read.at(['logo'])))),
  ];
  return { folder: { dir, theme, at: (keys) => here(read.at(keys)), findings }, findings };
}
