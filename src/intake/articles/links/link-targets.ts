import { decodeAddress } from '#kb/values/decode-address.ts';
import type { LinkablePage } from '../collection.ts';
import { type HelpDesk, hostOf, isTicketForm, numberIn } from './help-desk-addresses.ts';
import { fileNameOf, folderOf, joinPath, stemOf } from './paths.ts';

/** Where a link of the source leads. `fragment` is without `#`, "" for none. */
export type SourceLinkTarget =
  | { kind: 'page'; path: string; fragment: string }
  | { kind: 'contact' }
  | { kind: 'other-site' }
  /** The old help desk's site, but not an imported article. */
  | { kind: 'old-site' }
  /** A path that is not a page; it may be an asset. */
  | { kind: 'path' };

const PAGE_ENDING = /\.(?:mdx?|markdown|html?)$/i;
const FOLDER_PAGE = /^(?:_?index|readme)$/;

/** What a link and the page that it leads to have in common, whatever the ending and letter case. */
export function linkKey(path: string): string {
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

/** All keys of a page at a path. */
export function keysOf(path: string, { name, oldNames, oldPaths }: LinkablePage['metadata']): string[] {
  const own = linkKey(path);
  const folder = folderOf(path);
  const byFolder = FOLDER_PAGE.test(stemOf(own)) || FOLDER_PAGE.test(fileNameOf(own)) ? [linkKey(folder)] : [];
  const names = name ? [...oldNames, name] : oldNames;
  const renamed = names.map((one) => linkKey(joinPath(folder, one)));
  return [own, ...oldPaths.map(linkKey), ...byFolder, ...renamed, withoutOrder(own)];
}

/** Page paths by the keys of links. A page's own path has priority over every other name, so it is added first. */
function keyTable(pages: readonly LinkablePage[], pathOf: (page: LinkablePage) => string): Map<string, string> {
  const byKey = new Map<string, string>();
  for (const page of pages) if (!byKey.has(linkKey(pathOf(page)))) byKey.set(linkKey(pathOf(page)), page.path);
  for (const page of pages) {
    for (const key of keysOf(pathOf(page), page.metadata)) if (!byKey.has(key)) byKey.set(key, page.path);
  }
  return byKey;
}

/** Finds pages by what links of Markdown folders, static sites and help desks say. Pages of the same language win. */
export function targetFinder(
  pages: readonly LinkablePage[],
  helpDesk: HelpDesk | undefined,
): (from: LinkablePage, url: string) => SourceLinkTarget {
  const numbers = new Map<string, string>();
  for (const { metadata, path, locale } of pages) {
    if (!metadata.number) continue;
    numbers.set(`${locale} ${metadata.number}`, path);
    if (!numbers.has(metadata.number)) numbers.set(metadata.number, path);
  }
  const whole = keyTable(pages, ({ path }) => path);
  const anyLocale = keyTable(pages, ({ pathInLocale }) => pathInLocale);
  const byLocale = new Map(
    [...new Set(pages.map(({ locale }) => locale))].map((locale) => {
      const own = pages.filter((page) => page.locale === locale);
      return [locale, keyTable(own, ({ pathInLocale }) => pathInLocale)] as const;
    }),
  );

  const findIn = (table: ReadonlyMap<string, string>, from: string, path: string): string | undefined => {
    if (path.startsWith('/')) {
      const parts = linkKey(joinPath('', path)).split('/');
      for (let start = 0; start < parts.length; start += 1) {
        const found = table.get(parts.slice(start).join('/'));
        if (found) return found;
      }
      return undefined;
    }
    const folder = folderOf(from);
    // On sites that serve `guide.md` as `/guide/`, relative links are one folder deeper.
    // The page of a folder can mean the folder next to its own.
    const above = FOLDER_PAGE.test(stemOf(from)) ? [folderOf(folder)] : [];
    const bases = [folder, joinPath(folder, stemOf(from)), ...above];
    return bases.map((base) => table.get(linkKey(joinPath(base, path)))).find((found) => found);
  };
  const find = (from: LinkablePage, path: string): string | undefined => {
    const exact = path.startsWith('/') ? whole.get(linkKey(joinPath('', path))) : undefined;
    return (
      exact ??
      findIn(byLocale.get(from.locale) ?? whole, from.pathInLocale, path) ??
      findIn(whole, from.path, path) ??
      // A page that isn't translated yet.
      findIn(anyLocale, from.pathInLocale, path)
    );
  };

  return (from, url) => {
    const [, address = '', written = ''] = /^([^#]*)#?(.*)$/s.exec(url) ?? [];
    const fragment = decodeAddress(written.replace(/:~:.*$/, ''));
    const number = numberIn(address);
    const host = hostOf(address);
    const own = host === undefined || helpDesk?.hosts.has(host);
    const numbered = own && number ? (numbers.get(`${from.locale} ${number}`) ?? numbers.get(number)) : undefined;
    if (numbered) return { kind: 'page', path: numbered, fragment };
    if (own && isTicketForm(address)) return { kind: 'contact' };
    if (host && own) return { kind: 'old-site' };
    if (host !== undefined || /^[a-z][a-z\d+.-]*:/i.test(address)) return { kind: 'other-site' };
    const path = decodeAddress(address.replace(/\?.*$/, '').replace(/^(?:@site|~)\//, '/'));
    if (path === '') return { kind: 'page', path: from.path, fragment };
    const found = find(from, path);
    return found ? { kind: 'page', path: found, fragment } : { kind: 'path' };
  };
}
