import type { Stem } from '#search/stemmers.ts';
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

export function miniSearchIndex(
  { default: MiniSearch }: MiniSearchModule,
  pages: readonly PageText[],
  stem: Stem,
): PeerIndex {
  const index = new MiniSearch({
    fields: [...fields],
    processTerm: (term: string) => stem(term.toLowerCase()),
    searchOptions: { boost: { title: TITLE }, prefix: true, fuzzy: 0.2, combineWith: 'OR' },
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
