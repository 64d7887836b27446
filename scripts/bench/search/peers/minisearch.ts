import type { Stem } from '#search/language/stemmers.ts';
import type { PageText } from '../sets/pages.ts';
import { FOUND, fields, type PeerIndex, packed, TITLE } from './peer.ts';

export interface MiniSearchModule {
  default: new (
    options: object,
  ) => {
    addAll(pages: readonly PageText[]): void;
    search(query: string): { id: string }[];
  };
}

/** With all words, the short ones of a sentence would find most others, and the right article less often. */
const isLong = (term: string) => term.length > 3;

export function miniSearchIndex(
  { default: MiniSearch }: MiniSearchModule,
  pages: readonly PageText[],
  stem: Stem,
): PeerIndex {
  const index = new MiniSearch({
    fields: [...fields],
    processTerm: (term: string) => stem(term.toLowerCase()),
    searchOptions: {
      boost: { title: TITLE },
      prefix: isLong,
      fuzzy: (term: string) => isLong(term) && 0.2,
      combineWith: 'OR',
    },
  });
  index.addAll(pages);
  return {
    search: (query) =>
      index
        .search(query)
        .slice(0, FOUND)
        .map(({ id }) => id),
    bytes: packed(index),
  };
}
