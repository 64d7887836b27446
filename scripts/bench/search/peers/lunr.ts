import type { PageText } from '../sets/pages.ts';
import { FOUND, fields, type PeerIndex, packed, TITLE } from './peer.ts';

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

export function lunrIndex(require: NodeJS.Require, pages: readonly PageText[], locale: string): PeerIndex {
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
