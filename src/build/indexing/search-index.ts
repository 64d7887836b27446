import { copyFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { createIndex } from 'pagefind';
import type { Library, ShownArticle } from '#kb/content/library.ts';
import { digest } from '#kb/values/digest.ts';
import { compareText } from '#kb/values/text.ts';
import { type Analysis, analysisFor } from '#search/analysis.ts';
import { learnedFields, learnedWeights } from '#search/learned-fields.ts';
import { printWords, STEMMER, VOCABULARY } from '#search/pagefind-index.ts';
import type { Page } from '#search/search-index.ts';
import { stemmerPackage } from '#search/stemmers.ts';
import { synonymsFor } from '#search/synonyms.ts';
import { printVocabulary } from '#search/vocabulary.ts';
import { makeSectionPaths } from '#ui/section-paths.ts';
import { commonKeys } from '../language/common-words.ts';
import { generalSynonyms } from '../language/general-synonyms.ts';
import { stopKeys } from '../language/stop-words.ts';
import { divideChunks } from './index-chunks.ts';
import { readPacked, writePacked } from './packed-file.ts';
import { passagesOf } from './page-passages.ts';
import { searchPage } from './search-page.ts';

// Enough to keep the disk busy without holding the whole site in memory.
const AT_ONCE = 64;
// Our keys belong to no language that Pagefind knows, so it leaves them as they are.
const NO_LANGUAGE = 'zxx';

const pack = promisify(gzip);

/**
 * Indexes the articles of a help center for search, an index for each language of its readers.
 *
 * Pagefind indexes the keys of the words. Afterwards the text of each page is put back as readers know it. Pages are
 * added one by one in the order of their ids: Pagefind would read a folder in the order in which the disk lists it, and
 * the index depends on that order.
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
  const analysis = await analysisFor(locale);
  const { index, errors } = await createIndex({ forceLanguage: NO_LANGUAGE });
  if (!index) throw new Error(`The search index could not be created: ${errors.join('; ')}`);
  const pages = new Map<string, Page>();
  const counts = new Map<string, number>();
  const learned = new Map<string, number>();
  const count = (keys: Iterable<string>, into: Map<string, number>) => {
    for (const key of keys) into.set(key, (into.get(key) ?? 0) + 1);
  };
  const failed: string[] = [];
  const layOut = layOutWith(library, locale, analysis);
  const shown = [...library.shown(locale)].sort((a, b) => compareText(a.article.id, b.article.id));
  for (let start = 0; start < shown.length; start += AT_ONCE) {
    const batch = shown.slice(start, start + AT_ONCE);
    const made = await Promise.all(batch.map(async (one) => layOut(one, await htmlOf(one))));
    // Pagefind takes them in the order in which they are sent.
    const added = made.map(({ page, html, keys, weights }) => {
      pages.set(`/${page.id}/`, page);
      count(keys, counts);
      count(weights.keys(), learned);
      return index.addHTMLFile({ sourcePath: `${page.id}/index.html`, content: html });
    });
    failed.push(...(await Promise.all(added)).flatMap(({ errors }) => errors));
  }
  for (const key of counts.keys()) learned.delete(key);
  const written = await index.writeFiles({ outputPath: out });
  await index.deleteIndex();
  failed.push(...written.errors);
  if (failed.length > 0) throw new Error(`The search index could not be made: ${failed.join('; ')}`);
  await putBack(pages, join(out, 'fragment'));
  const chunks = pages.size > 0 ? await divideChunks(out) : [];
  const [common, synonyms] = [commonKeys(analysis), generalSynonyms(analysis)];
  const vocabulary = printVocabulary(counts, stopKeys(analysis), pages.size, learned, common, synonyms);
  await writeFile(join(out, VOCABULARY), await pack(printWords(vocabulary, chunks), { level: 9 }));
  await writeStemmer(locale, join(out, STEMMER));
  for (const file of await readdir(out))
    if (/^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\./.test(file)) await rm(join(out, file));
  return pages.size;
}

async function writeStemmer(locale: string, file: string): Promise<void> {
  const name = stemmerPackage(locale);
  if (name === undefined) await writeFile(file, 'export const stemmer = (word) => word;\n');
  else await copyFile(fileURLToPath(import.meta.resolve(name)), file);
}

interface LaidOut {
  page: Page;
  /** The page for Pagefind. */
  html: string;
  /** The keys of its words. */
  keys: ReadonlySet<string>;
  /** Customers' words that find it, by their keys. */
  weights: ReadonlyMap<string, number>;
}

/** Lays out the pages of a locale for Pagefind. */
function layOutWith(
  library: Library,
  locale: string,
  analysis: Analysis,
): (one: ShownArticle, html: string) => LaidOut {
  const { sections } = makeSectionPaths(library, locale);
  return ({ article, fallback }, articleHtml) => {
    const { title, summary = '', aliases, outline } = article;
    const passages = passagesOf(articleHtml);
    const about = [title, ...aliases, summary, ...outline.map(({ text }) => text)].join('. ');
    const body = passages.flatMap(({ texts }) => texts).join('. ');
    const synonyms = synonymsFor({ about, body }, library.synonyms?.get(article.locale) ?? [], locale);
    const weights = learnedWeights(article.topics, library.learned?.get(locale), analysis);
    const keys = new Set<string>();
    const page: Page = {
      url: `/${locale}/${article.id}/`,
      id: article.id,
      title,
      section: sections.get(article.section)?.title ?? '',
      type: article.type,
      ...(fallback && { lang: article.locale }),
      ...(aliases.length > 0 && { aliases }),
      passages,
    };
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
    return { page, html, keys, weights };
  };
}

/** Writes what readers should see of each page into the fragment that Pagefind loads for it. */
async function putBack(pages: ReadonlyMap<string, Page>, folder: string): Promise<void> {
  const files = pages.size === 0 ? [] : await readdir(folder);
  for (let start = 0; start < files.length; start += AT_ONCE)
    await Promise.all(
      files.slice(start, start + AT_ONCE).map(async (name) => {
        const file = join(folder, name);
        const fragment = JSON.parse((await readPacked(file)).toString()) as { url: string };
        const page = pages.get(fragment.url);
        if (!page) throw new Error(`${name} is not the fragment of an indexed page.`);
        const put = { content: '', word_count: 0, filters: {}, meta: {}, anchors: [], ...page };
        await writePacked(file, Buffer.from(JSON.stringify(put)));
      }),
    );
}
