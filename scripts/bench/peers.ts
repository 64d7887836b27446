import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { PageText } from './pages.ts';

/** The libraries that keep their whole index in memory, and the packages of their stemmers. */
export const peerVersions = {
  lunr: '2.3.9',
  'lunr-languages': '1.22.0',
  minisearch: '7.2.0',
  flexsearch: '0.8.212',
  '@orama/orama': '3.1.18',
  '@orama/stemmers': '3.1.18',
};

/** An index made by a library, configured as its documentation suggests for a site like this. */
export interface PeerIndex {
  /** Ids of articles, best first. */
  search(query: string): Promise<string[]> | string[];
  /** Compressed bytes that a browser would have to load before the first answer. */
  bytes: number;
}

export interface Peer {
  name: string;
  index(pages: readonly PageText[], locale: string): Promise<PeerIndex>;
}

const FOUND = 10;
/** How much more a title counts than the text below it. */
const TITLE = 3;
const fields = ['title', 'aliases', 'headings', 'body'] as const;

/** @param folder where the libraries are installed */
export function loadPeers(folder: string): Peer[] {
  const require = createRequire(join(folder, 'package.json'));
  // As ES modules if the library has them, which is what a site would load.
  const load = async <T>(name: string, file: string): Promise<T> =>
    (await import(pathToFileURL(join(folder, 'node_modules', name, file)).href)) as T;
  return [
    { name: 'lunr', index: async (pages, locale) => lunrIndex(require, pages, locale) },
    {
      name: 'MiniSearch',
      index: async (pages) => miniSearchIndex(await load<MiniSearchModule>('minisearch', 'dist/es/index.js'), pages),
    },
    {
      name: 'FlexSearch',
      index: async (pages) =>
        flexIndex(await load<FlexModule>('flexsearch', 'dist/flexsearch.bundle.module.min.mjs'), pages),
    },
    {
      name: 'Orama',
      index: async (pages, locale) => {
        const orama = await load<OramaModule>('@orama/orama', 'dist/esm/index.js');
        const [language, file] = oramaLanguages[locale.split('-')[0] ?? ''] ?? [];
        const stemmer =
          file === undefined
            ? undefined
            : (await load<{ stemmer: Stemmer }>('@orama/stemmers', `dist/${file}.js`)).stemmer;
        return oramaIndex(orama, pages, language, stemmer);
      },
    },
  ];
}

function packed(index: unknown): number {
  return gzipSync(typeof index === 'string' ? index : JSON.stringify(index)).length;
}

interface LunrBuilder {
  pipeline: { reset(): void };
  searchPipeline: { reset(): void };
  use(plugin: unknown): void;
  ref(name: string): void;
  field(name: string, options?: { boost: number }): void;
  add(document: object): void;
}
interface Lunr {
  (
    configure: (this: LunrBuilder) => void,
  ): {
    query(ask: (query: { term(terms: unknown, options: object): void }) => void): { ref: string }[];
  };
  tokenizer(text: string): { toString(): string }[];
  [language: string]: unknown;
}

function lunrIndex(require: NodeJS.Require, pages: readonly PageText[], locale: string): PeerIndex {
  const lunr = require('lunr') as Lunr;
  const language = locale.split('-')[0] ?? '';
  if (language !== 'en' && lunr[language] === undefined)
    try {
      if (!lunr.stemmerSupport) require('lunr-languages/lunr.stemmer.support')(lunr);
      require(`lunr-languages/lunr.${language}`)(lunr);
    } catch {
      // No stemmer for this language.
    }
  const index = lunr(function () {
    if (lunr[language]) this.use(lunr[language]);
    else if (language !== 'en') {
      // The default steps are for English and would remove letters of other languages.
      this.pipeline.reset();
      this.searchPipeline.reset();
    }
    this.ref('id');
    for (const field of fields) this.field(field, { boost: field === 'title' ? TITLE : 1 });
    for (const page of pages) this.add(language === 'en' || lunr[language] ? page : lowered(page));
  });
  return {
    // Its query language would fail on characters that customers type.
    search: (query) => {
      const terms = lunr.tokenizer(bare(query));
      return index
        .query((one) => one.term(terms, {}))
        .slice(0, FOUND)
        .map(({ ref }) => ref);
    },
    bytes: packed(index),
  };
}

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\u200c'’-]+/gu, ' ');

function lowered(page: PageText): PageText {
  const { id, title, aliases, headings, body } = page;
  return { id, title: bare(title), aliases: bare(aliases), headings: bare(headings), body: bare(body) };
}

interface MiniSearchModule {
  default: new (
    options: object,
  ) => {
    addAll(pages: readonly PageText[]): void;
    search(query: string): { id: string }[];
  };
}

function miniSearchIndex({ default: MiniSearch }: MiniSearchModule, pages: readonly PageText[]): PeerIndex {
  const index = new MiniSearch({
    fields: [...fields],
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

interface FlexModule {
  Charset: { Normalize: object };
  Encoder: new (options: object) => object;
  Index: new (
    options: object,
  ) => {
    add(id: string, text: string): void;
    search(query: string, options: object): string[];
    export(keep: (key: string, data: string) => void): Promise<void> | void;
  };
}

async function flexIndex({ Index, Encoder, Charset }: FlexModule, pages: readonly PageText[]): Promise<PeerIndex> {
  const index = new Index({ tokenize: 'forward', encoder: new Encoder(Charset.Normalize) });
  // It has no boost and ranks by how early a word appears, so the title goes first. Its own multi-field Document found
  // the right article for a third fewer questions.
  for (const page of pages) index.add(page.id, fields.map((field) => page[field]).join('\n'));
  let whole = '';
  await index.export((key, data) => {
    whole += `${key}\n${data}\n`;
  });
  return {
    search: (query) => index.search(query, { suggest: true, limit: FOUND }),
    bytes: packed(whole),
  };
}

type Stemmer = (word: string) => string;
interface OramaModule {
  create(options: object): object;
  insertMultiple(database: object, pages: readonly PageText[]): Promise<unknown>;
  search(database: object, options: object): Promise<{ hits: { document: { id: string } }[] }>;
  save(database: object): unknown;
}

/** The languages Orama has a stemmer for, by its names for them. */
const oramaLanguages: Readonly<Record<string, readonly [language: string, file: string]>> = {
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

async function oramaIndex(
  { create, insertMultiple, search, save }: OramaModule,
  pages: readonly PageText[],
  language: string | undefined,
  stemmer: Stemmer | undefined,
): Promise<PeerIndex> {
  // The default tokenizer drops the letters of languages it doesn't know.
  const plainTokenizer = {
    language: 'english',
    normalizationCache: new Map(),
    tokenize: (text: string) => [...new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])],
  };
  const database = create({
    schema: { id: 'string', ...Object.fromEntries(fields.map((field) => [field, 'string'])) },
    components: { tokenizer: language ? { language, stemming: true, stemmer } : plainTokenizer },
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
