import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiteEntry } from '#io/content/store.ts';
import type { Article } from '#kb/content/article.ts';
import type { Library } from '#kb/content/library.ts';
import { articleMarkdown } from '#markdown/twin/article-markdown.ts';
import { makeView } from '#ui/view.ts';
import { articleOf } from './article-of.ts';

/**
 * The articles of a built site as Markdown, by path.
 *
 * They are made from the pages, so they have what readers see: also what code in an article renders.
 */
export async function readTwins(library: Library, entry: SiteEntry, folder: string): Promise<Map<string, string>> {
  const twinOf = twinMaker(library, entry);
  const twins = new Map<string, string>();
  for (const article of library.articles) {
    const html = await readFile(join(folder, article.locale, article.id, 'index.html'), 'utf8');
    twins.set(article.path, twinOf(article, html));
  }
  return twins;
}

/** Turns the page of an article into Markdown. */
export function twinMaker(library: Library, entry: SiteEntry): (article: Article, html: string) => string {
  const { base, url } = entry;
  const views = new Map(entry.site.locales.map((tag) => [tag, makeView({ ...entry, library }, tag)]));
  const absolute = (path: string) => (url === undefined ? path : new URL(path, url).href);
  return ({ locale, id }, html) => {
    const view = views.get(locale);
    if (!view) throw new Error(`The site has no language "${locale}".`);
    const page = absolute(view.href(id));
    const index = absolute(`${base}${locale}/llms.txt`);
    const name = view.text('site.title', { name: entry.site.name });
    return articleMarkdown(articleOf(html), page, `> [${name}](${index}): <${page}>`);
  };
}
