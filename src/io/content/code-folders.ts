import { realpath } from 'node:fs/promises';
import { basename, dirname, join, normalize, relative, sep } from 'node:path';
import type { Site } from '#kb/content/site.ts';
import type { ImportedComponent } from '#markdown/syntax/scope.ts';
import { isMissing, listFiles } from '../machine/files.ts';
import { themeDir, themeNames } from './read-theme.ts';
import type { Trust } from './trust.ts';

/** The components that articles can import. */
export interface Components {
  /** Looks one up; see `Scope`. */
  find(path: string, brands?: readonly string[]): ImportedComponent;
  /** The folders that they are in, absolute. */
  folders: string[];
}

/**
 * Lists the components that articles can import: those of themes, and of the folders that the company names.
 * Links of the file system are not followed, so no component is outside these folders.
 *
 * @param theme the name of the theme that the site uses
 */
export async function readComponents(
  dir: string,
  site: Site,
  theme: string,
  { untrusted }: Trust = {},
): Promise<Components> {
  if (untrusted) return { folders: [], find: () => untrustedCode };
  const files = new Map<string, { file: string; theme?: string }>();
  const folders: string[] = [];
  const add = async (folder: string, ofTheme?: string) => {
    folders.push(folder);
    for (const name of await listFiles(folder)) {
      const file = join(folder, name);
      if (name.endsWith('.astro'))
        files.set(relative(dir, file).split(sep).join('/'), { file, ...(ofTheme && { theme: ofTheme }) });
    }
  };
  for (const name of await themeNames(dir)) {
    const folder = themeDir(name, dir);
    if (folder) await add(folder, name);
  }
  // After the themes, so a folder that the company names is open to all brands.
  for (const name of site.components) {
    const folder = await componentFolder(dir, name);
    if (folder) await add(folder);
  }
  const named = new Set([theme, ...Object.values(site.sections).flatMap(({ brands }) => brands)]);
  return {
    folders,
    find(path, brands) {
      const found = files.get(path);
      const isOpen =
        found && (found.theme === undefined || !brands || named.has(found.theme) || brands.includes(found.theme));
      if (found && isOpen) return { file: found.file };
      const known = folders.some((folder) => !relative(folder, join(dir, path)).startsWith('..'));
      return known && !found
        ? { says: 'does not exist.', fix: 'Correct the path, or add the file.' }
        : {
            says: 'is not in a folder that articles can import components from.',
            fix: `Move it to themes/${basename(theme)}/, or list its folder under "components" in site.yaml.`,
          };
    },
  };
}

const untrustedCode = {
  says: 'is code, and --untrusted refuses all code.',
  fix: 'Remove the line, or read the code and check again without --untrusted.',
};

/**
 * A folder of components that `site.yaml` names: next to the content folder and not a link to somewhere else. Absolute;
 * `undefined` if there is none.
 */
export async function componentFolder(contentDir: string, named: string): Promise<string | undefined> {
  const [root, name] = [dirname(contentDir), normalize(named)];
  try {
    const [real, inside] = await Promise.all([realpath(root), realpath(join(root, name))]);
    return inside.startsWith(real + sep) ? join(root, name) : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
