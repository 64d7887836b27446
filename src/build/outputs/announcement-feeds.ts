import { Feed } from 'feed';
import { concernsLocale } from '#kb/content/announcement.ts';
import { escapeHtml } from '#kb/values/escape.ts';
import { localText } from '#kb/values/local-text.ts';
import { feedUrl } from '#ui/urls.ts';
import type { View } from '#ui/view.ts';
import type { Output } from './output.ts';

/** `<language>/announcements.xml`, if the address of the site is known: feed readers need full addresses. */
export const announcementFeeds: Output = function* ({ site, url, view }) {
  if (url === undefined) return;
  for (const locale of site.locales)
    yield { path: `${locale}/announcements.xml`, text: announcementFeed(view(locale), url) };
};

/**
 * The announcements in one language as an Atom feed, the newest first.
 *
 * @param url the address the help center is published under
 */
function announcementFeed({ chrome, locale, text, href }: View, url: string): string {
  const { site, announcements, pastAnnouncements, today, base } = chrome;
  const page = new URL(href('announcements'), url).href;
  const started = [...announcements, ...pastAnnouncements]
    .filter((one) => concernsLocale(one, locale.tag))
    .sort((a, b) => Date.parse(b.from) - Date.parse(a.from) || (a.id < b.id ? -1 : 1));
  const [newest] = started;
  const feed = new Feed({
    id: page,
    title: `${text('site.title', { name: site.name })} · ${text('announcement.all')}`,
    link: page,
    language: locale.tag,
    updated: new Date(newest?.from ?? today),
    feedLinks: { atom: new URL(feedUrl(base, locale.tag, 'announcements'), url).href },
    // Atom demands one.
    author: { name: site.name },
    copyright: site.name,
    generator: 'Ohje',
  });
  for (const { id, severity, from, title, text: body } of started)
    feed.addItem({
      id: `${page}#${id}`,
      link: `${page}#${id}`,
      title: escapeHtml(localText(title, locale.tag, site.defaultLocale)),
      description: escapeHtml(localText(body, locale.tag, site.defaultLocale)),
      date: new Date(from),
      category: [{ name: text(`announcement.${severity}`), term: severity }],
    });
  return feed.atom1();
}
