import { Feed } from 'feed';
import { escapeHtml } from '#kb/values/escape.ts';
import { compareText } from '#kb/values/text.ts';
import { feedUrl } from '#ui/urls.ts';
import type { View } from '#ui/view.ts';
import type { Output, OutputSite } from './output.ts';

// What a reader of a feed has missed since the last visit.
const AT_MOST = 50;

/**
 * `<language>/articles.xml`, if the address of the site is known: the articles that changed last, as an Atom feed. The
 * days come from the history of git.
 */
export const articleFeeds: Output = function* (site) {
  const { url } = site;
  if (url === undefined) return;
  for (const locale of site.site.locales)
    yield { path: `${locale}/articles.xml`, text: articleFeed(site, site.view(locale), url) };
};

function articleFeed({ library, updated, added, base }: OutputSite, view: View, url: string): string {
  const { chrome, locale, text, href } = view;
  const absolute = (path: string) => new URL(path, url).href;
  const changed = library
    .shown(locale.tag)
    .flatMap(({ article, fallback }) => {
      const day = updated[article.path];
      return fallback || day === undefined ? [] : [{ article, day }];
    })
    .sort((a, b) => compareText(b.day, a.day) || compareText(a.article.id, b.article.id))
    .slice(0, AT_MOST);
  const page = absolute(href('all'));
  const feed = new Feed({
    id: page,
    title: `${text('site.title', { name: chrome.site.name })} · ${text('all.title')}`,
    link: page,
    language: locale.tag,
    updated: midnight(changed[0]?.day ?? chrome.today),
    feedLinks: { atom: absolute(feedUrl(base, locale.tag, 'articles')) },
    // Atom demands one.
    author: { name: chrome.site.name },
    copyright: chrome.site.name,
    generator: 'Ohje',
  });
  for (const { article, day } of changed) {
    const first = added[article.path];
    feed.addItem({
      id: absolute(href(article.id)),
      link: absolute(href(article.id)),
      title: escapeHtml(article.title),
      ...(article.summary && { description: escapeHtml(article.summary) }),
      date: midnight(day),
      ...(first !== undefined && { published: midnight(first) }),
    });
  }
  return feed.atom1();
}

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
