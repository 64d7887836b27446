import type { SiteEntry } from '#io/content/store.ts';
import type { Article } from '#kb/content/article.ts';
import type { Library } from '#kb/content/library.ts';
import { articleMarkdown } from '#markdown/twin/article-markdown.ts';
import { makeView } from '#ui/view.ts';
import { makeAnew } from '../keeping/recall.ts';
import { articleOf } from './article-of.ts';

/**
 * Turns the page of an article into Markdown. It is made from the page, so it has what readers see: also what code in the
 * article renders.
 *
 * @param recall gives what an earlier build made
 */
export function twinMaker(
  library: Library,
  entry: SiteEntry,
  recall = makeAnew,
): (article: Article, html: string) => Promise<string> {
  const { base, url } = entry;
  const views = new Map(entry.site.locales.map((tag) => [tag, makeView({ ...entry, library }, tag)]));
  const absolute = (path: string) => (url === undefined ? path : new URL(path, url).href);
  return ({ locale, id }, html) => {
    const view = views.get(locale);
    if (!view) throw new Error(`The site has no language "${locale}".`);
    const page = absolute(view.href(id));
    const index = absolute(`${base}${locale}/llms.txt`);
    const name = view.text('site.title', { name: entry.site.name });
    const note = `> [${name}](${index}): <${page}>`;
    const body = articleOf(html);
    return recall(['twin', page, note, body], () => articleMarkdown(body, page, note));
  };
}
