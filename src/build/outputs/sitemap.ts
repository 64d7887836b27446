import type { Library } from '#kb/content/library.ts';
import { ownPagesOf } from '#kb/content/own-pages.ts';
import { escapeHtml } from '#kb/values/escape.ts';
import { defaultVersion } from '#ui/head/default-version.ts';
import { makeSectionPaths } from '#ui/section-paths.ts';
import { pageUrl } from '#ui/urls.ts';
import type { Output } from './output.ts';

// A file may hold 50,000 addresses and 50 MB (https://www.sitemaps.org/protocol.html). With a link for each language,
// the size limit is reached first.
const AT_MOST = 10_000;

/**
 * `sitemap.xml` and the files it lists, if the address of a public site is known: every page with its translations, and
 * articles with the day of their last substantive change. Pages shown instead of a missing translation are left out,
 * because they repeat the original.
 */
export const sitemap: Output = function* ({ library, site, audience, url, base, updated }) {
  if (url === undefined || audience !== 'public') return;
  const absolute = (path: string) => escapeHtml(new URL(path, url).href);
  const entries = pageGroups(library).flatMap(({ id, locales }) => {
    const versions = Object.fromEntries(locales.map((tag) => [tag, absolute(pageUrl(base, tag, id))]));
    const unsure = defaultVersion(versions, site);
    const links = Object.entries({ ...versions, ...(unsure !== undefined && { 'x-default': unsure }) }).map(
      ([tag, href]) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${href}"/>`,
    );
    const others = locales.length > 1 ? links.join('') : '';
    return Object.entries(versions).map(([tag, href]) => {
      const day = updated[library.exact(tag, id)?.path ?? ''];
      return `<url><loc>${href}</loc>${day === undefined ? '' : `<lastmod>${day}</lastmod>`}${others}</url>`;
    });
  });
  const names: string[] = [];
  for (let start = 0; start < entries.length; start += AT_MOST) {
    const name = `sitemap-${names.length + 1}.xml`;
    names.push(name);
    const xml = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.slice(start, start + AT_MOST).join('\n')}\n</urlset>`;
    yield { path: name, text: asDocument(xml) };
  }
  const maps = names.map((name) => `<sitemap><loc>${absolute(base + name)}</loc></sitemap>`).join('\n');
  const index = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${maps}\n</sitemapindex>`;
  yield { path: 'sitemap.xml', text: asDocument(index) };
};

/** Pages that are the same in several languages, and the languages they are written in. */
function pageGroups(library: Library): { id: string; locales: readonly string[] }[] {
  const { locales } = library.site;
  const listed = ownPagesOf(library.site).filter(({ listed }) => listed);
  const everywhere = ['', ...listed.map(({ id }) => id)].map((id) => ({ id, locales }));
  const inEach = new Map<string, string[]>();
  const note = (id: string, tag: string) => inEach.set(id, [...(inEach.get(id) ?? []), tag]);
  for (const tag of locales) {
    for (const id of makeSectionPaths(library, tag).sections.keys()) note(id, tag);
    for (const { article, fallback } of library.shown(tag)) if (!fallback) note(article.id, tag);
  }
  return [...everywhere, ...[...inEach].map(([id, tags]) => ({ id, locales: tags }))];
}

function asDocument(xml: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}
