import type { Stem } from '#search/language/stemmers.ts';
import type { PageText } from '../sets/pages.ts';
import { fields } from './peer.ts';

/** What can be tuned. Arrays have a value per field: title, aliases, headings, body. */
export interface Bm25fOptions {
  weights: readonly number[];
  /** From 0 (long fields count as much as short ones) to 1. */
  b: readonly number[];
  /** How slowly repeated words stop adding. */
  k1: number;
}

interface Posting {
  page: number;
  /** How often each field has the word. */
  times: readonly number[];
}

/** The pages that have one word of a question, and its rarity. */
export interface Lookup {
  rarity: number;
  postings: readonly Posting[];
}

/** The articles of a help center by their words. */
export interface Bm25fIndex {
  ids: readonly string[];
  lookups(query: string): Lookup[];
  /** The score of every page. */
  scores(lookups: readonly Lookup[], options: Bm25fOptions): Float64Array;
  /** What a browser would have to load. */
  data: unknown;
}

/**
 * BM25F: the counts of a word in the fields of a page are weighted and added before they are saturated (S. Robertson,
 * H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009, sections 3.4 and 3.6). Rarity is
 * ln(1 + (N − n + 0.5) / (n + 0.5)), which is never negative, as in Lucene.
 */
export function bm25fIndex(pages: readonly PageText[], stem: Stem): Bm25fIndex {
  const wordsOf = (text: string) =>
    (
      text
        .normalize('NFKC')
        .toLowerCase()
        .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
    ).map(stem);
  const postings = new Map<string, { page: number; times: number[] }[]>();
  const lengths = pages.map((page, number) =>
    fields.map((name, field) => {
      const words = wordsOf(page[name]);
      for (const word of words) {
        const held = postings.get(word) ?? [];
        if (held.length === 0) postings.set(word, held);
        let last = held.at(-1);
        if (last?.page !== number) {
          last = { page: number, times: fields.map(() => 0) };
          held.push(last);
        }
        last.times[field] = (last.times[field] ?? 0) + 1;
      }
      return words.length;
    }),
  );
  const mean = fields.map((_, field) => lengths.reduce((sum, one) => sum + (one[field] ?? 0), 0) / (pages.length || 1));
  const relative = lengths.map((one) => one.map((length, field) => length / (mean[field] || 1)));
  return {
    ids: pages.map(({ id }) => id),
    lookups: (query) =>
      [...new Set(wordsOf(query))].flatMap((word) => {
        const held = postings.get(word);
        if (!held) return [];
        return { rarity: Math.log1p((pages.length - held.length + 0.5) / (held.length + 0.5)), postings: held };
      }),
    scores: (lookups, { weights, b, k1 }) => {
      const scores = new Float64Array(pages.length);
      for (const { rarity, postings } of lookups)
        for (const { page, times } of postings) {
          let count = 0;
          for (let field = 0; field < times.length; field++)
            if (times[field])
              count +=
                ((weights[field] ?? 0) * (times[field] ?? 0)) /
                (1 + (b[field] ?? 0) * ((relative[page]?.[field] ?? 1) - 1));
          scores[page] = (scores[page] ?? 0) + (count > 0 ? (rarity * count) / (k1 + count) : 0);
        }
      return scores;
    },
    data: [...postings].map(([word, held]) => [word, held.map(({ page, times }) => [page, ...times])]),
  };
}
