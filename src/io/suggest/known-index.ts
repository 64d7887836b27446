import type { Index, Page } from '#search/search-index.ts';
import { pagesWith } from '#search/vocabulary.ts';
import { rememberingIndex } from '../search/remembering-index.ts';

/** A page of an index, with the index's own name for it. */
export interface IndexedPage {
  name: string;
  page: Page;
  /** How many words it has, about. */
  words: number;
}

/** What a language calls the same thing, by key: see `Vocabulary.synonyms`, also with words that no page has. */
export type GeneralSynonyms = ReadonlyMap<string, readonly string[]>;

/** An index for thousands of questions that knows its pages by the ids of their articles. */
export interface KnownIndex extends Index {
  pageOf(article: string): IndexedPage | undefined;
  /** How many words each page has, by the index's name for it. */
  words: ReadonlyMap<string, number>;
  general: GeneralSynonyms;
}

/** @param titles the articles in it, each with a text that is on its page */
export async function knowPages(
  index: Index,
  titles: Iterable<readonly [id: string, text: string]>,
  general: GeneralSynonyms,
): Promise<KnownIndex> {
  const remembered = rememberingIndex(index);
  const pages = new Map<string, IndexedPage>();
  for (const [id, text] of titles) {
    if (pages.has(id)) continue;
    const [rarest] = remembered.analysis
      .terms(text)
      .map(({ key }) => ({ key, holding: pagesWith(index.vocabulary, key) }))
      .sort((a, b) => a.holding - b.holding);
    for (const { page: name, load } of rarest ? await remembered.find(rarest.key) : []) {
      const page = await load();
      pages.set(page.id, { name, page, words: wordsOn(page) });
    }
  }
  const words = new Map([...pages.values()].map((one) => [one.name, one.words]));
  return { ...remembered, words, general, pageOf: (article) => pages.get(article) };
}

/** About as many as the index has of it: its address counts as well. */
function wordsOn({ id, title, passages }: Page): number {
  const texts = [
    title,
    id.replace(/[-_/]/g, ' '),
    ...passages.flatMap(({ heading = '', texts }) => [heading, ...texts]),
  ];
  return texts
    .join(' ')
    .split(/\s+/)
    .filter((word) => word !== '').length;
}
