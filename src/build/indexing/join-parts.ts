import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { encode } from 'cborg';
import { digest } from '#kb/values/digest.ts';
import { compareText } from '#kb/values/text.ts';
import type { Analysis } from '#search/analysis.ts';
import { pageFields, printWords, UNLISTED, VOCABULARY } from '#search/pagefind-index.ts';
import { leftOut, printVocabulary } from '#search/vocabulary.ts';
import type { Recall } from '../keeping/recall.ts';
import { commonKeys } from '../language/common-words.ts';
import { generalSynonyms } from '../language/general-synonyms.ts';
import { stopKeys } from '../language/stop-words.ts';
import { divideWords, type WordChunk } from './index-chunks.ts';
import {
  chunkPath,
  ENTRY,
  emptyIndex,
  fileIn,
  type IndexFiles,
  indexPart,
  listPath,
  NO_LANGUAGE,
} from './index-part.ts';
import { pack } from './packed-file.ts';
import type { PageLayout, RenderedPage } from './page-layout.ts';
import { type IndexedPart, joinPageLists } from './page-lists.ts';

/** How long the name of a fragment or chunk is at least: readers fetch all names. */
const SHORTEST = 7;

const compress = promisify(gzip);

/** The parts of Pagefind's entry that are used. */
interface Entry {
  version: string;
  languages: Record<string, { hash: string; wasm: string | null; page_count: number }>;
}

/** The index of some pages, and what is written beside it. */
export interface PartOfIndex extends IndexedPart {
  /** What readers see of each page, packed, and its digest. */
  fragments: readonly { digest: string; file: Uint8Array }[];
  /** How many pages have each key of their words. */
  counts: ReadonlyMap<string, number>;
  /** The keys in their titles and aliases. */
  named: ReadonlySet<string>;
  /** How many pages each key of customers' words finds. */
  learned: ReadonlyMap<string, number>;
}

/** @throws if Pagefind refuses a page */
export async function makePart(pages: readonly RenderedPage[], layout: PageLayout): Promise<PartOfIndex> {
  const laidOut = pages.map(layout.layOut);
  const [counts, learned] = [new Map<string, number>(), new Map<string, number>()];
  for (const { keys, weights } of laidOut) {
    for (const key of keys) count(key, 1, counts);
    for (const key of weights) count(key, 1, learned);
  }
  const fragments = laidOut.map(({ fragment }) => ({ digest: digest(fragment), file: fragment }));
  const named = new Set(laidOut.flatMap((page) => [...page.named]));
  return { ...(await indexPart(laidOut)), fragments, counts, named, learned };
}

/**
 * Makes one index of parts, each with the pages that come after those of the part before.
 *
 * @param recall gives what an earlier build made of the same words
 * @returns its files
 */
export async function joinParts(
  parts: readonly PartOfIndex[],
  analysis: Analysis,
  recall: Recall,
): Promise<IndexFiles> {
  const files: IndexFiles = new Map(await recall(['empty index'], emptyIndex));
  const entry = JSON.parse(Buffer.from(fileIn(files, ENTRY)).toString()) as Entry;
  const words = parts.flatMap((part) => part.words);
  const fragments = parts.flatMap((part) => part.fragments);
  const divided = await divideWords(joinPageLists(parts), recall);
  const short = shortNames(divided.map(({ name }) => name));
  const chunks = divided.map((chunk, place) => ({ ...chunk, name: short[place] ?? chunk.name }));
  for (const { name, file } of chunks) files.set(chunkPath(name), file);
  const names = shortNames(fragments.map(({ digest }) => digest));
  for (const [page, { file }] of fragments.entries()) files.set(`fragment/${names[page]}.pf_fragment`, file);
  if (words.length > 0) {
    const pages = words.map((count, page) => [names[page], count]);
    const ranges = chunks.map(({ from, to, name }) => [from, to, name]);
    const list = encode([entry.version, pages, ranges, [], [], pageFields]);
    // Browsers keep it: its name changes whenever it does.
    const hash = digest(list);
    files.set(listPath(hash), pack(list));
    entry.languages[NO_LANGUAGE] = { hash, wasm: null, page_count: words.length };
    files.set(ENTRY, Buffer.from(JSON.stringify(entry)));
  }
  const { listed, unlisted } = wordsOf(parts, analysis, chunks);
  files.set(VOCABULARY, await compress(listed, { level: 9 }));
  if (unlisted !== '') files.set(UNLISTED, await compress(unlisted, { level: 9 }));
  return files;
}

function wordsOf(parts: readonly PartOfIndex[], analysis: Analysis, chunks: readonly WordChunk[]) {
  const [counts, learned] = [new Map<string, number>(), new Map<string, number>()];
  let pages = 0;
  for (const part of parts) {
    for (const [key, times] of part.counts) count(key, times, counts);
    for (const [key, times] of part.learned) count(key, times, learned);
    pages += part.words.length;
  }
  for (const key of counts.keys()) learned.delete(key);
  const [common, synonyms] = [commonKeys(analysis), generalSynonyms(analysis)];
  const stop = stopKeys(analysis);
  // A word of a title or an alias is found however it is typed.
  const needed = new Set([...synonyms.values(), ...parts.map(({ named }) => [...named])].flat());
  const rare = leftOut(counts, pages, (key) => stop.has(key) || common.has(key) || needed.has(key));
  for (const key of rare) counts.delete(key);
  const listed = printWords(
    printVocabulary(counts, stop, pages, learned, common, synonyms, rare.size === 0),
    chunks.map(({ from, name }) => [from, name]),
  );
  return { listed, unlisted: [...rare].sort(compareText).join('\n') };
}

function count(key: string, times: number, into: Map<string, number>): void {
  into.set(key, (into.get(key) ?? 0) + times);
}

/** The starts of digests, as long as each needs to be another. */
function shortNames(digests: readonly string[]): string[] {
  const taken = new Set<string>();
  return digests.map((whole) => {
    let length = SHORTEST;
    while (taken.has(whole.slice(0, length)) && length < whole.length) length++;
    const name = whole.slice(0, length);
    taken.add(name);
    return name;
  });
}
