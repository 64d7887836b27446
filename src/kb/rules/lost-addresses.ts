import { type Article, idOfPath } from '../content/article.ts';
import type { Library } from '../content/library.ts';
import { type Finding, finding } from '../findings/finding.ts';
import { nearest } from '../findings/suggest.ts';
import { pathOfAddress } from '../redirects/old-address.ts';

/** A file of an article that existed once. */
export interface LostArticle {
  /** Where it was, relative to the content folder. */
  path: string;
  /** Where it is now, if it was moved. */
  now?: string | undefined;
  /** Of its last text; see `articleDigest`. */
  digest?: string | undefined;
}

/** Addresses of articles that were moved or deleted, and that nothing redirects. */
export function missingRedirects(library: Library, lost: readonly LostArticle[]): Finding[] {
  const { site, articles, unread } = library;
  const redirected = new Set(articles.flatMap(({ redirectFrom }) => redirectFrom.map(pathOfAddress)));
  const byPath = new Map(articles.map((article) => [article.path, article]));
  const byDigest = new Map(articles.map((article) => [`${article.locale} ${article.digest}`, article]));
  return lost.flatMap(({ path, now, digest }): Finding[] => {
    const id = idOfPath(path);
    const [, locale = ''] = path.split('/');
    if (!site.locales.includes(locale) || !id.includes('/') || unread.has(id) || library.elsewhere.has(id)) return [];
    if (library.find(locale, id) || library.hasSection(id) || redirected.has(`${locale}/${id}`.normalize())) return [];
    const address = `/${locale}/${id}`;
    // git does not know yet where a file went that was moved without it.
    const same = (now === undefined ? undefined : byPath.get(now)) ?? byDigest.get(`${locale} ${digest}`);
    const target = same ?? likely(library, locale, id);
    const moved = same ? `was moved to ${same.path}` : 'was deleted';
    const found = finding(
      'redirect-missing',
      { path: target?.path ?? `articles/${locale}` },
      `${path} ${moved}, and its address "${address}" leads nowhere now.`,
      fixFor(address, target, same !== undefined),
    );
    return [{ ...found, group: '' }];
  });
}

function fixFor(address: string, target: Article | undefined, isSame: boolean): string {
  if (!target) return `Add redirectFrom: [${address}] to the front matter of the article that replaces it.`;
  const or = isSame ? '' : ', or of the article that replaces it';
  return target.redirectFrom.length > 0
    ? `Add "${address}" to "redirectFrom" in the front matter of ${target.path}${or}.`
    : `Add redirectFrom: [${address}] to the front matter of ${target.path}${or}.`;
}

/** The article with the same file name in another section, or with one that is almost the same. */
function likely(library: Library, locale: string, id: string) {
  const shown = library.shown(locale).map(({ article }) => article);
  const nameOf = (one: string) => one.slice(one.lastIndexOf('/') + 1);
  // Short names are all close to each other.
  if (nameOf(id).length < 5) return undefined;
  const near = nearest(
    nameOf(id),
    shown.map((article) => nameOf(article.id)),
  );
  return near === undefined ? undefined : shown.find((article) => nameOf(article.id) === near);
}
