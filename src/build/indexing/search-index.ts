import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileWriter, type WriteFile } from '#io/machine/file-writer.ts';
import type { Library, ShownArticle } from '#kb/content/library.ts';
import { compareText } from '#kb/values/text.ts';
import { analysisFor } from '#search/analysis.ts';
import { stemmerPackage } from '#search/language/stemmers.ts';
import { STEMMER } from '#search/pagefind-index.ts';
import { makeAnew, type Recall } from '../keeping/recall.ts';
import { joinParts, makePart, type PartOfIndex } from './join-parts.ts';
import { pageLayout } from './page-layout.ts';
import { inParts } from './page-parts.ts';

/**
 * Indexes the articles of a help center for search, an index for each language of its readers.
 *
 * Pagefind indexes the keys of the words, and what readers see of each page is written beside. It gets the pages in
 * parts, in the order of their ids, so after an edit only one part is indexed again. What it made of the parts is then
 * joined: the same index as if it had got all pages at once, divided into smaller chunks.
 *
 * @param htmlOf the HTML of an article's page, or at least of its `<article>`
 * @param out the folder that gets a folder for each language
 * @param recall gives what an earlier build made
 * @param before the folder that had them before, whose files are taken where they are the same
 * @param locales the languages that get an index
 * @returns how many pages were indexed, over all languages
 * @throws if Pagefind refuses a page, or the index can't be written
 */
export async function indexSearch(
  library: Library,
  htmlOf: (shown: ShownArticle) => Promise<string>,
  out: string,
  recall = makeAnew,
  before?: string,
  locales: readonly string[] = library.site.locales,
): Promise<number> {
  let pages = 0;
  for (const tag of locales) {
    const write = fileWriter(join(out, tag), before === undefined ? undefined : join(before, tag));
    pages += await indexLocale(library, tag, htmlOf, write, recall);
  }
  return pages;
}

async function indexLocale(
  library: Library,
  locale: string,
  htmlOf: (shown: ShownArticle) => Promise<string>,
  write: WriteFile,
  recall: Recall,
): Promise<number> {
  const analysis = await analysisFor(locale);
  const layout = pageLayout(library, locale, analysis);
  const all = [...library.shown(locale)].sort((a, b) => compareText(a.article.id, b.article.id));
  const parts: Promise<PartOfIndex>[] = [];
  for (const part of inParts(all, ({ article }) => article.id)) {
    const pages = await Promise.all(part.map(async (shown) => ({ shown, html: await htmlOf(shown) })));
    const made = recall(['part', ...pages.map(layout.keyOf)], () => makePart(pages, layout));
    // Awaited later.
    made.catch(() => {});
    parts.push(made);
    // Pagefind indexes one while the next is laid out. More would only wait in memory.
    await parts.at(-2);
  }
  const files = await joinParts(await Promise.all(parts), analysis, recall);
  files.set(STEMMER, await stemmerScript(locale));
  for (const [path, bytes] of files) write(path, bytes);
  return all.length;
}

async function stemmerScript(locale: string): Promise<Uint8Array> {
  const name = stemmerPackage(locale);
  return name === undefined
    ? Buffer.from('export const stemmer = (word) => word;\n')
    : readFile(fileURLToPath(import.meta.resolve(name)));
}
