import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decode, encode } from 'cborg';
import { digest } from '#kb/values/digest.ts';
import type { Chunk } from '#search/chunk-list.ts';
import { readPacked, writePacked } from './packed-file.ts';

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
type PackedMeta = [version: string, pages: unknown[], chunks: ChunkName[], ...unknown[]];

/**
 * Divides Pagefind's index into smaller chunks. Pagefind fills each with about 25 KB, compressed, for a search that looks
 * up every word that starts like the one typed. Ours looks up whole words.
 *
 * @param folder the index that Pagefind wrote
 * @returns the smaller chunks, sorted
 * @throws if its files are not as expected
 */
export async function divideChunks(folder: string): Promise<Chunk[]> {
  const entry = JSON.parse(await readFile(join(folder, ENTRY), 'utf8')) as Entry;
  const chunks: Chunk[] = [];
  for (const language of Object.values(entry.languages)) {
    const divided = await divideLanguage(folder, language.hash);
    language.hash = divided.list;
    chunks.push(...divided.chunks);
  }
  await writeFile(join(folder, ENTRY), JSON.stringify(entry));
  return chunks;
}

interface Divided {
  /** The new name of the list of pages, which browsers keep: its name changes whenever the list does. */
  list: string;
  chunks: Chunk[];
}

async function divideLanguage(folder: string, listed: string): Promise<Divided> {
  const listOf = (hash: string) => join(folder, `pagefind.${hash}.pf_meta`);
  const fileOf = (hash: string) => join(folder, 'index', `${hash}.pf_index`);
  const named = (content: Uint8Array) => `${listed.replace(/_.*/, '')}_${digest(content)}`;
  const meta = decode(await readPacked(listOf(listed))) as PackedMeta;
  const [version, pages, chunks, ...others] = meta;
  const divided: ChunkName[] = [];
  let last = '';
  for (const [, , hash] of chunks) {
    const [words] = decode(await readPacked(fileOf(hash))) as [PackedWord[]];
    await rm(fileOf(hash));
    const writing: Promise<void>[] = [];
    for (const part of inParts(words)) {
      const content = encode([part]);
      const name = named(content);
      writing.push(writePacked(fileOf(name), content));
      const [[first], [lastOfPart]] = [part[0] as PackedWord, part.at(-1) as PackedWord];
      divided.push([startOf(first, last), lastOfPart, name]);
      last = lastOfPart;
    }
    await Promise.all(writing);
  }
  await rm(listOf(listed));
  const content = encode([version, pages, divided, ...others]);
  const list = named(content);
  await writePacked(listOf(list), content);
  return { list, chunks: divided.map(([from, , name]) => [from, name]) };
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
