import type { SiteEntry } from '#io/content/store.ts';
import type { Library, ShownArticle } from '#kb/content/library.ts';
import { pageUrl } from '#ui/urls.ts';
import { openRecaller } from '../keeping/recall.ts';
import { articleOf } from './article-of.ts';
import { type IndexPlaces, indexBeside } from './index-beside.ts';
import { markdownBeside } from './markdown-beside.ts';
import { twinMaker } from './twin-maker.ts';

/** Reads the pages of articles in processes of their own, with memory of their own, while the next ones are rendered. */
export interface Reader {
  /** Gives it a page in UTF-8, as soon as it is rendered; it takes what it needs. */
  read(address: URL, html: Uint8Array): void;
  /** The articles as Markdown, by path, for a public site; once it was given every page. */
  twins(): Promise<ReadonlyMap<string, string>>;
  /** How many pages the search index has, over all languages; once it is written. */
  indexed(): Promise<number>;
  close(): void;
}

/** @param locales the languages whose pages are rendered */
export function openReader(
  library: Library,
  entry: SiteEntry,
  locales: readonly string[],
  places: IndexPlaces,
): Reader {
  const { kept } = places;
  const articles = articlesByPath(library, entry, locales);
  const left = new Set(articles.keys());
  const index = indexBeside(library, locales, places);
  const markdown = markdownBeside();
  const recaller = openRecaller(kept === undefined ? undefined : `${kept}.twins`);
  const twinOf = twinMaker<Buffer>(library, entry, async (...asked) =>
    (await recaller).recall(['twin', ...asked], () => markdown.write(...asked)),
  );
  const twins = new Map<string, string>();
  const making: Promise<void>[] = [];
  return {
    read({ pathname }, html) {
      const shown = articles.get(pathname);
      if (!shown) return;
      left.delete(pathname);
      const { article, locale, fallback } = shown;
      const body = articleOf(Buffer.from(html.buffer, html.byteOffset, html.length));
      index.take(locale, article.id, body);
      if (entry.audience !== 'public' || fallback) return;
      const made = twinOf(article, body).then((twin) => void twins.set(article.path, twin));
      // Not yet awaited.
      made.catch(() => {});
      making.push(made);
    },
    async twins() {
      const [missing] = left;
      if (missing !== undefined) throw new Error(`The page ${missing} was not rendered.`);
      await Promise.all(making);
      await (await recaller).save();
      return twins;
    },
    indexed: () => index.indexed,
    close() {
      index.close();
      markdown.close();
    },
  };
}

/** The articles that have pages, by the paths of their addresses as a browser writes them. */
function articlesByPath(library: Library, { base }: SiteEntry, locales: readonly string[]): Map<string, ShownArticle> {
  const pathOf = ({ article, locale }: ShownArticle) =>
    new URL(pageUrl(base, locale, article.id), 'http://nowhere.invalid').pathname;
  return new Map(locales.flatMap((locale) => library.shown(locale).map((one) => [pathOf(one), one] as const)));
}
