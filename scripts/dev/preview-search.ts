import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { indexSearch } from '#build/indexing/search-index.ts';
import { type ReadSetup, setupReader } from '#build/last-good-setup.ts';
import type { BuildOptions } from '#build/options.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '#io/machine/temporary-folder.ts';
import { type Library, publishedLibrary, type ShownArticle } from '#kb/content/library.ts';
import { digest } from '#kb/values/digest.ts';
import { compile } from '#markdown/compile.ts';

// Pages are shown first: until a search is waiting, indexing has time.
const PAUSE = 4000;
// A page that was opened before the last save still loads parts of its index.
const KEPT = 2;

/** The search index of what was saved last. */
export interface PreviewSearch {
  /** Indexes the articles anew, in the background. */
  update(library: Library): void;
  /** A file of the index, by its path below `pagefind/`: of the newest index, once it is complete. */
  file(path: string): Promise<Uint8Array | undefined>;
  stop(): Promise<void>;
}

/**
 * @param pageOf the HTML of an article that imports components, which only its page has
 */
export function previewSearch(options: BuildOptions, pageOf: (shown: ShownArticle) => Promise<string>): PreviewSearch {
  const readSetup = setupReader(options);
  const known = new Map<string, { key: string; html: string }>();
  const folders: TemporaryFolder[] = [];
  let next: Library | undefined;
  let running: Promise<void> | undefined;
  let hurry = new AbortController();
  const settled = async () => {
    while (running) await running;
  };
  return {
    update(library) {
      next = library;
      running ??= run().finally(() => {
        running = undefined;
      });
    },
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
      next = undefined;
      hurry.abort();
      await settled();
      for (const folder of folders) await folder.remove();
    },
  };

  async function run(): Promise<void> {
    while (next) {
      await setTimeout(PAUSE, undefined, { signal: hurry.signal }).catch(() => {});
      hurry = new AbortController();
      const library = next;
      next = undefined;
      if (!library) return;
      const folder = await makeTemporaryFolder();
      try {
        const htmlOf = await reader(readSetup);
        await indexSearch(publishedLibrary(library, 'internal', options.today), htmlOf, folder.path);
        folders.unshift(folder);
      } catch (error) {
        await folder.remove();
        // What was saved in the meantime is indexed next.
        if (!next) process.stderr.write(`The search could not be updated. ${String(error)}\n`);
      }
      for (const old of folders.splice(KEPT)) await old.remove();
    }
  }

  /** Compiles only what changed since the last time. */
  async function reader(read: ReadSetup): Promise<(shown: ShownArticle) => Promise<string>> {
    const { setup } = await read();
    return async (shown) => {
      const { path, code } = shown.article;
      if (!setup || code) return pageOf(shown);
      const source = await readFile(join(options.contentDir, ...path.split(/[/\\]/)), 'utf8');
      const key = digest(setup.key, source);
      const before = known.get(path);
      if (before?.key === key) return before.html;
      const html = compile({ path, source }, setup.scopeOf(shown.article.locale)).html() ?? '';
      known.set(path, { key, html });
      return html;
    };
  }
}
