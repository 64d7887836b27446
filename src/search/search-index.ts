/** A page that holds a word, and how well it fits. */
export interface Hit {
  /** The index's own name for the page. */
  key: string;
  score: number;
  /** Where the word stands on the page, counted in words. */
  places: readonly number[];
  /** Which hidden fields of the page hold it, such as `aliases`. */
  fields: readonly string[];
  load(): Promise<Page>;
}

/** What the index knows of a page. */
export interface Page {
  url: string;
  /** The id of the article. */
  id: string;
  title: string;
  section: string;
  type: string;
  /** The language of the page's text, where it is not the reader's. */
  lang?: string | undefined;
  /** A passage of the page as HTML, the words found in `<mark>`. */
  excerpt: string;
  /** Headings of the page that hold words of the question, best first. */
  headings: readonly { title: string; url: string }[];
}

/** A search index of one language: finds the pages that hold a word. */
export interface Index {
  search(word: string): Promise<readonly Hit[]>;
  /** How many pages it knows. */
  pages: number;
}
