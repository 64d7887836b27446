import { stemmerFor } from '#search/language/stemmers.ts';
import { type Bm25fIndex, type Bm25fOptions, bm25fIndex } from './bm25f.ts';
import { type Bm25fPoint, halfOf, optionsAt, tune } from './bm25f-tuning.ts';
import { FOUND, type Peer, packed } from './peer.ts';

/**
 * The strongest peer: BM25F with all its values tuned on this very help center. Each half of the questions is answered
 * with values that were tuned on the other half, so no question was seen before it is scored.
 */
export const tunedBm25f: Peer = {
  name: 'BM25F, tuned',
  index: async (pages, locale, questions) => {
    const index = bm25fIndex(pages, await stemmerFor(locale));
    const others = ([0, 1] as const).map((half) =>
      tune(
        index,
        questions.filter(({ query }) => halfOf(query) !== half),
      ),
    );
    return {
      search: (query) => {
        const point = others[halfOf(query)];
        return point ? search(index, query, optionsAt(point)) : [];
      },
      bytes: packed(index.data),
      note: `each half of the questions with values tuned on the other half: ${others.map(pointText).join('; ')}`,
    };
  },
};

/** Ids of the best articles; of equal ones, in the order of the pages. */
export function search(index: Bm25fIndex, query: string, options: Bm25fOptions): string[] {
  const scores = index.scores(index.lookups(query), options);
  return [...scores.keys()]
    .filter((page) => (scores[page] ?? 0) > 0)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    .slice(0, FOUND)
    .flatMap((page) => index.ids[page] ?? []);
}

function pointText({ title, aliases, headings, k1, b, bShort }: Bm25fPoint): string {
  return `title ${title}, aliases ${aliases}, headings ${headings}, k1 ${k1}, b ${b} (short fields ${bShort})`;
}
