import { type Analysis, analysisFor } from '#search/analysis.ts';
import { saturated } from '#search/saturation.ts';
import type { Hit, Index, Page } from '#search/search-index.ts';
import { makeVocabulary } from '#search/vocabulary.ts';

/** What an article of an index made by hand says. */
export interface Said {
  title?: string;
  texts?: readonly string[];
  /** Other ways to ask for it, which are not shown on the page. */
  aliases?: string;
}

/** An index in memory that writes down what it is asked for. */
export interface MadeIndex extends Index {
  asked: string[];
  loaded: string[];
}

/** A whole index in memory, by the ids of its articles. A page matches a word by how often the word is on it. */
export async function makeIndex(
  pages: Readonly<Record<string, Said>>,
  {
    locale = 'en',
    stopWords = [],
    listed,
  }: {
    locale?: string;
    stopWords?: readonly string[];
    /** The keys that its vocabulary lists; all if left out. */
    listed?: readonly string[];
  } = {},
): Promise<MadeIndex> {
  const analysis = await analysisFor(locale);
  const [asked, loaded]: [string[], string[]] = [[], []];
  const all = Object.entries(pages).map(([id, said]) => {
    const page: Page = {
      ...{ url: `/${locale}/${id}/`, id, title: said.title ?? '', section: 'Cards', type: 'faq' },
      passages: [{ texts: said.texts ?? [] }],
    };
    const aliases = keysOf(said.aliases ?? '', analysis);
    const keys = [page.title, ...(said.texts ?? [])].flatMap((text) => keysOf(text, analysis)).concat(aliases);
    return { id, page, keys, aliases };
  });
  const holding = new Map<string, number>();
  for (const { keys } of all) for (const key of new Set(keys)) holding.set(key, (holding.get(key) ?? 0) + 1);
  const rarity = (key: string) =>
    Math.log(1 + (all.length - (holding.get(key) ?? 0) + 0.5) / ((holding.get(key) ?? 0) + 0.5));
  return {
    ...{ asked, loaded, analysis },
    vocabulary: makeVocabulary(
      listed ? new Map(listed.map((key) => [key, holding.get(key) ?? 0])) : holding,
      new Set(stopWords.map(analysis.keyOf)),
      all.length,
      undefined,
      undefined,
      undefined,
      listed === undefined,
    ),
    async find(key) {
      asked.push(key);
      return all.flatMap(({ id, page, keys, aliases }): Hit[] => {
        const places = keys.flatMap((one, place) => (one === key ? place : []));
        if (places.length === 0) return [];
        const load = async () => {
          loaded.push(id);
          return page;
        };
        // In the range of Pagefind's scores: rarity, and how often the page has the word, which is worth less and less.
        const score = rarity(key) * saturated(places.length);
        return [{ page: id, score, places, fields: aliases.includes(key) ? ['aliases'] : [], load }];
      });
    },
  };
}

function keysOf(text: string, { terms }: Analysis): string[] {
  return terms(text).flatMap(({ key, parts }) => [key, ...parts]);
}
