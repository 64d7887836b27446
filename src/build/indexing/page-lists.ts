import { CborReader, CborWriter } from './cbor.ts';

/** Which pages have each word, and where: Pagefind's own lists, so those of several parts can be joined. */
export interface PageLists {
  /**
   * A line for each list, with the word as {@link CborReader.text} reads it. Pages where the word has accents that the
   * index ignores are in a list of their own, which names that spelling after a space.
   */
  names: string;
  /** Four numbers for each list: how many pages it has, the first and the last of them, and where the list ends. */
  numbers: Uint32Array;
  /** The lists, one after the other, as Pagefind stores them, but without the number of the first page. */
  bytes: Uint8Array;
}

const COLUMNS = 4;

/**
 * Reads the words of an index that Pagefind made.
 *
 * @param chunks in their order, unpacked
 * @param fields what each of its fields is in the joined index
 * @throws if they are not as expected
 */
export function readPageLists(chunks: readonly Buffer[], fields: readonly number[]): PageLists {
  const names: string[] = [];
  const numbers: number[] = [];
  const out = new CborWriter();
  for (const chunk of chunks) {
    const reader = new CborReader(chunk);
    reader.list(1);
    for (let words = reader.next(); words > 0; words--) {
      reader.list(3);
      const word = reader.text();
      readList(word, reader, chunk);
      for (let spellings = reader.next(); spellings > 0; spellings--) {
        reader.list(2);
        const spelling = reader.text();
        readList(`${word} ${spelling}`, reader, chunk);
      }
    }
  }
  return { names: names.join('\n'), numbers: Uint32Array.from(numbers), bytes: out.bytes() };

  function readList(name: string, reader: CborReader, chunk: Buffer): void {
    const pages = reader.next();
    let first = 0;
    let last = 0;
    for (let page = 0; page < pages; page++) {
      const start = reader.at;
      reader.list(3);
      const distance = reader.next();
      last += distance;
      if (page === 0) first = last;
      const places = page === 0 ? reader.at : start;
      for (let left = reader.next(); left > 0; left--) reader.next();
      out.copy(chunk, places, reader.at);
      const inFields = reader.next();
      out.list(inFields);
      for (let left = inFields; left > 0; left--) {
        const place = reader.next();
        // A negative number says which field the next ones are in.
        out.number(place < 0 ? -1 - (fields[-1 - place] ?? Number.NaN) : place);
      }
    }
    if (pages === 0) return;
    names.push(name);
    numbers.push(pages, first, last, out.length);
  }
}

/** What an index of some pages has of them. Nothing of it depends on other pages. */
export interface IndexedPart {
  /** How many words Pagefind counts on each page. */
  words: readonly number[];
  lists: PageLists;
}

/** A list in one of the parts, and how many pages all parts before it have. */
interface Place {
  lists: PageLists;
  list: number;
  pagesBefore: number;
}

/** The words of an index. */
export interface IndexedWords {
  /** As {@link CborReader.text} reads them, sorted. */
  words: readonly string[];
  /** What an index stores for each of them, one after the other. */
  stored: Buffer;
  /** Where what it stores for each of them ends. */
  ends: readonly number[];
}

/** Joins the words of several parts, each with the pages that come after those of the part before. */
export function joinPageLists(parts: readonly IndexedPart[]): IndexedWords {
  const places = new Map<string, Place[]>();
  const spellings = new Map<string, string[]>();
  let pagesBefore = 0;
  for (const { lists, words } of parts) {
    const names = lists.names === '' ? [] : lists.names.split('\n');
    for (const [list, name] of names.entries()) {
      const place = { lists, list, pagesBefore };
      const known = places.get(name);
      if (known) known.push(place);
      else places.set(name, [place]);
      const space = name.indexOf(' ');
      if (known || space < 0) continue;
      const word = name.slice(0, space);
      spellings.set(word, [...(spellings.get(word) ?? []), name]);
    }
    pagesBefore += words.length;
  }
  const words = [...new Set([...places.keys()].map((name) => name.split(' ')[0] ?? ''))].sort();
  const ends: number[] = [];
  const out = new CborWriter();
  for (const word of words) {
    out.list(3);
    out.text(word);
    writeList(places.get(word) ?? [], out);
    // In the order of the first pages that have them, as Pagefind finds them.
    const spelled = spellings.get(word) ?? [];
    out.list(spelled.length);
    for (const name of spelled) {
      out.list(2);
      out.text(name.slice(word.length + 1));
      writeList(places.get(name) ?? [], out);
    }
    ends.push(out.length);
  }
  return { words, stored: out.bytes(), ends };
}

function writeList(places: readonly Place[], out: CborWriter): void {
  out.list(places.reduce((sum, place) => sum + rowOf(place).pages, 0));
  let before = 0;
  for (const place of places) {
    const { first, last, start, end } = rowOf(place);
    out.list(3);
    out.number(place.pagesBefore + first - before);
    out.copy(place.lists.bytes, start, end);
    before = place.pagesBefore + last;
  }
}

function rowOf({ lists: { numbers }, list }: Place) {
  const at = list * COLUMNS;
  const [pages = 0, first = 0, last = 0, end = 0] = numbers.subarray(at, at + COLUMNS);
  return { pages, first, last, start: numbers[at - 1] ?? 0, end };
}
