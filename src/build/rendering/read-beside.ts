import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SiteEntry } from '#io/content/store.ts';
import { type Holdings, type Library, makeLibrary, type ShownArticle } from '#kb/content/library.ts';
import { pageUrl } from '#ui/urls.ts';
import { indexSearch } from '../indexing/search-index.ts';
import { openRecaller, type Recall } from '../keeping/recall.ts';
import { articleOf } from './article-of.ts';
import { twinMaker } from './twin-maker.ts';

/** Reads the pages of articles in a process of its own, with memory of its own, while the next ones are rendered. */
export interface Reader {
  /** Gives it a page in UTF-8, as soon as it is rendered; it takes what it needs. */
  read(address: URL, html: Uint8Array): void;
  /** The articles as Markdown, by path, for a public site; once it was given every page. */
  twins(): Promise<ReadonlyMap<string, string>>;
  /** How many pages the search index has, over all languages; once it is written. */
  indexed(): Promise<number>;
  close(): void;
}

/** What the process knows before the first page. */
interface Reading {
  holdings: Holdings;
  entry: SiteEntry;
  /** The folder that gets the search index. */
  index: string;
  /** The folder of the search index from before, if there is one. */
  before?: string | undefined;
  /** The name under which what is read is kept for the next build, if it is. */
  kept?: string | undefined;
}

/** What it gets: what to read, then each page, then that these are all. */
type Told = Reading | { path: string; article: string } | 'these are all';
type Answer = { twins: ReadonlyMap<string, string> } | { indexed: number } | { failed: Error };

export function openReader(library: Library, { entry, ...folders }: Omit<Reading, 'holdings'>): Reader {
  const { topics, facts, articles, assets, unread, topicsUnread, elsewhere, synonyms, learned } = library;
  const holdings = { site: library.site, topics, facts, articles, assets, unread, topicsUnread, elsewhere };
  const reading: Reading = { holdings: { ...holdings, synonyms, learned } as Holdings, entry, ...folders };
  const child = fork(fileURLToPath(import.meta.url), { serialization: 'advanced', execArgv: process.execArgv });
  const wanted = new Set(articlesByPath(library, entry).keys());
  const [twins, indexed] = [Promise.withResolvers<ReadonlyMap<string, string>>(), Promise.withResolvers<number>()];
  // Not yet awaited.
  for (const { promise } of [twins, indexed]) promise.catch(() => {});
  const fail = (error: Error) => {
    twins.reject(error);
    indexed.reject(error);
  };
  child.on('error', fail);
  child.on('exit', (code, signal) => fail(new Error(`Reading the pages ended early (${signal ?? code}).`)));
  child.on('message', (answer: Answer) => {
    if ('failed' in answer) fail(answer.failed);
    else if ('twins' in answer) twins.resolve(answer.twins);
    else indexed.resolve(answer.indexed);
  });
  // A process that ended has said why.
  const tell = (told: Told) => child.connected && child.send(told, () => {});
  tell(reading);
  return {
    read({ pathname }, html) {
      if (wanted.has(pathname)) tell({ path: pathname, article: articleOf(Buffer.from(html).toString()) });
    },
    twins() {
      tell('these are all');
      return twins.promise;
    },
    indexed: () => indexed.promise,
    close: () => {
      child.removeAllListeners('exit');
      child.kill();
    },
  };
}

/** The articles that have pages, by the paths of their addresses as a browser writes them. */
function articlesByPath(library: Library, { base, site }: SiteEntry): Map<string, ShownArticle> {
  return new Map(
    site.locales.flatMap((locale) => library.shown(locale).map((one) => [pathOf(base, one), one] as const)),
  );
}

function pathOf(base: string, { article, locale }: ShownArticle): string {
  return new URL(pageUrl(base, locale, article.id), 'http://nowhere.invalid').pathname;
}

// The same file is what the process runs.
if (import.meta.main && process.send) readInProcess();

function readInProcess(): void {
  const answer = (answer: Answer) => process.send?.(answer);
  const fail = (error: unknown) => answer({ failed: error instanceof Error ? error : new Error(String(error)) });
  let started: ReturnType<typeof start> | undefined;
  process.on('message', (told: Told) => {
    if (told === 'these are all') started?.then(({ pages }) => pages.twins()).then((twins) => answer({ twins }), fail);
    else if ('path' in told) started?.then(({ pages }) => pages.take(told.path, told.article)).catch(fail);
    else {
      started = start(told);
      started.then(({ indexed }) => indexed).then((indexed) => answer({ indexed }), fail);
    }
  });
  // Whoever started it is gone.
  process.on('disconnect', () => process.exit());
}

async function start({
  holdings,
  entry,
  index,
  before,
  kept,
}: Reading): Promise<{ pages: Pages; indexed: Promise<number> }> {
  const library = makeLibrary(holdings);
  const recaller = await openRecaller(kept === undefined ? undefined : `${kept}.articles`);
  const pages = readPages(library, entry, recaller.recall);
  const indexed = indexSearch(library, pages.htmlOf, index, recaller.recall, before).then(async (count) => {
    await recaller.save();
    return count;
  });
  return { pages, indexed };
}

interface Pages {
  take(path: string, html: string): void;
  /** The articles as Markdown, by path, once every page was taken. */
  twins(): Promise<ReadonlyMap<string, string>>;
  /** The article in a page, as soon as that is there. It can be asked once. */
  htmlOf(shown: ShownArticle): Promise<string>;
}

function readPages(library: Library, entry: SiteEntry, recall: Recall): Pages {
  const isPublic = entry.audience === 'public';
  const articles = articlesByPath(library, entry);
  const left = new Set(articles.keys());
  const twinOf = twinMaker(library, entry, recall);
  const twins = new Map<string, string>();
  const taking: Promise<void>[] = [];
  const pages = new Map<string, PromiseWithResolvers<string>>();
  const pageAt = (path: string) => {
    const known = pages.get(path) ?? Promise.withResolvers<string>();
    pages.set(path, known);
    return known;
  };
  const take = (path: string, html: string) => {
    const shown = articles.get(path);
    left.delete(path);
    pageAt(path).resolve(html);
    if (isPublic && shown && !shown.fallback)
      taking.push(twinOf(shown.article, html).then((twin) => void twins.set(shown.article.path, twin)));
  };
  return {
    take,
    async twins() {
      const [missing] = left;
      if (missing !== undefined) throw new Error(`The page ${missing} was not rendered.`);
      await Promise.all(taking);
      return twins;
    },
    async htmlOf(shown) {
      const path = pathOf(entry.base, shown);
      const html = await pageAt(path).promise;
      pages.delete(path);
      return html;
    },
  };
}
