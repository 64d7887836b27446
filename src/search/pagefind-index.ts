import type { Index, Page } from './search-index.ts';

/** The part of Pagefind's own script that is used. */
export interface PagefindInstance {
  options(options: { ranking: { pageLength: number } }): Promise<void>;
  search(term: string): Promise<{ results: Found[] }>;
}

interface Found {
  id: string;
  score: number;
  words: number[];
  matchedMetaFields?: string[];
  data(): Promise<Fragment>;
}

interface Fragment {
  raw_url?: string;
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results?: { title: string; url: string; anchor?: { id: string } }[];
}

/** Pagefind as a search index; it stays the index and the transport, the ranking is ours. */
export async function openPagefind(pagefind: PagefindInstance, pages: number): Promise<Index> {
  // Long articles hold many words by chance, and Pagefind's default lets them profit from it.
  await pagefind.options({ ranking: { pageLength: 1 } });
  return {
    pages,
    async search(word) {
      const { results } = await pagefind.search(word);
      return results.map(({ id, score, words, matchedMetaFields = [], data }) => ({
        key: id,
        score,
        places: words,
        fields: matchedMetaFields,
        load: async () => page(await data()),
      }));
    },
  };
}

function page({ raw_url, url, excerpt, meta, sub_results = [] }: Fragment): Page {
  return {
    url: raw_url ?? url,
    id: meta.id ?? '',
    title: meta.title ?? '',
    section: meta.section ?? '',
    type: meta.type ?? '',
    lang: meta.lang,
    excerpt,
    headings: sub_results.filter(({ anchor }) => anchor).map(({ title, url }) => ({ title, url })),
  };
}
