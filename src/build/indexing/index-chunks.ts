import { digest } from '#kb/values/digest.ts';
import type { Recall } from '../keeping/recall.ts';
import { CborWriter } from './cbor.ts';
import { pack } from './packed-file.ts';
import type { IndexedWords } from './page-lists.ts';

/**
 * How large a chunk is at most, in bytes before compression; a word that is on many pages takes more. Smaller chunks are
 * less to fetch for each word of a question, but make the list longer that every reader fetches: a question to 400 or
 * 5,000 articles fetches least with this size.
 */
const SIZE = 4000;

/** Part of the words of an index, one after the other. */
export interface WordChunk {
  /** The shortest start of its first word that comes after the last word of the chunk before. */
  from: string;
  /** Its last word. */
  to: string;
  /** Changes with its content, so browsers can keep it. */
  name: string;
  file: Uint8Array;
}

/**
 * Divides the words of an index into chunks, smaller than Pagefind's: it fills each with about 25 KB, compressed, for a
 * search that looks up every word that starts like the one typed. Ours looks up whole words.
 *
 * @param recall gives what an earlier build packed
 */
export function divideWords({ words, stored, ends }: IndexedWords, recall: Recall): Promise<WordChunk[]> {
  const chunks: Promise<WordChunk>[] = [];
  for (let start = 0; start < words.length; ) {
    const begin = ends[start - 1] ?? 0;
    let end = start + 1;
    while (end < words.length && (ends[end] ?? 0) - begin <= SIZE) end++;
    const from = textOf(startOf(words[start] ?? '', words[start - 1] ?? ''));
    const content = contentOf(end - start, stored.subarray(begin, ends[end - 1]));
    const name = digest(content);
    const to = textOf(words[end - 1] ?? '');
    chunks.push(recall(['chunk', name], () => pack(content)).then((file) => ({ from, to, name, file })));
    start = end;
  }
  return Promise.all(chunks);
}

function contentOf(words: number, stored: Buffer): Buffer {
  const start = new CborWriter();
  start.list(1);
  start.list(words);
  return Buffer.concat([start.bytes(), stored]);
}

/** The shortest start of a word that comes after the word before it. It ends with a whole character. */
function startOf(word: string, before: string): string {
  let end = 0;
  do end = nextCharacter(word, end);
  while (end < word.length && word.slice(0, end) <= before);
  return word.slice(0, end);
}

function nextCharacter(bytes: string, at: number): number {
  let next = at + 1;
  while ((bytes.charCodeAt(next) & 0xc0) === 0x80) next++;
  return next;
}

function textOf(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString();
}
