import { PAGE_SCHEME } from '#markdown/syntax/links.ts';

/**
 * The address of a page: an article or section by its id, or the home page without one.
 *
 * @param base path of the site's root, ending in "/"
 */
export function pageUrl(base: string, locale: string, id = ''): string {
  return `${base}${locale}/${id === '' ? '' : `${id.split('/').map(encodeURIComponent).join('/')}/`}`;
}

/** The address of an article's text as Markdown. */
export function twinUrl(base: string, { locale, id }: { locale: string; id: string }): string {
  return `${pageUrl(base, locale, id).slice(0, -1)}.md`;
}

/** The address of a feed in a language: of announcements, or of articles that changed. */
export function feedUrl(base: string, locale: string, id: 'announcements' | 'articles'): string {
  return `${base}${locale}/${id}.xml`;
}

// Only in tags: the text of an article can look like a link too.
const links = new RegExp(`(<a(?:\\s[^\\s"=<>]+(?:="[^"]*")?)*?\\shref=")${PAGE_SCHEME}([^"#]*)(#[^"]*)?"`, 'g');

/** Points the links of an article to pages in the reader's language. */
export function resolvePageLinks(html: string, base: string, locale: string): string {
  return html.replace(
    links,
    (_, tag: string, id: string, fragment = '') => `${tag}${pageUrl(base, locale, id)}${fragment}"`,
  );
}
