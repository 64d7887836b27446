import type { Stem } from '#search/language/stemmers.ts';
import type { PageText } from '../sets/pages.ts';
import { FOUND, fields, type PeerIndex, packed, TITLE } from './peer.ts';

export interface OramaModule {
  create(options: object): object;
  insertMultiple(database: object, pages: readonly PageText[]): Promise<unknown>;
  search(database: object, options: object): Promise<{ hits: { document: { id: string } }[] }>;
  save(database: object): unknown;
}

/** The languages Orama has a stemmer for, by its names for them. */
export const oramaLanguages: Readonly<Record<string, readonly [language: string, file: string]>> = {
  en: ['english', 'en'],
  fi: ['finnish', 'fi'],
  sv: ['swedish', 'se'],
  de: ['german', 'de'],
  fr: ['french', 'fr'],
  es: ['spanish', 'es'],
  it: ['italian', 'it'],
  nl: ['dutch', 'nl'],
  no: ['norwegian', 'no'],
  da: ['danish', 'dk'],
  pt: ['portuguese', 'pt'],
};

export async function oramaIndex(
  { create, insertMultiple, search, save }: OramaModule,
  pages: readonly PageText[],
  language: string | undefined,
  stemmer: Stem | undefined,
  stopWords: readonly string[] | undefined,
): Promise<PeerIndex> {
  // The default tokenizer drops the letters of languages it doesn't know.
  const plainTokenizer = {
    language: 'english',
    normalizationCache: new Map(),
    tokenize: (text: string) => [...new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])],
  };
  const database = create({
    schema: { id: 'string', ...Object.fromEntries(fields.map((field) => [field, 'string'])) },
    components: { tokenizer: language ? { language, stemming: true, stemmer, stopWords } : plainTokenizer },
  });
  await insertMultiple(database, pages);
  return {
    search: async (query) => {
      const { hits } = await search(database, {
        term: query,
        properties: [...fields],
        boost: { title: TITLE },
        threshold: 1,
        limit: FOUND,
      });
      return hits.map(({ document }) => document.id);
    },
    bytes: packed(save(database)),
  };
}
