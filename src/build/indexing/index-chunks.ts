import { decode, encode } from 'cborg';
import { digest } from '#kb/values/digest.ts';
import type { Chunk } from '#search/chunk-list.ts';
import { pack, unpack } from './packed-file.ts';

/**
 * How large a chunk is at most, in bytes before compression; a word that is on many pages takes more. Smaller chunks are
 * less to fetch for each word of a question, but make the list longer that every reader fetches: a question to 400 or
 * 5,000 articles fetches least with this size.
 */
const SIZE = 4000;

const ENTRY = 'pagefind-entry.json';

/** The part of Pagefind's entry that says which list of pages belongs to which language. */
interface Entry {
  languages: Record<string, { hash: string }>;
}

/** A word of Pagefind's index, and the pages that have it. */
type PackedWord = [word: string, ...unknown[]];
/** A chunk of the index: its first word, its last, and the name of its file. */
type ChunkName = [from: string, to: string, hash: string];
/** What Pagefind knows about the whole index: its version, the pages, the chunks, and more. */
type PackedMeta = [version: string, pages: [fragment: string, words: number][], chunks: ChunkName[], ...unknown[]];

/** The files of an index by their paths in its folder. */
export type IndexFiles = Map<string, Uint8Array>;

/**
 * Divides Pagefind's index into smaller chunks. Pagefind fills each with about 25 KB, compressed, for a search that looks
 * up every word that starts like the one typed. Ours looks up whole words.
 *
 * @param files the index that Pagefind made, which is changed
 * @returns the smaller chunks, sorted
 * @throws if its files are not as expected
 */
export async function divideChunks(files: IndexFiles): Promise<Chunk[]> {
  const entry = entryOf(files);
  const chunks: Chunk[] = [];
  for (const language of Object.values(entry.languages)) {
    const divided = await divideLanguage(files, language.hash);
    language.hash = divided.list;
    chunks.push(...divided.chunks);
  }
  files.set(ENTRY, Buffer.from(JSON.stringify(entry)));
  return chunks;
}

/** The names of the fragments of an index with one language, in the order in which Pagefind was given their pages. */
export async function fragmentNames(files: IndexFiles): Promise<string[]> {
  const [language] = Object.values(entryOf(files).languages);
  return language ? (await metaOf(files, language.hash))[1].map(([name]) => name) : [];
}

interface Divided {
  /** The new name of the list of pages, which browsers keep: its name changes whenever the list does. */
  list: string;
  chunks: Chunk[];
}

async function divideLanguage(files: IndexFiles, listed: string): Promise<Divided> {
  const named = (content: Uint8Array) => `${listed.replace(/_.*/, '')}_${digest(content)}`;
  const [version, pages, chunks, ...others] = await metaOf(files, listed);
  const divided: ChunkName[] = [];
  let last = '';
  for (const [, , hash] of chunks) {
    const [words] = decode(await unpack(fileIn(files, chunkPath(hash)))) as [PackedWord[]];
    files.delete(chunkPath(hash));
    const packing: Promise<void>[] = [];
    for (const part of inParts(words)) {
      const content = encode([part]);
      const name = named(content);
      packing.push(pack(content).then((packed) => void files.set(chunkPath(name), packed)));
      const [[first], [lastOfPart]] = [part[0] as PackedWord, part.at(-1) as PackedWord];
      divided.push([startOf(first, last), lastOfPart, name]);
      last = lastOfPart;
    }
    await Promise.all(packing);
  }
  files.delete(listPath(listed));
  const content = encode([version, pages, divided, ...others]);
  const list = named(content);
  files.set(listPath(list), await pack(content));
  return { list, chunks: divided.map(([from, , name]) => [from, name]) };
}

function entryOf(files: IndexFiles): Entry {
  return JSON.parse(Buffer.from(fileIn(files, ENTRY)).toString()) as Entry;
}

async function metaOf(files: IndexFiles, hash: string): Promise<PackedMeta> {
  return decode(await unpack(fileIn(files, listPath(hash)))) as PackedMeta;
}

function listPath(hash: string): string {
  return `pagefind.${hash}.pf_meta`;
}

function chunkPath(hash: string): string {
  return `index/${hash}.pf_index`;
}

function fileIn(files: IndexFiles, path: string): Uint8Array {
  const file = files.get(path);
  if (!file) throw new Error(`Pagefind's index has no ${path}.`);
  return file;
}

function* inParts(words: readonly PackedWord[]): Generator<PackedWord[]> {
  let part: PackedWord[] = [];
  let size = 0;
  for (const word of words) {
    const added = encode(word).length;
    if (part.length > 0 && size + added > SIZE) {
      yield part;
      [part, size] = [[], 0];
    }
    part.push(word);
    size += added;
  }
  if (part.length > 0) yield part;
}

/** The shortest start of a word that comes after the word before it. */
function startOf(word: string, before: string): string {
  const characters = [...word];
  const end = characters.findIndex((_, index) => compareBytes(characters.slice(0, index + 1).join(''), before) > 0);
  return end < 0 ? word : characters.slice(0, end + 1).join('');
}

/** Pagefind compares words by their bytes in UTF-8. */
function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
