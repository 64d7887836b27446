import { type HelpDesk, hostOf, numberIn } from './help-desk-addresses.ts';
import { decoded, fileNameOf, folderOf, joinPath, stemOf } from './paths.ts';

/** A source file that links can lead to. */
export interface LinkablePage {
  path: string;
  number?: string;
  /** Addresses relative to the file's folder, and whole ones beginning with `/`. */
  oldNames: readonly string[];
  oldPaths: readonly string[];
}

/** Where a link of the source leads. `fragment` is without `#`, "" for none. */
export type SourceLinkTarget =
  | { kind: 'page'; path: string; fragment: string }
  | { kind: 'other-site' }
  /** The old help desk's site, but not an imported article. */
  | { kind: 'old-site' }
  /** A path that is not a page; it may be an asset. */
  | { kind: 'path' };

const PAGE_ENDING = /\.(?:mdx?|markdown|html?)$/i;
const FOLDER_PAGE = /^(?:_?index|readme)$/;

function keyOf(path: string): string {
  return path
    .replace(PAGE_ENDING, '')
    .replace(/^\/+|\/+$/g, '')
    .normalize('NFC')
    .toLowerCase();
}

/** Docusaurus leaves numbers in front of names out of addresses: `01-intro` is `intro`. */
function withoutOrder(key: string): string {
  return key.replace(/(^|\/)\d+[-_.]+(?=[^/])/g, '$1');
}

function keysOf(page: LinkablePage): string[] {
  const own = keyOf(page.path);
  const folder = folderOf(page.path);
  const byFolder = FOLDER_PAGE.test(stemOf(own)) || FOLDER_PAGE.test(fileNameOf(own)) ? [keyOf(folder)] : [];
  const renamed = page.oldNames.map((name) => keyOf(joinPath(folder, name)));
  return [own, ...page.oldPaths.map(keyOf), ...byFolder, ...renamed, withoutOrder(own)];
}

/** Finds pages by what links of Markdown folders, static sites and help desks say. */
export function targetFinder(
  pages: readonly LinkablePage[],
  helpDesk: HelpDesk | undefined,
): (from: string, url: string) => SourceLinkTarget {
  const byNumber = new Map(pages.flatMap((page) => (page.number ? [[page.number, page.path] as const] : [])));
  const byKey = new Map<string, string>();
  // A page's own path has priority over every other name, so it is added first.
  for (const page of pages) byKey.set(keyOf(page.path), page.path);
  for (const page of pages) for (const key of keysOf(page)) if (!byKey.has(key)) byKey.set(key, page.path);

  const find = (from: string, path: string): string | undefined => {
    if (path.startsWith('/')) {
      const parts = keyOf(joinPath('', path)).split('/');
      for (let start = 0; start < parts.length; start += 1) {
        const found = byKey.get(parts.slice(start).join('/'));
        if (found) return found;
      }
      return undefined;
    }
    const folder = folderOf(from);
    // On sites that serve `guide.md` as `/guide/`, relative links are one folder deeper.
    const bases = [folder, joinPath(folder, stemOf(from))];
    return bases.map((base) => byKey.get(keyOf(joinPath(base, path)))).find((found) => found);
  };

  return (from, url) => {
    const [, address = '', written = ''] = /^([^#]*)#?(.*)$/s.exec(url) ?? [];
    const fragment = decoded(written.replace(/:~:.*$/, ''));
    const number = numberIn(address);
    const host = hostOf(address);
    const own = host === undefined || helpDesk?.hosts.has(host);
    const numbered = own && number ? byNumber.get(number) : undefined;
    if (numbered) return { kind: 'page', path: numbered, fragment };
    if (host && own) return { kind: 'old-site' };
    if (host !== undefined || /^[a-z][a-z\d+.-]*:/i.test(address)) return { kind: 'other-site' };
    const path = decoded(address.replace(/\?.*$/, '').replace(/^(?:@site|~)\//, '/'));
    if (path === '') return { kind: 'page', path: from, fragment };
    const found = find(from, path);
    return found ? { kind: 'page', path: found, fragment } : { kind: 'path' };
  };
}
