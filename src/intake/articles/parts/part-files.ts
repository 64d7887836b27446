import { decodeAddress } from '#kb/values/decode-address.ts';
import type { SourceFile } from '../imported-site.ts';
import { fileNameOf, folderOf, joinPath } from '../links/paths.ts';

/** Folders in which generators look for the parts of pages. */
const BASES = [
  ...['', 'docs', 'src', 'content', '_includes', 'includes', 'snippets', 'docs/snippets', 'docs/includes', 'partials'],
  ...['layouts/partials', '.gitbook/includes', 'data', 'static', 'docs/_includes'],
];
const ENDINGS = ['', '.md', '.mdx', '.html', '/index.md', '/index.mdx'];

/** The texts of a source that pages can include. */
export interface PartFiles {
  /** The file that a page means, relative to the page, to the source or to a folder of parts. */
  find(from: string, written: string): SourceFile | undefined;
  /** A file by its exact path. */
  at(path: string): SourceFile | undefined;
  /** Whether the source has a file at a path, also one that isn't text. */
  exists(path: string): boolean;
  /** All files in a folder of one of these names, with the path behind that folder. */
  below(folder: string): { name: string; file: SourceFile }[];
}

/** @param assets the paths of files that pages can show */
export function partFiles(files: readonly SourceFile[], assets: ReadonlySet<string>): PartFiles {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const byName = Map.groupBy(files, ({ path }) => fileNameOf(path).toLowerCase());
  const ended = (path: string) => {
    for (const ending of ENDINGS) {
      const found = byPath.get(path + ending);
      if (found) return found;
    }
    return undefined;
  };
  const named = (path: string): SourceFile | undefined => {
    const wanted = `/${path.toLowerCase()}`;
    const all = ENDINGS.flatMap((ending) => byName.get(fileNameOf(path + ending).toLowerCase()) ?? []);
    const fits = all.filter((file) =>
      ENDINGS.some((ending) => `/${file.path.toLowerCase()}`.endsWith(wanted + ending)),
    );
    return fits.length === 1 ? fits[0] : undefined;
  };
  return {
    at: (path) => byPath.get(path),
    exists: (path) => byPath.has(path) || assets.has(path),
    below: (folder) =>
      files.flatMap((file) => {
        const at = `/${file.path}`.lastIndexOf(`/${folder}/`);
        return at < 0 ? [] : [{ name: `/${file.path}`.slice(at + folder.length + 2), file }];
      }),
    find(from, written) {
      const path = decodeAddress(written.trim()).replace(/^(?:@site|@|~|\$lib)?\/+/, '/');
      if (path === '' || /^[a-z][a-z\d+.-]*:/i.test(path)) return undefined;
      const isRooted = path.startsWith('/');
      if (!isRooted) {
        const near =
          ended(joinPath(folderOf(from), path)) ?? ended(joinPath(folderOf(from), path.replace(/([^/]+)$/, '_$1')));
        if (near) return near;
      }
      // Each language, version or site in the source can have folders of parts of its own.
      for (let above = folderOf(from); ; above = folderOf(above)) {
        for (const base of BASES) {
          const found = ended(joinPath(above, joinPath(base, path)));
          if (found) return found;
        }
        if (above === '') break;
      }
      return /^\.\.?\//.test(path) ? undefined : named(path.replace(/^\/+/, ''));
    },
  };
}
