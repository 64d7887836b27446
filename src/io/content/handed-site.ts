import type { Article } from '#kb/content/article.ts';
import type { SiteEntry } from './store.ts';

/** What a build hands to its pages. */
export interface HandedSite {
  entry: SiteEntry;
  /** What is published. */
  articles: readonly Article[];
  /** Their HTML by their paths, without those that import components. */
  html: ReadonlyMap<string, string>;
  /** Is called with each page, as soon as it is rendered. */
  onPage(address: URL, html: string): void;
}

// Pages run in the same process, but Astro gives them modules of their own.
const KEY = Symbol.for('ohje.handed-site');
const all = globalThis as { [KEY]?: HandedSite | undefined };

/** Hands a site to the pages that are rendered next; nothing ends that. */
export function handSite(site: HandedSite | undefined): void {
  all[KEY] = site;
}

/** The site that the running build renders; none while writing. */
export function handedSite(): HandedSite | undefined {
  return all[KEY];
}
