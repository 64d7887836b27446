import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { createIndex } from 'pagefind';
import type { Library, ShownArticle } from '#kb/content/library.ts';
import { digest } from '#kb/values/digest.ts';
import { analysisFor } from '#search/analysis.ts';
import { learnedFields, learnedWeights } from '#search/learned-fields.ts';
import { VOCABULARY } from '#search/pagefind-index.ts';
import type { Page } from '#search/search-index.ts';
import { synonymsFor } from '#search/synonyms.ts';
import { printVocabulary } from '#search/vocabulary.ts';
import { makeSectionPaths } from '#ui/section-paths.ts';
import { passagesOf } from './page-passages.ts';
import { searchPage } from './search-page.ts';
import { stopKeys } from './stop-words.ts';

// Enough to keep the disk busy without holding the whole site in memory.
const AT_ONCE = 64;
// Our keys belong to no language that Pagefind knows, so it leaves them as they are.
const NO_LANGUAGE = 'zxx';
// What Pagefind writes at the start of its files, before they are compressed.
const SIGNATURE = 'pagefind_dcd';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/**
 * Indexes the articles of a help center for search, an index for each language of its readers.
 *
 * Pagefind indexes the keys of the words, from a temporary folder because it reads folders on all cores. Afterwards the
 * text of each page is put back as readers know it.
 *
 * @param htmlOf the HTML of an article's page, or at least of its `<article>`
 * @param out the folder that gets a folder for each language
 * @returns how many pages were indexed, over all languages
 * @throws if Pagefind refuses a page or cannot write
 */
export async function indexSearch(
  library: Library,
  htmlOf: (shown: ShownArticle) => Promise<string>,
  out: string,
): Promise<number> {
  let pages = 0;
  for (const { tag } of library.locales) pages += await indexLocale(library, tag, htmlOf, join(out, tag));
  return pages;
}

async function indexLocale(
  library: Library,
  locale: string,
  htmlOf: (shown: ShownArticle) => Promise<string>,
  out: string,
): Promise<number> {
  const laidOut = `${out}.pages`;
  try {
    const { pages, counts, stopWords, learned } = await layOut(library, locale, htmlOf, laidOut);
    const { index, errors } = await createIndex({ forceLanguage: NO_LANGUAGE });
    if (!index) throw new Error(`The search index could not be created: ${errors.join('; ')}`);
    const added = await index.addDirectory({ path: laidOut });
    const written = await index.writeFiles({ outputPath: out });
    await index.deleteIndex();
    const failed = [...added.errors, ...written.errors];
    if (failed.length > 0) throw new Error(`The search index could not be made: ${failed.join('; ')}`);
    await putBack(pages, join(out, 'fragment'));
    await writeFile(
      join(out, VOCABULARY),
      await pack(printVocabulary(counts, stopWords, pages.size, learned), { level: 9 }),
    );
    for (const file of await readdir(out))
      if (/^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\./.test(file)) await rm(join(out, file));
    return pages.size;
  } finally {
    await rm(laidOut, { recursive: true, force: true });
  }
}

interface LaidOut {
  pages: Map<string, Page>;
  /** How many pages have each key. */
  counts: Map<string, number>;
  stopWords: ReadonlySet<string>;
  /** For keys that no page has: how many pages each finds. */
  learned: Map<string, number>;
}

async function layOut(
  library: Library,
  locale: string,
  htmlOf: (shown: ShownArticle) => Promise<string>,
  laidOut: string,
): Promise<LaidOut> {
  const analysis = await analysisFor(locale);
  const { sections } = makeSectionPaths(library, locale);
  const pages = new Map<string, Page>();
  const counts = new Map<string, number>();
  const learned = new Map<string, number>();
  const shown = library.shown(locale);
  await mkdir(laidOut, { recursive: true });
  for (let start = 0; start < shown.length; start += AT_ONCE)
    await Promise.all(
      shown.slice(start, start + AT_ONCE).map(async (one) => {
        const { article, fallback } = one;
        const { title, summary = '', aliases, outline } = article;
        const passages = passagesOf(await htmlOf(one));
        const about = [title, ...aliases, summary, ...outline.map(({ text }) => text)].join('. ');
        const body = passages.flatMap(({ texts }) => texts).join('. ');
        const synonyms = synonymsFor({ about, body }, library.synonyms?.get(article.locale) ?? [], locale);
        const weights = learnedWeights(article.topics, library.learned?.get(locale), analysis);
        for (const key of weights.keys()) learned.set(key, (learned.get(key) ?? 0) + 1);
        const keys = new Set<string>();
        const page: Page = {
          url: `/${locale}/${article.id}/`,
          id: article.id,
          title,
          section: sections.get(article.section)?.title ?? '',
          type: article.type,
          ...(fallback && { lang: article.locale }),
          passages,
        };
        pages.set(`/${article.id}/`, page);
        const html = searchPage(
          {
            title,
            summary,
            passages,
            hidden: { aliases, synonyms, address: [article.id.replace(/[-_/]/g, ' ')] },
            learned: learnedFields(weights),
            version: digest(JSON.stringify(page)),
          },
          analysis,
          keys,
        );
        for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
        const path = `${article.id}/index.html`;
        await mkdir(dirname(join(laidOut, path)), { recursive: true });
        await writeFile(join(laidOut, path), html);
      }),
    );
  for (const key of counts.keys()) learned.delete(key);
  return { pages, counts, stopWords: stopKeys(analysis), learned };
}

/** Writes what readers should see of each page into the fragment that Pagefind loads for it. */
async function putBack(pages: ReadonlyMap<string, Page>, folder: string): Promise<void> {
  const files = pages.size === 0 ? [] : await readdir(folder);
  for (let start = 0; start < files.length; start += AT_ONCE)
    await Promise.all(
      files.slice(start, start + AT_ONCE).map(async (name) => {
        const file = join(folder, name);
        const text = (await unpack(await readFile(file))).toString();
        const fragment = JSON.parse(text.slice(SIGNATURE.length)) as { url: string };
        const page = pages.get(fragment.url);
        if (!text.startsWith(SIGNATURE) || !page) throw new Error(`${name} is not the fragment of an indexed page.`);
        const put = { content: '', word_count: 0, filters: {}, meta: {}, anchors: [], ...page };
        await writeFile(file, await pack(SIGNATURE + JSON.stringify(put), { level: 9 }));
      }),
    );
}
