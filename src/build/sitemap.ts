import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasContact } from '#kb/contact/contact.ts';
import type { Library } from '#kb/content/library.ts';
import { makeTrails } from '#ui/trails.ts';
import { pageUrl } from '#ui/urls.ts';

// A file may hold 50,000 addresses and 50 MB (https://www.sitemaps.org/protocol.html); with a link for each language
// the second comes first.
const AT_MOST = 10_000;

/**
 * Tells search engines every page, and its translations. What is shown in place of a translation is left out: it is
 * the original over again.
 *
 * @param url the address the site is published under
 * @param base path of the site's root, ending in "/"
 * @returns how many pages are named
 */
export async function writeSitemap(library: Library, out: string, url: string, base: string): Promise<number> {
  const absolute = (path: string) => escaped(new URL(path, url).href);
  const entries = pageGroups(library).flatMap(({ id, locales }) => {
    const links = locales.map(
      (tag) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${absolute(pageUrl(base, tag, id))}"/>`,
    );
    const others = links.length > 1 ? links.join('') : '';
    return locales.map((tag) => `<url><loc>${absolute(pageUrl(base, tag, id))}</loc>${others}</url>`);
  });
  const files: string[] = [];
  for (let start = 0; start < entries.length; start += AT_MOST) {
    const name = `sitemap-${files.length + 1}.xml`;
    files.push(name);
    const xml = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.slice(start, start + AT_MOST).join('\n')}\n</urlset>`;
    await writeFile(join(out, name), asDocument(xml));
  }
  const maps = files.map((name) => `<sitemap><loc>${absolute(base + name)}</loc></sitemap>`).join('\n');
  const index = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${maps}\n</sitemapindex>`;
  await writeFile(join(out, 'sitemap.xml'), asDocument(index));
  return entries.length;
}

/**
 * What robots may read: all of a public help center, nothing of the support team's own.
 *
 * @param url the address the site is published under, if it is known; robots look at the root of a host only
 */
export async function writeRobots(out: string, audience: 'public' | 'internal', url?: string): Promise<void> {
  const lines = ['User-agent: *', audience === 'internal' ? 'Disallow: /' : 'Allow: /'];
  if (audience === 'public' && url !== undefined) lines.push('', `Sitemap: ${url.replace(/\/?$/, '/')}sitemap.xml`);
  await writeFile(join(out, 'robots.txt'), `${lines.join('\n')}\n`);
}

/** Pages that are the same in several languages, and the languages they are written in. */
function pageGroups(library: Library): { id: string; locales: readonly string[] }[] {
  const { locales, contact } = library.site;
  const everywhere = ['', 'all', 'announcements', ...(hasContact(contact) ? ['contact'] : [])].map((id) => ({
    id,
    locales,
  }));
  const inEach = new Map<string, string[]>();
  const note = (id: string, tag: string) => inEach.set(id, [...(inEach.get(id) ?? []), tag]);
  for (const tag of locales) {
    for (const id of makeTrails(library, tag).sections.keys()) note(id, tag);
    for (const { article, fallback } of library.shown(tag)) if (!fallback) note(article.id, tag);
  }
  return [...everywhere, ...[...inEach].map(([id, tags]) => ({ id, locales: tags }))];
}

function asDocument(xml: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
