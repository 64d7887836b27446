import type { SearchedQuestion } from '../records/search-log.ts';

/** What was read from search logs: searches, except for rows. */
export interface SearchTally {
  rows: number;
  /** Rows that cannot be counted, by what they lack. */
  skipped: { question: number; day: number; number: number };
  /** Rows of other events than searches. */
  others: number;
  counted: number;
  /** Dropped because too few people asked, or because the question can reveal who did. */
  rare: number;
  personal: number;
  /** Whether the logs say which searches had no result. */
  tellsMisses: boolean;
  searched: SearchedQuestion[];
}

/** What an import of search logs did. */
export interface ImportedSearches extends SearchTally {
  /** As the user wrote them, each once. */
  files: readonly string[];
  /** Relative to the content folder. */
  path: string;
  changed: boolean;
}
