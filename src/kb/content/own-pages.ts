import { hasContact } from '../contact/contact.ts';
import type { Site } from './site.ts';

/** A page that every language has besides its home page, sections and articles. */
export interface OwnPage {
  /** Its address below the language, and the name of its route in `src/pages/[locale]/`. */
  id: string;
  /** What people who work on the help center call it. */
  name: string;
  /** Whether it is listed for search engines. */
  listed: boolean;
  /** Whether this site has it; every site does without this. */
  isPartOf?(site: Site): boolean;
}

/** Adding a page takes its route in `src/pages/[locale]/` and a line here. */
export const ownPages: readonly OwnPage[] = [
  { id: 'search', name: 'Search', listed: false },
  // Without contact options, the contact page would be a dead end.
  { id: 'contact', name: 'Contact', listed: true, isPartOf: ({ contact }) => hasContact(contact) },
  { id: 'announcements', name: 'Announcements', listed: true },
  { id: 'all', name: 'All articles', listed: true },
  // Hosts show the page at the root of the site, which leads to that in the reader's language.
  { id: 'not-found', name: 'Not found', listed: false },
];

/** The pages that this site has. */
export function ownPagesOf(site: Site): OwnPage[] {
  return ownPages.filter(({ isPartOf }) => isPartOf?.(site) ?? true);
}

// Folders and pages at the root of the site that are not a language, and the files there. A test compares them with what
// a build writes.
const rootNames = /^(?:404|pagefind|_astro|_media|_redirects|_headers|\.nojekyll|[\w-]+\.(?:css|js|json|txt|xml))$/;

const ids = new Set(ownPages.map(({ id }) => id));

/** Whether a section of this name would hide a page of the help center itself. */
export function isReserved(section: string): boolean {
  return rootNames.test(section) || ids.has(section);
}

/** Whether an id is the home page of a language or one of its own pages. */
export function isPageOfLocale(id: string): boolean {
  return id === '' || ids.has(id);
}

/** Whether a name in the folder of a language is kept for a file of the site, such as its search or its feed. */
export function isFileOfLocale(name: string): boolean {
  return /^[\w-]+\.(?:css|js|json|md|txt|xml)$/.test(name);
}

/** Whether an address without its outer slashes is the front page, or a page or folder next to the languages. */
export function isRootPage(address: string): boolean {
  const [first = ''] = address.split('/');
  return address === '' || rootNames.test(first.replace(/\.html$/, ''));
}
