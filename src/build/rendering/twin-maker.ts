import type { SiteEntry } from '#io/content/store.ts';
import type { Article } from '#kb/content/article.ts';
import type { Library } from '#kb/content/library.ts';
import { makeView } from '#ui/view.ts';
import { articleOf } from './article-of.ts';

/** Writes an article as Markdown, now or in another process. */
export type WriteMarkdown<Html> = (article: Html, page: string, note: string) => string | Promise<string>;

/**
 * Turns the page of an article into Markdown. It is made from the page, so it has what readers see: also what code in the
 * article renders.
 */
export function twinMaker<Html extends string | Buffer>(
  library: Library,
  entry: SiteEntry,
  write: WriteMarkdown<Html>,
): (article: Article, html: Html) => Promise<string> {
  const { base, url } = entry;
  const views = new Map(entry.site.locales.map((tag) => [tag, makeView({ ...entry, library }, tag)]));
  const absolute = (path: string) => (url === undefined ? path : new URL(path, url).href);
  return async ({ locale, id }, html) => {
    const view = views.get(locale);
    if (!view) throw new Error(`The site has no language "${locale}".`);
    const page = absolute(view.href(id));
    const index = absolute(`${base}${locale}/llms.txt`);
    const name = view.text('site.title', { name: entry.site.name });
    return write(articleOf(html), page, `> [${name}](${index}): <${page}>`);
  };
}
