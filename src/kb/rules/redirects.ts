import type { Article } from '../content/article.ts';
import { type Library, pathsTo } from '../content/library.ts';
import { isFileOfLocale, isPageOfLocale, isRootPage } from '../content/own-pages.ts';
import { finding } from '../findings/finding.ts';
import { fileOfAddress, pathOfAddress } from '../redirects/old-address.ts';
import type { Rule } from './rule.ts';

/** An old address of an article. */
export interface Redirect {
  article: Article;
  /** Its place in `redirectFrom`. */
  index: number;
  from: string;
  /** Why it can't be redirected, as the end of a sentence; `undefined` if it can. */
  fault?: string;
}

/**
 * Every old address of a library. None of those without a fault has the place of another or of something that the site
 * consists of, not even on disks and hosts that ignore letter case.
 */
export function redirectsOf(library: Library): Redirect[] {
  const isPage = pageLookup(library);
  // By the file that redirects, and the folders that these files need: the article and its address.
  const files = new Map<string, Redirect>();
  const folders = new Map<string, Redirect>();
  return library.articles.flatMap((article) =>
    article.redirectFrom.map((from, index) => {
      const redirect: Redirect = { article, index, from };
      const file = fileOfAddress(from)
        .replace(/(?:\/index\.html)+$/i, '/index.html')
        .toLowerCase();
      const above = parentsOf(file);
      const other = files.get(file) ?? folders.get(file) ?? above.map((folder) => files.get(folder)).find(Boolean);
      if (above.some((folder) => /(?:^|\/)index\.html$/.test(folder)))
        return { ...redirect, fault: 'is below "index.html", which is a file' };
      if (isPage(pathOfAddress(from))) return { ...redirect, fault: 'is the address of an existing page' };
      if (other)
        return {
          ...redirect,
          fault: `already redirects to ${other.article.path}${other.from === from ? '' : ` as "${other.from}"`}`,
        };
      files.set(file, redirect);
      for (const folder of above) if (!folders.has(folder)) folders.set(folder, redirect);
      return redirect;
    }),
  );
}

export const redirectTaken: Rule = function* (library) {
  for (const { article, index, from, fault } of redirectsOf(library))
    if (fault !== undefined)
      yield finding(
        'redirect-taken',
        { path: article.path, line: article.lines[`redirectFrom.${index}`] },
        `"${from}" ${fault}.`,
        'Remove it from "redirectFrom".',
      );
};

/** Whether a path of the site is that of a page or file, or below a file. */
function pageLookup(library: Library): (path: string) => boolean {
  const { locales } = library.site;
  const localeOf = new Map(locales.map((locale) => [locale.toLowerCase(), locale]));
  const idOf = new Map(library.articles.map(({ id }) => [id.toLowerCase(), id]));
  const sections = new Set(library.articles.flatMap(({ section }) => pathsTo(section).map((id) => id.toLowerCase())));
  return (path) => {
    const address = path.toLowerCase().replace(/(?:(?:^|\/)index\.html)+$/, '');
    if (isRootPage(address)) return true;
    const [first = '', ...rest] = address.split('/');
    const locale = localeOf.get(first);
    const id = rest.join('/');
    if (locale === undefined) return false;
    // An article's text as Markdown is next to its page.
    const article = idOf.get(id.replace(/\.md(?:\/.*)?$/, ''));
    return (
      isPageOfLocale(id) ||
      isFileOfLocale(rest[0] ?? '') ||
      sections.has(id) ||
      (article !== undefined && library.find(locale, article) !== undefined)
    );
  };
}

/** `a/b/c` gives `a` and `a/b`. */
function parentsOf(file: string): string[] {
  return pathsTo(file).filter((path) => path !== file);
}
