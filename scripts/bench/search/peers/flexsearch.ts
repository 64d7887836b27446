import type { Stem } from '#search/language/stemmers.ts';
import type { PageText } from '../sets/pages.ts';
import { FOUND, fields, type PeerIndex, packed } from './peer.ts';

export interface FlexModule {
  Charset: { Normalize: object };
  Encoder: new (...options: object[]) => object;
  Index: new (
    options: object,
  ) => {
    add(id: string, text: string): void;
    search(query: string, options: object): string[];
    export(keep: (key: string, data: string) => void): Promise<void> | void;
  };
}

export async function flexIndex(
  { Index, Encoder, Charset }: FlexModule,
  pages: readonly PageText[],
  stem: Stem,
): Promise<PeerIndex> {
  const encoder = new Encoder(Charset.Normalize, { finalize: (terms: string[]) => terms.map(stem) });
  const index = new Index({ tokenize: 'forward', encoder });
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
