import type { RouteData, SSRManifest } from 'astro';
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

/** What Astro compiled, which renders any page of the site. */
export interface BundledApp {
  manifest: SSRManifest;
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
  /** What Astro knows of the build that compiled it: the styles of each page. */
  setInternals(internals: { pagesByKeys: ReadonlyMap<string, { styles: unknown[] }> }): void;
  setOptions(options: { settings: { scripts: [] }; logger: unknown }): void;
  logger: unknown;
}

/** What a command hands to the pages that Astro renders for it. */
export interface HandedSite {
  /** The same object until the content changes. */
  content(): Promise<ShownContent>;
  /** What pages get instead of the whole of it. */
  watch?: ((store: Store) => Store) | undefined;
  /** Gets what Astro compiled, as soon as it is complete, and has it render the pages; otherwise Astro renders them. */
  bundled?(app: BundledApp): Promise<void>;
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
