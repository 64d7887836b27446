import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';
import { createIndex } from 'pagefind';
import { beforeAll, describe, expect, it } from 'vitest';
import { divideWords } from '#build/indexing/index-chunks.ts';
import { indexPart } from '#build/indexing/index-part.ts';
import { unpack } from '#build/indexing/packed-file.ts';
import { joinPageLists } from '#build/indexing/page-lists.ts';
import { makeAnew } from '#build/keeping/recall.ts';
import { pageFields } from '#search/pagefind-index.ts';
import { mulberry32 } from '../../../scripts/shared/random.ts';

// Some are the same once accents are ignored, some are the start of another, some are beyond 16 bits.
const words = ['card', 'cards', 'résumé', 'resume', 'resumé', 'żółw', 'کارت', '銀行', '𝒳', '\uFB01x', 'e404', 'a'];

/** Pages of common words, rare ones and fields, which only some have. */
const pages = Array.from({ length: 300 }, (_, number) => {
  const random = mulberry32(number);
  const some = (from: readonly string[]) =>
    Array.from({ length: 1 + Math.floor(random() * 40) }, () => from[Math.floor(random() ** 2 * from.length)]).join(
      ' ',
    );
  const field =
    random() < 0.1
      ? `<span hidden data-pagefind-meta="${number % 2 ? 'aliases' : 'words1'}">${some(words)}</span>`
      : '';
  const html = `<html><body><article data-pagefind-body><h1 data-pagefind-weight="6">${some(words)}</h1>${field}<p>${some(words)} everywhere only${number}</p></article></body></html>`;
  return {
    id: `cards/${number}`,
    html,
    fragment: Buffer.of(),
    keys: new Set<string>(),
    named: new Set<string>(),
    weights: [],
  };
});

type PackedPage = [distance: number, places: number[], inFields: number[]];
type PackedWord = [word: string, pages: PackedPage[], spellings: [spelling: string, pages: PackedPage[]][]];

/** What Pagefind stores for all pages at once, with the names of the fields. */
async function indexedAtOnce() {
  const { index } = await createIndex({ forceLanguage: 'zxx' });
  for (const { id, html } of pages) await index?.addHTMLFile({ sourcePath: `${id}/index.html`, content: html });
  const files = (await index?.getFiles())?.files ?? [];
  await index?.deleteIndex();
  const file = (start: string) => files.find(({ path }) => path.startsWith(start))?.content ?? Buffer.of();
  const list = files.find(({ path }) => path.endsWith('.pf_meta'))?.content ?? Buffer.of();
  const [, numbered, chunks, , , fields] = decode(unpack(list)) as [
    string,
    [string, number][],
    string[][],
    unknown,
    unknown,
    string[],
  ];
  const stored = chunks.flatMap(([, , name]) => {
    const content = gunzipSync(file(`index/${name}.`)).subarray('pagefind_dcd'.length);
    return (decode(content) as [PackedWord[]])[0];
  });
  return { words: withNames(stored, fields), counts: numbered.map(([, count]) => count) };
}

function withNames(stored: readonly PackedWord[], fields: readonly string[]) {
  const named = (list: PackedPage[]) =>
    list.map(([distance, places, inFields]) => [
      distance,
      places,
      inFields.map((place) => (place < 0 ? fields[-1 - place] : place)),
    ]);
  return stored.map(([word, list, spellings]) => [
    word,
    named(list),
    spellings.map(([spelling, found]) => [spelling, named(found)]),
  ]);
}

const decoded = (stored: Buffer, ends: readonly number[]) =>
  ends.map((end, at) => decode(stored.subarray(ends[at - 1] ?? 0, end)) as PackedWord);

const parts = async (...sizes: number[]) => {
  const made = [];
  let start = 0;
  for (const size of sizes) {
    made.push(await indexPart(pages.slice(start, start + size)));
    start += size;
  }
  return made;
};

describe('an index made of parts', () => {
  let atOnce: Awaited<ReturnType<typeof indexedAtOnce>>;
  beforeAll(async () => {
    atOnce = await indexedAtOnce();
  });

  it.each([[[300]], [[100, 100, 100]], [[1, 2, 80, 217]], [[299, 1]]])(
    'of %j pages has every word, place, field and spelling that Pagefind stores for all pages at once',
    async (sizes) => {
      const made = await parts(...sizes);
      const { words, stored, ends } = joinPageLists(made);
      const joined = withNames(decoded(stored, ends), pageFields);
      expect(joined.length).toBeGreaterThan(310);
      expect(joined).toEqual(atOnce.words);
      expect(made.flatMap((part) => part.words)).toEqual(atOnce.counts);
      expect(words).toHaveLength(joined.length);
    },
  );

  it('has words in several spellings, and fields that not every part has', () => {
    expect(atOnce.words.filter(([, , spellings]) => (spellings?.length ?? 0) > 1)).not.toEqual([]);
    expect(JSON.stringify(atOnce.words)).toContain('aliases');
  });

  it('is the same if a page is left out and its part made anew', async () => {
    const [first, , third] = await parts(100, 100, 100);
    const without = await indexPart(pages.slice(101, 200));
    const { words, stored } = joinPageLists([first, without, third].filter((part) => part !== undefined));
    const anew = joinPageLists([await indexPart(pages.toSpliced(100, 1))]);
    expect(words).not.toContain('only100');
    expect(words).toContain('only101');
    expect(words).toEqual(anew.words);
    expect(stored.equals(anew.stored)).toBe(true);
  });

  it('without pages has no words', async () => {
    const nothing = joinPageLists([]);
    expect(nothing.words).toEqual([]);
    expect(await divideWords(nothing, makeAnew)).toEqual([]);
  });
});
