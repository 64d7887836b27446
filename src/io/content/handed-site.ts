import type { Article } from '#kb/content/article.ts';
import type { Library } from '#kb/content/library.ts';
import type { SiteEntry, Store } from './store.ts';

/** What pages show. */
export interface ShownContent {
  entry: SiteEntry;
  library: Library;
  /** The body of an article as HTML; `undefined` if it imports components, which Astro renders. */
  htmlOf(article: Article): string | undefined;
}

/** What a command hands to the pages that Astro renders for it. */
export interface HandedSite {
  /** The same object until the content changes. */
  content(): Promise<ShownContent>;
  /** What pages get instead of the whole of it. */
  watch?: ((store: Store) => Store) | undefined;
  /**
   * Gets each page.
   *
   * @param route the file of its route, relative to the engine
   * @param render renders it, which an earlier build may have done
   * @returns its HTML
   */
  page?(address: URL, route: string, render: () => Promise<string>): Promise<string>;
}

// Pages run in the same process, but Astro gives them modules of their own.
const KEY = Symbol.for('ohje.handed-site');
const all = globalThis as { [KEY]?: HandedSite | undefined };

/** Hands a site to the pages that are rendered next; nothing ends that. */
export function handSite(site: HandedSite | undefined): void {
  all[KEY] = site;
}

/** The site that the running build or preview shows; none if Astro was started directly. */
export function handedSite(): HandedSite | undefined {
  return all[KEY];
}
