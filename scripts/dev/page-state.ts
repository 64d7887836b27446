import { join } from 'node:path';
import type { Library } from '#kb/content/library.ts';
import { isPageOfLocale } from '#kb/content/own-pages.ts';
import { type Finding, hasErrors } from '#kb/findings/finding.ts';
import { decodeAddress } from '#kb/values/decode-address.ts';
import { countLine } from '#report/findings-text.ts';
import { groupFindings } from '#report/grouped-findings.ts';
import type { PageState, ShownFinding } from '#ui/client/preview/page-state.ts';
import { pageUrl } from '#ui/urls.ts';
import { nearPages } from './near-pages.ts';
import { readerMark } from './reader-mark.ts';

// No one reads more of them, and they are sent with each page.
const MOST_OTHERS = 200;

/** What the server knows when it is asked for a page. */
export interface Previewed {
  /** Of the last check. */
  findings: readonly Finding[];
  /** What pages show. */
  library: Library;
  /** Its version. */
  content: string;
  contentDir: string;
  /** The path of the site's root, ending in "/". */
  base: string;
  /** `YYYY-MM-DD` */
  today: string;
}

/**
 * What the preview shows on a page.
 *
 * @param pathname the path of its address
 * @param editable whether files can be opened in an editor from there
 */
export function pageState(pathname: string, previewed: Previewed, editable: boolean): PageState {
  const { findings, library, content, contentDir, base, today } = previewed;
  const page = pageOf(pathname, previewed);
  const fileOf = (path: string, line?: number) =>
    editable && !path.startsWith('..') ? `${join(contentDir, path)}${line === undefined ? '' : `:${line}`}` : undefined;
  const show = (found: Finding): ShownFinding => shownFinding(found, fileOf(found.path, found.line), base);
  const isOfArticle = ({ path }: Finding) => path.startsWith('articles/');
  const others = findings.filter((found) => isOfArticle(found) && found.path !== page.path);
  const marks = allMarks(library, base, today);
  return {
    content,
    summary: countLine(findings),
    hasErrors: hasErrors(findings),
    ...(page.path !== undefined && {
      article: { id: page.id, path: page.path, file: fileOf(page.path), mark: marks[pathname] },
    }),
    here: findings.filter(({ path }) => path === page.path).map(show),
    site: groupFindings(findings.filter((found) => !isOfArticle(found))).map(show),
    others: groupFindings(others).slice(0, MOST_OTHERS).map(show),
    marks,
    ...(page.exists ? {} : { near: page.locale === undefined ? [] : nearPages(library, base, page.locale, page.id) }),
  };
}

export function shownFinding(found: Finding, file: string | undefined, base: string): ShownFinding {
  const { severity, says, fix, path, line } = found;
  const place = line === undefined ? path : `${path}:${line}`;
  const [, locale, id] = /^articles\/([^/]+)\/(.+)\.mdx$/.exec(path) ?? [];
  const href = locale !== undefined && id !== undefined ? pageUrl(base, locale, id) : undefined;
  return { severity, says, fix, place, line, file, href };
}

interface Page {
  exists: boolean;
  locale?: string;
  /** The address below the language. */
  id: string;
  /** The file of the article. */
  path?: string;
}

function pageOf(pathname: string, { library, base }: Previewed): Page {
  const address = addressIn(pathname, base);
  const { locale = '', id = '' } = /^(?<locale>[^/]+)\/?(?<id>.*)$/.exec(address)?.groups ?? {};
  if (locale === '' || locale === 'theme') return { exists: true, id: '' };
  const { locales, defaultLocale } = library.site;
  if (!locales.includes(locale)) return { exists: false, locale: defaultLocale, id: address };
  const article = library.find(locale, id)?.article;
  if (article) return { exists: true, locale, id, path: article.path };
  return { exists: isPageOfLocale(id) || library.hasSection(id), locale, id };
}

function addressIn(pathname: string, base: string): string {
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname.slice(1);
  return decodeAddress(path).replace(/\/$/, '');
}

/**
 * The file that should be at an address but cannot be read; `undefined` if there is none.
 *
 * A reader of another language gets the article in the default language, so its file can be the one.
 */
export function unreadablePath(pathname: string, { findings, library, base }: Previewed): string | undefined {
  const [, locale = '', id = ''] = /^([^/]+)\/(.+)$/.exec(addressIn(pathname, base)) ?? [];
  const read = (path: string) => library.articles.some((article) => article.path === path);
  const errors = findings.filter(({ severity }) => severity === 'error');
  // Its name can be the mistake, such as "refunds.md" or "Refunds.mdx".
  const addressOf = (path: string) => path.replace(/\.[^./]+$/, '').toLowerCase();
  return [locale, library.site.defaultLocale]
    .map((tag) => `articles/${tag}/${id}`)
    .filter((address) => !read(`${address}.mdx`))
    .map((address) => errors.find(({ path }) => !read(path) && addressOf(path) === address.toLowerCase())?.path)
    .find((path) => path !== undefined);
}

/** What customers cannot see, by the path of its page. */
function allMarks(library: Library, base: string, today: string): Record<string, string> {
  const marks: Record<string, string> = {};
  for (const { tag } of library.locales)
    for (const { article } of library.shown(tag)) {
      const mark = readerMark(article, today);
      if (mark !== undefined) marks[pageUrl(base, tag, article.id)] = mark;
    }
  return marks;
}
