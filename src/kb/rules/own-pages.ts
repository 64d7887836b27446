// Folders, pages and files at the root of the site that hold no language.
const rootNames = new Set([
  ...['404', 'pagefind', '_astro', '_media', '_redirects', '_headers'],
  ...['robots.txt', 'sitemap.xml', 'widget.js'],
]);

// Pages that every language has beside its sections.
const pagesOfLocale = new Set(['all', 'search', 'contact', 'announcements']);

/** The addresses of the pages that every language has beside its sections, without slashes. */
export const ownPages: readonly string[] = [...pagesOfLocale];

/** Whether a section of this name would hide a page of the help center itself. */
export function isReserved(section: string): boolean {
  return rootNames.has(section) || pagesOfLocale.has(section);
}

/** Whether an id is the home page of a language or one of the pages that stand beside its sections. */
export function isPageOfLocale(id: string): boolean {
  return id === '' || pagesOfLocale.has(id);
}

/** Whether an address without its outer slashes is the front door, or a page or folder beside the languages. */
export function isRootPage(address: string): boolean {
  const [first = ''] = address.split('/');
  return address === '' || rootNames.has(first.replace(/\.html$/, ''));
}
