import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openPagefind, type PagefindInstance } from '#search/pagefind-index.ts';
import type { Index } from '#search/search-index.ts';
import { readText } from './files.ts';

interface PagefindModule {
  createInstance(options: { basePath: string; baseUrl: string }): PagefindInstance & { init(): Promise<void> };
}

/** The index of a built site in one language, through the very script that browsers run. */
export interface BuiltIndex {
  open(locale: string): Promise<Index | undefined>;
  locales: readonly string[];
}

/**
 * @param dist the folder of the built site
 * @returns `undefined` where there is no built search index
 */
export async function openBuiltIndex(dist: string): Promise<BuiltIndex | undefined> {
  const folder = join(dist, 'pagefind');
  const text = await readText(join(folder, 'pagefind-entry.json'));
  if (text === undefined) return undefined;
  const entry = JSON.parse(text) as { languages: Record<string, { page_count: number }> };
  letFetchReadFiles();
  const basePath = `${pathToFileURL(folder).href}/`;
  const module = (await import(`${basePath}pagefind.js`)) as PagefindModule;
  const opened = new Map<string, Promise<Index | undefined>>();
  const make = async (locale: string) => {
    const language = entry.languages[locale.toLowerCase()];
    if (!language) return undefined;
    const instance = inLanguage(locale, () => module.createInstance({ basePath, baseUrl: '/' }));
    await instance.init();
    return openPagefind(instance, language.page_count);
  };
  const open = (locale: string) => {
    const index = opened.get(locale) ?? make(locale);
    opened.set(locale, index);
    return index;
  };
  return { open, locales: Object.keys(entry.languages).sort() };
}

/** Pagefind asks the page it runs in for its language, and only while an instance is made. */
function inLanguage<T>(locale: string, make: () => T): T {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'document');
  Object.defineProperty(globalThis, 'document', {
    configurable: true,
    value: { querySelector: () => ({ getAttribute: () => locale }), currentScript: null },
  });
  try {
    return make();
  } finally {
    if (before) Object.defineProperty(globalThis, 'document', before);
    else Reflect.deleteProperty(globalThis, 'document');
  }
}

// Node's fetch refuses file: addresses, and Pagefind fetches its parts from beside its script.
let reads = false;
function letFetchReadFiles(): void {
  if (reads) return;
  reads = true;
  const fetchElsewhere = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (!url.startsWith('file:')) return fetchElsewhere(input, init);
    return new Response(await readFile(fileURLToPath(url.split('?')[0] ?? url)));
  };
}
