import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { openPagefind, UNLISTED } from '#search/pagefind-index.ts';
import type { Index } from '#search/search-index.ts';
import { readText } from '../machine/files.ts';

/** The search indexes of a built site, read with the same script that browsers run. */
export interface BuiltIndex {
  /** The folder of the site. */
  dist: string;
  /** @returns `undefined` if nothing is indexed in this locale */
  open(locale: string): Promise<Index | undefined>;
  locales: readonly string[];
  /** The language of the site's first page, or the only one that is indexed. */
  mainLocale: string;
}

/**
 * @param dist the folder of the built site
 * @returns `undefined` if there is no search index
 */
export async function openBuiltIndex(dist: string): Promise<BuiltIndex | undefined> {
  const folder = join(dist, 'pagefind');
  const locales = await readdir(folder).catch((): string[] => []);
  if (locales.length === 0) return undefined;
  letFetchReadFiles();
  const opened = new Map<string, Promise<Index>>();
  const open = async (locale: string) => {
    if (!locales.includes(locale)) return undefined;
    const index = opened.get(locale) ?? asInPage(() => start(`${pathToFileURL(join(folder, locale)).href}/`, locale));
    opened.set(locale, index);
    return index;
  };
  const page = (await readText(join(dist, 'index.html'))) ?? '';
  const main = /<html lang="([^"]+)"/.exec(page)?.[1];
  locales.sort();
  return { dist, open, locales, mainLocale: locales.find((locale) => locale === main) ?? locales[0] ?? '' };
}

async function start(folder: string, locale: string): Promise<Index> {
  const index = await openPagefind(folder, locale);
  await index.started;
  const unlisted = await unlistedWords(fileURLToPath(folder));
  return { ...index, vocabulary: { ...index.vocabulary, isUnlisted: (key) => unlisted.has(key) } };
}

/** The words that the index has and readers don't fetch, because hardly any page has them. */
export async function unlistedWords(folder: string): Promise<ReadonlySet<string>> {
  const packed = await readFile(join(folder, UNLISTED)).catch(() => undefined);
  return new Set(packed && gunzipSync(packed).toString().split('\n'));
}

/** Pagefind reads the language from the page it runs in, only while it is opened. */
async function asInPage<T>(open: () => Promise<T>): Promise<T> {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'document');
  Object.defineProperty(globalThis, 'document', {
    configurable: true,
    value: { querySelector: () => null, currentScript: null },
  });
  try {
    return await open();
  } finally {
    if (before) Object.defineProperty(globalThis, 'document', before);
    else Reflect.deleteProperty(globalThis, 'document');
  }
}

// Node's fetch refuses file: addresses, and Pagefind fetches its files from the folder of its script.
let reads = false;
function letFetchReadFiles(): void {
  if (reads) return;
  reads = true;
  const fetchElsewhere = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (!url.startsWith('file:')) return fetchElsewhere(input, init);
    const path = fileURLToPath(url.split('?')[0] ?? url);
    const [, bring] = [...partly].find(([folder]) => path.startsWith(folder)) ?? [];
    await bring?.(path);
    return new Response(await readFile(path));
  };
}

// The folders that get their files only when they are read.
const partly = new Map<string, (path: string) => Promise<void>>();

/** Lets a function bring each file of a folder before an index in it reads the file. */
export function bringWhenRead(folder: string, bring: (path: string) => Promise<void>): void {
  partly.set(folder, bring);
}
