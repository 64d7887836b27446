import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpack } from '#build/indexing/packed-file.ts';
import { indexSearch } from '#build/indexing/search-index.ts';
import { openBuiltIndex } from '#io/search/open-index.ts';
import type { ShownArticle } from '#kb/content/library.ts';
import { readWords, VOCABULARY } from '#search/pagefind-index.ts';
import { makeArticle, makeLibrary, makeSite } from '../../make.ts';

// Words that sort in many ways: short and long, one the start of another, with accents, in other scripts, outside the BMP.
const roots = ['a', 'ab', 'abc', 'żółw', 'øre', 'zz', 'کارت', 'رمز', '銀行', '𝒳', '5gb', 'e404'];
const wordsOf = (number: number) => roots.map((root) => `${root}${number.toString(36)}x`).join(' ');
const articles = Array.from({ length: 120 }, (_, number) =>
  makeArticle(`cards/article-${number}`, { title: `Number ${number}`, locale: 'fa' }),
);
const library = makeLibrary({
  site: makeSite({ locales: ['fa'], defaultLocale: 'fa', sections: { cards: { title: 'Cards' } } }),
  articles,
});
const htmlOf = async ({ article }: ShownArticle) =>
  `<article><h1>${article.title}</h1><p>${wordsOf(articles.findIndex(({ id }) => id === article.id))} everywhere</p></article>`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ohje-'));
  await indexSearch(library, htmlOf, join(folder, 'pagefind'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const inIndex = (...path: string[]) => join(folder, 'pagefind/fa', ...path);

describe('an index in small chunks', () => {
  it('finds every word on every page that has it', async () => {
    const index = await (await openBuiltIndex(folder))?.open('fa');
    const keys = index?.vocabulary.beginning('', Number.POSITIVE_INFINITY) ?? [];
    expect(keys.length).toBeGreaterThan(120 * roots.length);
    const wrong: string[] = [];
    for (const key of keys) {
      const found = await index?.find(key);
      if (found?.length !== index?.vocabulary.holding(key)) wrong.push(key);
    }
    expect(wrong).toEqual([]);
  });

  it('says which chunk has a word before Pagefind has started', async () => {
    const { chunks } = readWords(gunzipSync(await readFile(inIndex(VOCABULARY))).toString());
    const files = await readdir(inIndex('index'));
    const wrong: string[] = [];
    for (const file of files) {
      const [words] = decode(unpack(await readFile(inIndex('index', file)))) as [[string][]];
      for (const [word] of words) if (`${chunks.holding(word)}.pf_index` !== file) wrong.push(word);
    }
    expect(files.length).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  });

  it('has no chunk that is larger than the limit, except for a single word', async () => {
    const files = await readdir(inIndex('index'));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const [words] = decode(unpack(await readFile(inIndex('index', file)))) as [unknown[]];
      if (words.length > 1) expect(encode(words).length).toBeLessThan(4100);
    }
  });

  it('names each file after its content, so a browser never keeps an old one', async () => {
    const entry = JSON.parse(await readFile(inIndex('pagefind-entry.json'), 'utf8'));
    const hash = entry.languages.zxx.hash;
    expect((await readdir(inIndex())).filter((name) => name.endsWith('.pf_meta'))).toEqual([
      `pagefind.${hash}.pf_meta`,
    ]);
    const [, , chunks] = decode(unpack(await readFile(inIndex(`pagefind.${hash}.pf_meta`)))) as [
      string,
      unknown,
      string[][],
    ];
    const named = chunks.map(([, , name]) => `${name}.pf_index`);
    expect((await readdir(inIndex('index'))).sort()).toEqual(named.sort());
  });
});
