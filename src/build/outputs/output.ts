import type { SiteEntry } from '#io/content/store.ts';
import type { Library } from '#kb/content/library.ts';
import type { View } from '#ui/view.ts';

/** Everything that is published. */
export interface BuiltSite extends SiteEntry {
  library: Library;
  /** The articles as Markdown, by path; none while writing, because no page is built then. */
  markdown: ReadonlyMap<string, string>;
}

/** One file of the built site that is not an HTML page made by a route. */
export interface OutputFile {
  /** Relative to the root of the site, with `/`. */
  path: string;
  text: string;
}

/** What an output is made from: everything the pages get. */
export interface OutputSite extends BuiltSite {
  /** The site as a reader of one language sees it. */
  view(locale: string): View;
}

/**
 * Makes the files of one type; none if this site does not need them. Pure: the same site gives the same bytes.
 *
 * Adding one takes a file in this folder and a line in `all.ts`. The build writes them and `npm run dev` serves them.
 */
export type Output = (site: OutputSite) => Iterable<OutputFile>;
