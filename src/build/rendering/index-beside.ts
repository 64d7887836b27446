import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Holdings, type Library, makeLibrary, type ShownArticle } from '#kb/content/library.ts';
import { indexSearch } from '../indexing/search-index.ts';
import { openRecaller } from '../keeping/recall.ts';

/** Indexes articles for the search in a process of its own. */
export interface IndexBeside {
  /** Gives it the HTML of an article in UTF-8, as soon as it is rendered. */
  take(locale: string, id: string, article: Uint8Array): void;
  /** How many pages the search index has, over all languages; once it is written. */
  indexed: Promise<number>;
  close(): void;
}

export interface IndexPlaces {
  /** The folder that gets the search index. */
  index: string;
  /** The folder of the search index from before, if there is one. */
  before?: string | undefined;
  /** The name under which what is made is kept for the next build, if it is. */
  kept?: string | undefined;
}

/** What the process knows before the first page. */
interface Start extends IndexPlaces {
  holdings: Holdings;
  locales: readonly string[];
}

type Rendered = { locale: string; id: string; article: Uint8Array };
type Told = Start | { rendered: readonly Rendered[] };
type Answer = { indexed: number } | { failed: Error };

/** @param locales the languages that get an index */
export function indexBeside(library: Library, locales: readonly string[], places: IndexPlaces): IndexBeside {
  const { topics, facts, articles, assets, unread, topicsUnread, elsewhere, synonyms, learned } = library;
  const holdings = { site: library.site, topics, facts, articles, assets, unread, topicsUnread, elsewhere };
  const child = fork(fileURLToPath(import.meta.url), { serialization: 'advanced', execArgv: process.execArgv });
  const { promise: indexed, resolve, reject } = Promise.withResolvers<number>();
  // Not yet awaited.
  indexed.catch(() => {});
  child.on('error', reject);
  child.on('exit', (code, signal) => reject(new Error(`Indexing ended early (${signal ?? code}).`)));
  child.on('message', (answer: Answer) => {
    if ('failed' in answer) reject(answer.failed);
    else resolve(answer.indexed);
  });
  // A process that ended has said why.
  const tell = (told: Told) => child.connected && child.send(told, () => {});
  tell({ holdings: { ...holdings, synonyms, learned } as Holdings, locales, ...places });
  // Together, those of one turn take a fraction of the time.
  let rendered: Rendered[] = [];
  const tellRendered = () => {
    tell({ rendered });
    rendered = [];
  };
  return {
    take(locale, id, article) {
      if (rendered.push({ locale, id, article }) === 1) setImmediate(tellRendered);
    },
    indexed,
    close() {
      child.removeAllListeners('exit');
      child.kill();
    },
  };
}

// The same file is what the process runs.
if (import.meta.main && process.send) indexInProcess();

function indexInProcess(): void {
  const pages = new Map<string, PromiseWithResolvers<Uint8Array>>();
  const keyOf = (locale: string, id: string) => JSON.stringify([locale, id]);
  const pageOf = (locale: string, id: string) => {
    const key = keyOf(locale, id);
    const page = pages.get(key) ?? Promise.withResolvers<Uint8Array>();
    pages.set(key, page);
    return page;
  };
  const answer = (answer: Answer) => process.send?.(answer);
  process.on('message', (told: Told) => {
    if ('rendered' in told) for (const { locale, id, article } of told.rendered) pageOf(locale, id).resolve(article);
    else
      index(told, async ({ locale, article }) => {
        const { promise } = pageOf(locale, article.id);
        const html = await promise;
        // It is asked once.
        pages.delete(keyOf(locale, article.id));
        return Buffer.from(html).toString();
      }).then(
        (indexed) => answer({ indexed }),
        (error: unknown) => answer({ failed: error instanceof Error ? error : new Error(String(error)) }),
      );
  });
  // Whoever started it is gone.
  process.on('disconnect', () => process.exit());
}

async function index(
  { holdings, locales, index: out, before, kept }: Start,
  htmlOf: (shown: ShownArticle) => Promise<string>,
): Promise<number> {
  const { recall, save } = await openRecaller(kept === undefined ? undefined : `${kept}.index`);
  const pages = await indexSearch(makeLibrary(holdings), htmlOf, out, recall, before, locales);
  await save();
  return pages;
}
