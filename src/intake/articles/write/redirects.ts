import { isFileOfLocale, isPageOfLocale, isRootPage } from '#kb/content/own-pages.ts';
import { oldAddressFault } from '#kb/redirects/old-address.ts';
import type { ReportingPage } from '../collection.ts';
import type { Sections } from '../links/article-ids.ts';
import { type HelpDesk, NUMBERED } from '../links/help-desk-addresses.ts';
import { folderOf, joinPath } from '../links/paths.ts';

interface Placed {
  id: string;
  page: ReportingPage;
}

/** The file that an address means: `/care/index.html` is `/care`. */
function comparable(address: string): string {
  return address
    .toLowerCase()
    .replace(/(?:\/index\.html)+$/, '')
    .replace(/\/+$/, '');
}

/**
 * Gives each article its old addresses, each starting with `/`. No address is given twice, and none that one of our own
 * pages has; the article that comes second is reported. Call it once per article, in order.
 */
export function redirectBook(
  articles: readonly Placed[],
  sections: Sections,
  helpDesk: HelpDesk | undefined,
  more: (path: string) => readonly string[],
): (article: Placed) => string[] {
  const taken = new Map<string, string>();
  const locales = new Set(articles.map(({ page }) => page.locale));
  for (const locale of locales)
    for (const section of sections.keys()) taken.set(comparable(`/${locale}/${section}`), section);
  for (const { id, page } of articles) taken.set(comparable(`/${page.locale}/${id}`), id);
  return ({ id, page: { path, metadata, report } }) => {
    const { number } = metadata;
    // A help desk finds the article by its number alone, whatever follows.
    const bare = metadata.oldPaths.flatMap((address) => NUMBERED.exec(address)?.slice(1, 3).join('') ?? []);
    const byNumber = helpDesk && number && bare.length === 0 ? [helpDesk.prefix + number] : bare;
    const named = metadata.oldNames.map((name) => `/${joinPath(folderOf(path), name)}`);
    const old = [...metadata.oldPaths, ...byNumber, ...named, ...more(path)].map((address) =>
      address.replace(/[?#].*$/, ''),
    );
    return [...new Set(old)].filter((address) => {
      if (oldAddressFault(address) !== undefined) {
        report(undefined, `The address "${address}" can't be redirected and was left out.`);
        return false;
      }
      if (isOfSite(address, locales)) {
        report(undefined, `The old address ${address} is needed by the site itself, so it doesn't redirect here.`);
        return false;
      }
      const holder = taken.get(comparable(address));
      if (holder && holder !== id) {
        report(undefined, `The old address ${address} already leads to "${holder}", so it doesn't redirect here.`);
      }
      taken.set(comparable(address), holder ?? id);
      return !holder;
    });
  };
}

/** Whether the site itself has the address, such as that of its search or a feed. */
function isOfSite(address: string, locales: ReadonlySet<string>): boolean {
  const path = comparable(address).replace(/^\/+/, '');
  const [first = '', ...rest] = path.split('/');
  const isInLocale = [...locales].some((locale) => locale.toLowerCase() === first);
  return isRootPage(path) || (isInLocale && (isPageOfLocale(rest.join('/')) || isFileOfLocale(rest[0] ?? '')));
}
