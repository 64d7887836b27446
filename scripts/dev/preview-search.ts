import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { indexSearch } from '#build/indexing/search-index.ts';
import { recallLast } from '#build/keeping/recall.ts';
import { setupReader } from '#build/last-good-setup.ts';
import { type BuildOptions, basePath } from '#build/options.ts';
import { compileOnce } from '#io/compile-once.ts';
import { readContent } from '#io/content/read-content.ts';
import { askThread } from '#io/machine/ask-thread.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '#io/machine/temporary-folder.ts';
import { publishedLibrary, type ShownArticle } from '#kb/content/library.ts';
import { digest } from '#kb/values/digest.ts';
import { compile } from '#markdown/compile.ts';
import { pageUrl } from '#ui/urls.ts';

// Pages are shown first: until a search is waiting, indexing has time.
const PAUSE = 4000;
// A page that was opened before the last save still loads parts of its index.
const KEPT = 2;
/** In milliseconds. A page that doesn't answer must not keep all others from being found. */
const PATIENCE = 10_000;

/** The search index of what was saved last. */
export interface PreviewSearch {
  /** @param site the address of the site, which has the HTML of articles that import components */
  start(site: string): void;
  /** Indexes the articles anew, in the background. */
  update(): void;
  /** A file of the index, by its path below `pagefind/`: of the newest index, once it is complete. */
  file(path: string): Promise<Uint8Array | undefined>;
  stop(): Promise<void>;
}

interface Task {
  /** The address of the site, ending in "/". */
  site: string;
  /** The folder that gets the index. */
  folder: string;
}

/** `kept` while site.yaml has mistakes: then the last index is searched. */
type Answer = 'indexed' | 'kept' | { failed: string };

/** Indexes in a thread of its own, so pages don't wait for it. */
export function previewSearch(options: BuildOptions): PreviewSearch {
  // Started for the first index, because the first page needs both cores of a small machine.
  let thread: Worker | undefined;
  const folders: TemporaryFolder[] = [];
  let site: string | undefined;
  let isChanged = false;
  let stopped = false;
  let running: Promise<void> | undefined;
  let hurry = new AbortController();
  const settled = async () => {
    while (running) await running;
  };
  const update = () => {
    isChanged = true;
    if (site !== undefined)
      running ??= run(site).finally(() => {
        running = undefined;
      });
  };
  return {
    start(address) {
      site = address;
      update();
    },
    update,
    async file(path) {
      if (path.split(/[/\\]/).includes('..')) return undefined;
      hurry.abort();
      await settled();
      for (const { path: folder } of folders) {
        const found = await readFile(join(folder, ...path.split('/'))).catch(() => undefined);
        if (found) return found;
      }
      return undefined;
    },
    async stop() {
      stopped = true;
      hurry.abort();
      await settled();
      await thread?.terminate();
      for (const folder of folders) await folder.remove();
    },
  };

  async function run(address: string): Promise<void> {
    while (isChanged && !stopped) {
      await setTimeout(PAUSE, undefined, { signal: hurry.signal }).catch(() => {});
      hurry = new AbortController();
      if (stopped) return;
      isChanged = false;
      const folder = await makeTemporaryFolder();
      const task: Task = { site: address, folder: folder.path };
      thread ??= new Worker(fileURLToPath(import.meta.url), { workerData: { ohjeSearch: options } });
      const answer = await askThread<Answer>(thread, task).catch((error: unknown) => ({ failed: String(error) }));
      if (answer === 'indexed') folders.unshift(folder);
      else await folder.remove();
      // What was saved in the meantime is indexed next.
      if (typeof answer === 'object' && !isChanged && !stopped)
        process.stderr.write(`The search could not be updated. ${answer.failed}\n`);
      for (const old of folders.splice(KEPT)) await old.remove();
    }
  }
}

// The same file is what the thread runs.
if (parentPort && workerData?.ohjeSearch) {
  const port = parentPort;
  const index = indexer(workerData.ohjeSearch as BuildOptions);
  port.on('message', (task: Task) => {
    index(task).then(
      (answer) => port.postMessage(answer),
      (error: unknown) => port.postMessage({ failed: String(error) }),
    );
  });
}

/** Compiles only what changed since the last time. */
function indexer(options: BuildOptions): (task: Task) => Promise<Answer> {
  const { contentDir, theme, today } = options;
  const readSetup = setupReader(options);
  const compileArticle = compileOnce();
  const { recall, next } = recallLast();
  const known = new Map<string, { key: string; html: string }>();
  return async ({ site, folder }) => {
    const { setup } = await readSetup();
    const { library } = await readContent(contentDir, { theme }, {}, { compileArticle });
    if (!setup || !library) return 'kept';
    const htmlOf = async (shown: ShownArticle) => {
      const { path, code, locale, id } = shown.article;
      if (code) return articleAt(new URL(pageUrl(basePath(site), shown.locale, id), site).href);
      const source = await readFile(join(contentDir, ...path.split(/[/\\]/)), 'utf8');
      const key = digest(setup.key, source);
      const before = known.get(path);
      if (before?.key === key) return before.html;
      const html = compile({ path, source }, setup.scopeOf(locale)).html() ?? '';
      known.set(path, { key, html });
      return html;
    };
    await indexSearch(publishedLibrary(library, 'internal', today), htmlOf, folder, recall);
    next();
    return 'indexed';
  };
}

/**
 * The article of a page of the running server, which renders the components it imports. Without an answer it's empty, and
 * found by its title until the next save.
 */
async function articleAt(url: string): Promise<string> {
  const html = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) })
    .then((answer) => (answer.ok ? answer.text() : ''))
    .catch((error: unknown) => {
      process.stderr.write(`Until the next save, the search only knows the title of ${url}. ${String(error)}\n`);
      return '';
    });
  return html.slice(html.indexOf('<article'), html.lastIndexOf('</article>') + '</article>'.length);
}
