import type { SourceFile } from '../imported-site.ts';
import { localeOfName } from '../languages/language-names.ts';
import { linkKey } from '../links/link-targets.ts';
import { fileNameOf, folderOf, joinPath, stemOf } from '../links/paths.ts';
import type { Statement } from '../visibility/visibility.ts';
import type { NavEntry } from './nav-entries.ts';
import { isMenuFile, type Menu, readMenus } from './nav-files.ts';

/** Menus that decide what is published: GitBook and mdBook leave out other pages, and Mintlify hides them. */
const DECIDES = /^(?:SUMMARY\.md|docs\.json|mint\.json)$/;
const LINK = /\]\(\s*<?([^()<>\s]+)|\b(?:href|url|src|to)=["']([^"']+)["']/g;

function pagesIn(entries: readonly NavEntry[]): { pages: string[]; folders: string[] } {
  const inside = entries.map(({ page, folder, children = [] }) => {
    const below = pagesIn(children);
    return {
      pages: [...(page === undefined ? [] : [page]), ...below.pages],
      folders: [...(folder === undefined ? [] : [folder]), ...below.folders],
    };
  });
  return { pages: inside.flatMap(({ pages }) => pages), folders: inside.flatMap(({ folders }) => folders) };
}

/** The key of a page, and that of its folder if it is the folder's page. */
function keysOf(path: string): string[] {
  const key = linkKey(path);
  return /^(?:index|readme)$/.test(stemOf(key)) ? [key, linkKey(folderOf(path))] : [key];
}

/** The keys of all pages that readers reach from a menu: those it lists, and those that the reached ones link to. */
function reachedFrom(menu: Menu, files: readonly SourceFile[]): Set<string> {
  const byKey = new Map(files.flatMap((file) => keysOf(file.path).map((key) => [key, file] as const)));
  const { pages, folders } = pagesIn(menu.entries);
  const clean = (written: string) => written.replace(/[?#].*$/, '');
  const open = [...pages, '/', 'index', 'README', 'introduction'].flatMap((page) =>
    menu.bases.map((base) => linkKey(joinPath(base, clean(page).replace(/^\//, '')))),
  );
  for (const base of menu.bases)
    for (const folder of folders.map((one) => `${joinPath(base, one)}/`))
      open.push(...files.filter(({ path }) => path.startsWith(folder)).map(({ path }) => linkKey(path)));
  const reached = new Set<string>();
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const file = byKey.get(key);
    if (!file || reached.has(linkKey(file.path))) continue;
    reached.add(linkKey(file.path));
    for (const [, link, attribute = ''] of file.text.matchAll(LINK)) {
      const written = clean(link ?? attribute);
      if (written === '' || /^[a-z][a-z\d+.-]*:|^\/\//i.test(written)) continue;
      const bases = written.startsWith('/')
        ? menu.bases
        : [folderOf(file.path), joinPath(folderOf(file.path), stemOf(file.path))];
      open.push(...bases.map((base) => linkKey(joinPath(base, written.replace(/^\//, '')))));
    }
  }
  return reached;
}

/**
 * Finds the pages that a source keeps out of the menu that decides what it publishes, and that no published page links
 * to. Such a page can be reached by no reader, or only by its address.
 */
export function readUnlisted(files: readonly SourceFile[]): (path: string) => Statement[] {
  const markdown = files.filter(({ path }) => /\.(?:mdx?|markdown)$/i.test(path));
  // MkDocs publishes pages that no menu lists.
  const isMkDocs = files.some(({ path }) => /(?:^|\/)(?:mkdocs|zensical|properdocs)\.(?:ya?ml|toml)$/.test(path));
  const deciding = isMkDocs ? [] : readMenus(files.filter(({ path }) => DECIDES.test(fileNameOf(path))));
  const menus = deciding.flatMap((menu) => {
    const reached = reachedFrom(menu, markdown);
    return reached.size > 1 ? [{ folder: folderOf(menu.path), name: fileNameOf(menu.path), reached }] : [];
  });
  return (path) => {
    const above = menus.filter(({ folder }) => folder === '' || path.startsWith(`${folder}/`));
    const [first] = above;
    if (!first || isMenuFile(path)) return [];
    // The menu of the first language lists the pages of the others too.
    const parts = linkKey(path).split('/');
    const language = parts.findIndex((part) => localeOfName(part) !== undefined);
    const keys = [parts, ...(language < 0 ? [] : [parts.toSpliced(language, 1)])].map((one) => one.join('/'));
    return keys.some((key) => above.some(({ reached }) => reached.has(key)))
      ? []
      : [{ written: `not in ${first.name}`, says: 'hidden' }];
  };
}
