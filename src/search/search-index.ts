import type { Analysis } from './analysis.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A page that contains a word, and how well it fits. */
export interface Hit {
  /** The index's own name for the page. */
  page: string;
  /** Its BM25 score for this word alone, with `SATURATION` as `k1`. */
  score: number;
  /** The positions of the word on the page, counted in words. */
  places: readonly number[];
  /** The hidden fields of the page that contain it, such as `aliases`. */
  fields: readonly string[];
  load(): Promise<Page>;
}

/** The data of a page that the index returns. */
export interface Page {
  url: string;
  /** The id of the article. */
  id: string;
  title: string;
  section: string;
  type: string;
  /** The language of the page's text, if it is not the reader's. */
  lang?: string | undefined;
  /** Other ways to ask for it, which are never shown. */
  aliases?: readonly string[] | undefined;
  passages: readonly Passage[];
}

/** The text under one heading of a page. The first passage is the text before the first heading. */
export interface Passage {
  heading?: string | undefined;
  /** The fragment of the heading's address. */
  anchor?: string | undefined;
  /** Its paragraphs, list items and table cells. */
  texts: readonly string[];
  /**
   * What each text is, a character for each: `1` the first of some numbered steps, `2` another step, `-` an item of a
   * list, `+` more of the item before, `A` to `Z` the cell of a table's heading in that column, `a` to `z` a cell, `.`
   * anything else. Left out if all are `.`.
   */
  shape?: string | undefined;
}

/** A search index of one language. */
export interface Index {
  analysis: Analysis;
  vocabulary: Vocabulary;
  /** The pages that contain exactly this key. */
  find(key: string): Promise<readonly Hit[]>;
}
