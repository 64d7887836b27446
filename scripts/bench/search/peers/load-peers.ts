import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Stem, stemmerFor } from '#search/language/stemmers.ts';
import { tunedBm25f } from './bm25f-peer.ts';
import { type FlexModule, flexIndex } from './flexsearch.ts';
import { lunrIndex } from './lunr.ts';
import { type MiniSearchModule, miniSearchIndex } from './minisearch.ts';
import { type OramaModule, oramaIndex, oramaLanguages } from './orama.ts';
import type { Peer } from './peer.ts';

/** The libraries that keep their whole index in memory, and the packages of their stemmers. */
export const peerVersions = {
  lunr: '2.3.9',
  'lunr-languages': '1.22.0',
  minisearch: '7.2.0',
  flexsearch: '0.8.212',
  '@orama/orama': '3.1.18',
  '@orama/stemmers': '3.1.18',
  '@orama/stopwords': '3.1.18',
};

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
      index: async (pages, locale) =>
        miniSearchIndex(
          await load<MiniSearchModule>('minisearch', 'dist/es/index.js'),
          pages,
          await stemmerFor(locale),
        ),
    },
    {
      name: 'FlexSearch',
      index: async (pages, locale) =>
        flexIndex(
          await load<FlexModule>('flexsearch', 'dist/flexsearch.bundle.module.min.mjs'),
          pages,
          await stemmerFor(locale),
        ),
    },
    {
      name: 'Orama',
      index: async (pages, locale) => {
        const orama = await load<OramaModule>('@orama/orama', 'dist/esm/index.js');
        const [language, file] = oramaLanguages[locale.split('-')[0] ?? ''] ?? [];
        const stemmer =
          file === undefined
            ? undefined
            : (await load<{ stemmer: Stem }>('@orama/stemmers', `dist/${file}.js`)).stemmer;
        const stopWords =
          file === undefined
            ? undefined
            : (await load<{ stopwords: string[] }>('@orama/stopwords', `dist/${file}.js`)).stopwords;
        return oramaIndex(orama, pages, language, stemmer, stopWords);
      },
    },
    tunedBm25f,
  ];
}
