import type { Analysis } from '#search/analysis.ts';
import type { Index, Page } from '#search/search-index.ts';
import type { Vocabulary } from '#search/vocabulary.ts';

/** What an index finds for a key: the place of the page in the list, the score, the positions, and the hidden fields. */
export type OfflineHit = readonly [page: number, score: number, places: readonly number[], fields: readonly string[]];

/** All that the search of one language needs, without anything to fetch. */
export interface OfflineSearch {
  vocabulary: string;
  pages: readonly Page[];
  hits: Readonly<Record<string, readonly OfflineHit[]>>;
}

/** The search index of a bundle that is opened from a folder; it ranks as the index that it was made from. */
export function offlineIndex({ pages, hits }: OfflineSearch, analysis: Analysis, vocabulary: Vocabulary): Index {
  return {
    analysis,
    vocabulary,
    find: async (key) =>
      (Object.hasOwn(hits, key) ? (hits[key] ?? []) : []).flatMap(([place, score, places, fields]) => {
        const page = pages[place];
        return page ? [{ page: page.id, score, places, fields, load: async () => page }] : [];
      }),
  };
}
