import { analysisWith } from './analysis.ts';
import { type Chunk, type ChunkList, printChunks, readChunks } from './chunk-list.ts';
import { indexToken } from './index-token.ts';
import { ownStemmer, type Stem } from './language/stemmers.ts';
import { learnedFieldNames } from './learned-fields.ts';
import { SATURATION } from './saturation.ts';
import type { Index, Page } from './search-index.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';

/**
 * The file with the vocabulary and the list of the chunks of the index, compressed with gzip, next to Pagefind's own files.
 */
export const VOCABULARY = 'vocabulary.ohje';

const BETWEEN = '\n\n';

/** The words that {@link VOCABULARY} leaves out, one in a line, compressed. Readers don't fetch it. */
export const UNLISTED = 'unlisted.ohje';

/** The text of the file {@link VOCABULARY}. */
export function printWords(vocabulary: string, chunks: readonly Chunk[]): string {
  return vocabulary + BETWEEN + printChunks(chunks);
}

/** The vocabulary in the text of {@link VOCABULARY}, as `readVocabulary` reads it. */
export function vocabularyIn(text: string): string {
  return text.split(BETWEEN)[0] ?? '';
}

/** What {@link printWords} wrote. */
export function readWords(text: string): { vocabulary: Vocabulary; chunks: ChunkList } {
  const [vocabulary = '', chunks = ''] = text.split(BETWEEN);
  return { vocabulary: readVocabulary(vocabulary), chunks: readChunks(chunks) };
}

/**
 * A script with the stemmer that the index was made with, next to it too. Its address is known before anything is loaded,
 * so a reader doesn't have to wait for one after the other.
 */
export const STEMMER = 'stemmer.js';

/** The part of Pagefind's own script that is used. */
interface PagefindModule {
  createInstance(options: object): PagefindInstance;
}

interface PagefindInstance {
  init(): Promise<void>;
  search(term: string): Promise<{ results: Found[] }>;
}

interface Found {
  id: string;
  score: number;
  words: number[];
  matchedMetaFields?: string[];
  data(): Promise<Page>;
}

/** The fields of a page that have words of their own, in the order in which an index numbers them. */
export const pageFields: readonly string[] = ['title', 'aliases', 'synonyms', 'address', ...learnedFieldNames].sort();

// Long articles contain many words by chance, which Pagefind's default rewards.
const ranking = {
  pageLength: 0.75,
  termSaturation: SATURATION,
  metaWeights: Object.fromEntries(pageFields.map((name) => [name, 0])),
};

let opened = 0;

/**
 * Tells the list of pages that Pagefind reads first from one that was read before, which can be out of date. The first
 * one can be on its way already.
 */
function listTag(list: string): string {
  const started = Math.round(performance.timeOrigin);
  if (opened++ > 0) return `${started}-${opened}`;
  const preloaded = document.querySelector<HTMLLinkElement>(`link[href^="${list}?ts="]`);
  return preloaded?.href.split('?ts=')[1] ?? String(started);
}

// Chromium never asks again for a script that it couldn't fetch once, except at another address.
let failures = 0;

/** An index whose words are known, and which finds pages as soon as Pagefind has started. */
export interface StartingIndex extends Index {
  /** Rejects if Pagefind can't start. */
  started: Promise<unknown>;
}

/**
 * Opens the index of one language. Pagefind stores and loads the index; the ranking is ours.
 *
 * It is open when the words of a question are understood. What is known to be needed then comes while Pagefind starts.
 *
 * @param folder the address of the index folder, ending in "/"
 * @param expect is called with the address of each file that Pagefind will fetch soon
 * @throws if a part of it cannot be fetched. Its searches throw for the same reason; open it again then.
 */
export async function openPagefind(
  folder: string,
  locale: string,
  expect: (address: string) => void = () => {},
): Promise<StartingIndex> {
  const reading = fetchPacked(`${folder}${VOCABULARY}`).then(readWords);
  // Each is a step on a slow connection, so none waits for what it doesn't need.
  const starting = startPagefind(folder, reading);
  starting.catch(() => undefined);
  const expected = new Set<string>();
  const [{ vocabulary, chunks }, { stemmer }] = await Promise.all([
    reading,
    importScript<{ stemmer: Stem }>(`${folder}${STEMMER}`),
  ]);
  const analysis = analysisWith(locale, ownStemmer(locale) ?? stemmer);
  return {
    analysis,
    vocabulary,
    started: starting,
    find: remembering(async (key) => {
      const token = indexToken(key);
      const chunk = chunks.holding(token);
      // Pagefind starts for good with the first search, and keeps what it fetched.
      const address = `${folder}index/${chunk}.pf_index`;
      if (chunk && !expected.has(chunk)) expect(address);
      if (chunk) expected.add(chunk);
      const pagefind = await starting;
      if (!pagefind) return [];
      const { results } = await pagefind.search(token);
      // Pagefind finds nothing in a part of the index that it couldn't fetch.
      const isListed = vocabulary.holding(key) + vocabulary.learned(key) > 0;
      const mayBeThere = chunk !== undefined && vocabulary.isUnlisted(key);
      if (results.length === 0 && (isListed || (mayBeThere && !(await canBeFetched(address)))))
        throw new Error(`The part of ${folder} with "${key}" could not be fetched.`);
      return results.map(({ id, score, words, matchedMetaFields = [], data }) => ({
        page: id,
        score,
        places: words,
        fields: matchedMetaFields,
        load: data,
      }));
    }),
  };
}

/** @returns `undefined` for an index without pages, which Pagefind can't open */
async function startPagefind(
  folder: string,
  reading: Promise<{ vocabulary: Vocabulary }>,
): Promise<PagefindInstance | undefined> {
  const [script, { vocabulary }] = await Promise.all([importScript<PagefindModule>(`${folder}pagefind.js`), reading]);
  if (vocabulary.pages === 0) return undefined;
  // Its worker would be a second script to fetch, for answers that take a few milliseconds.
  const metaCacheTag = listTag(`${folder}pagefind-entry.json`);
  const pagefind = script.createInstance({ basePath: folder, baseUrl: '/', noWorker: true, ranking, metaCacheTag });
  await pagefind.init();
  return pagefind;
}

async function importScript<Module>(address: string): Promise<Module> {
  try {
    return await import(/* @vite-ignore */ failures === 0 ? address : `${address}?${failures}`);
  } catch (error) {
    failures++;
    throw error;
  }
}

async function canBeFetched(address: string): Promise<boolean> {
  return fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Remembers the results of each key, because the same words are looked up with every letter typed. */
function remembering(find: Index['find']): Index['find'] {
  const known = new Map<string, ReturnType<Index['find']>>();
  return (key) => {
    const found = known.get(key) ?? find(key);
    known.set(key, found);
    // A part of the index that could not be fetched may be available next time.
    found.catch(() => known.delete(key));
    return found;
  };
}

async function fetchPacked(url: string): Promise<string> {
  // The file keeps its name when the index changes, so a cached copy must be revalidated.
  const { ok, status, body } = await fetch(url, { cache: 'no-cache' });
  if (!ok || !body) throw new Error(`${url} could not be fetched (${status}).`);
  return new Response(body.pipeThrough(new DecompressionStream('gzip'))).text();
}
