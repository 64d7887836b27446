import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { createIndex } from 'pagefind';
import type { Library, ShownArticle } from '#kb/content/library.ts';
import { digest } from '#kb/values/digest.ts';
import { compareText } from '#kb/values/text.ts';
import { type Analysis, analysisFor } from '#search/analysis.ts';
import { stemmerPackage } from '#search/language/stemmers.ts';
import { learnedFields, learnedWeights } from '#search/learned-fields.ts';
import { printWords, STEMMER, VOCABULARY } from '#search/pagefind-index.ts';
import type { Page } from '#search/search-index.ts';
import { synonymsFor } from '#search/synonyms.ts';
import { printVocabulary } from '#search/vocabulary.ts';
import { makeSectionPaths } from '#ui/section-paths.ts';
import { longDigest } from '../keeping/kept-file.ts';
import { makeAnew, type Recall } from '../keeping/recall.ts';
import { commonKeys } from '../language/common-words.ts';
import { generalSynonyms } from '../language/general-synonyms.ts';
import { stopKeys } from '../language/stop-words.ts';
import { divideChunks, fragmentNames, type IndexFiles } from './index-chunks.ts';
import { pack } from './packed-file.ts';
import { passagesOf } from './page-passages.ts';
import { searchPage } from './search-page.ts';

// Enough to keep the disk busy without holding the whole site in memory.
const AT_ONCE = 64;
// Our keys belong to no language that Pagefind knows, so it leaves them as they are.
const NO_LANGUAGE = 'zxx';

const compress = promisify(gzip);

/**
 * Indexes the articles of a help center for search, an index for each language of its readers.
 *
 * Pagefind indexes the keys of the words. Afterwards the text of each page is put back as readers know it. Pages are
 * added one by one in the order of their ids: Pagefind would read a folder in the order in which the disk lists it, and
 * the index depends on that order.
 *
 * @param htmlOf the HTML of an article's page, or at least of its `<article>`
 * @param out the folder that gets a folder for each language
 * @param recall gives what an earlier build laid out
 * @returns how many pages were indexed, over all languages
 * @throws if Pagefind refuses a page or cannot write
 */
export async function indexSearch(
  library: Library,
  htmlOf: (shown: ShownArticle) => Promise<string>,
  out: string,
  recall = makeAnew,
): Promise<number> {
  let pages = 0;
  for (const { tag } of library.locales) pages += await indexLocale(library, tag, htmlOf, join(out, tag), recall);
  return pages;
}

async function indexLocale(
  library: Library,
  locale: string,
  htmlOf: (shown: ShownArticle) => Promise<string>,
  out: string,
  recall: Recall,
): Promise<number> {
  const analysis = await analysisFor(locale);
  const { index, errors } = await createIndex({ forceLanguage: NO_LANGUAGE });
  if (!index) throw new Error(`The search index could not be created: ${errors.join('; ')}`);
  const fragments: Uint8Array[] = [];
  const counts = new Map<string, number>();
  const learned = new Map<string, number>();
  const count = (keys: Iterable<string>, into: Map<string, number>) => {
    for (const key of keys) into.set(key, (into.get(key) ?? 0) + 1);
  };
  const failed: string[] = [];
  const layOut = layOutWith(library, locale, analysis, recall);
  const shown = [...library.shown(locale)].sort((a, b) => compareText(a.article.id, b.article.id));
  for (let start = 0; start < shown.length; start += AT_ONCE) {
    const batch = shown.slice(start, start + AT_ONCE);
    const made = await Promise.all(batch.map(async (one) => layOut(one, await htmlOf(one))));
    // Pagefind takes them in the order in which they are sent.
    const added = made.map(({ id, fragment, html, keys, weights }) => {
      fragments.push(fragment);
      count(keys, counts);
      count(weights, learned);
      return index.addHTMLFile({ sourcePath: `${id}/index.html`, content: html });
    });
    failed.push(...(await Promise.all(added)).flatMap(({ errors }) => errors));
  }
  for (const key of counts.keys()) learned.delete(key);
  // Files that Pagefind says it has written can still be empty.
  const made = await index.getFiles();
  await index.deleteIndex();
  failed.push(...made.errors);
  if (failed.length > 0) throw new Error(`The search index could not be made: ${failed.join('; ')}`);
  const unread = /^(?:pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\.|fragment\/)/;
  const files: IndexFiles = new Map(
    made.files.filter(({ path }) => !unread.test(path)).map(({ path, content }) => [path, content]),
  );
  const names = fragments.length > 0 ? await fragmentNames(files) : [];
  if (names.length !== fragments.length)
    throw new Error(`The search index has ${names.length} pages instead of ${fragments.length}.`);
  for (const [at, fragment] of fragments.entries()) files.set(`fragment/${names[at]}.pf_fragment`, fragment);
  const chunks = fragments.length > 0 ? await divideChunks(files) : [];
  const [common, synonyms] = [commonKeys(analysis), generalSynonyms(analysis)];
  const vocabulary = printVocabulary(counts, stopKeys(analysis), fragments.length, learned, common, synonyms);
  files.set(VOCABULARY, await compress(printWords(vocabulary, chunks), { level: 9 }));
  files.set(STEMMER, await stemmerScript(locale));
  await writeAll(files, out);
  return fragments.length;
}

async function stemmerScript(locale: string): Promise<Uint8Array> {
  const name = stemmerPackage(locale);
  return name === undefined
    ? Buffer.from('export const stemmer = (word) => word;\n')
    : readFile(fileURLToPath(import.meta.resolve(name)));
}

interface LaidOut {
  id: string;
  /** What readers see of it, packed. */
  fragment: Uint8Array;
  /** The page for Pagefind. */
  html: string;
  /** The keys of its words. */
  keys: readonly string[];
  /** The keys of customers' words that find it. */
  weights: readonly string[];
}

/** Lays out the pages of a locale for Pagefind. */
function layOutWith(
  library: Library,
  locale: string,
  analysis: Analysis,
  recall: Recall,
): (one: ShownArticle, html: string) => Promise<LaidOut> {
  const { sections } = makeSectionPaths(library, locale);
  const learned = library.learned?.get(locale);
  // Each is as large as an article, and the same for many.
  const keyOf = (of: unknown) => longDigest(JSON.stringify(of ?? null));
  const known = { learned: new Map<string, string>(), synonyms: new Map<string, string>() };
  const keyOfTopic = (topic: string) => {
    const key = known.learned.get(topic) ?? keyOf([...(learned?.get(topic) ?? [])]);
    known.learned.set(topic, key);
    return key;
  };
  const keyOfSynonyms = (language: string) => {
    const key = known.synonyms.get(language) ?? keyOf(library.synonyms?.get(language));
    known.synonyms.set(language, key);
    return key;
  };
  return (one, html) => {
    const { article } = one;
    const around = [locale, keyOfSynonyms(article.locale), ...article.topics.map(keyOfTopic)];
    const section = sections.get(article.section)?.title ?? '';
    return recall(['page', JSON.stringify([one, section, around]), html], () => layOutPage(one, html, section));
  };

  async function layOutPage(
    { article, fallback }: ShownArticle,
    articleHtml: string,
    section: string,
  ): Promise<LaidOut> {
    const { title, summary = '', aliases, outline } = article;
    const passages = passagesOf(articleHtml);
    const about = [title, ...aliases, summary, ...outline.map(({ text }) => text)].join('. ');
    const body = passages.flatMap(({ texts }) => texts).join('. ');
    const synonyms = synonymsFor({ about, body }, library.synonyms?.get(article.locale) ?? [], locale);
    const weights = learnedWeights(article.topics, learned, analysis);
    const keys = new Set<string>();
    const page: Page = {
      url: `/${locale}/${article.id}/`,
      id: article.id,
      title,
      section,
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
    return { id: article.id, fragment: await packFragment(page), html, keys: [...keys], weights: [...weights.keys()] };
  }
}

/** What readers should see of a page, as Pagefind loads it for them. */
function packFragment(page: Page): Promise<Uint8Array> {
  const fragment = { content: '', word_count: 0, filters: {}, meta: {}, anchors: [], ...page };
  return pack(Buffer.from(JSON.stringify(fragment)));
}

async function writeAll(files: IndexFiles, folder: string): Promise<void> {
  for (const one of new Set([...files.keys()].map(dirname))) await mkdir(join(folder, one), { recursive: true });
  const all = [...files];
  for (let start = 0; start < all.length; start += AT_ONCE)
    await Promise.all(all.slice(start, start + AT_ONCE).map(([path, bytes]) => writeFile(join(folder, path), bytes)));
}
