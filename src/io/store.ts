import { type CollectionEntry, getCollection, getEntry } from 'astro:content';
import type { Announcement } from '#kb/announcement.ts';
import type { Article } from '#kb/article.ts';
import type { Brand } from '#kb/brand.ts';
import { brandLibrary } from '#kb/brand-library.ts';
import { type Library, makeLibrary } from '#kb/library.ts';
import type { Site } from '#kb/site.ts';
import type { Topic } from '#kb/topic.ts';
import type { Texts } from '#ui/words.ts';

/** What the site loader leaves for the pages. Of tickets there is nothing but an order of topics. */
export interface SiteEntry {
  site: Site;
  /** The name of the theme, which is the brand. */
  theme: string;
  /** The address it is published under, where it is known. */
  url?: string | undefined;
  /** The path of the site's root, ending in "/". */
  base: string;
  topics: Topic[];
  texts: Record<string, readonly Texts[]>;
  /** Topic ids, the most asked first. */
  popular: string[];
  brand: Brand;
  announcements: Announcement[];
}

export type ArticleEntry = CollectionEntry<'articles'>;

export interface Store extends SiteEntry {
  library: Library;
  /** The stored entry of an article, for its HTML. */
  entryOf(article: Article): ArticleEntry;
}

let opened: Promise<Store> | undefined;

/** All that the loaders stored, put together once for a build and afresh for each look while writing. */
export function openStore(): Promise<Store> {
  if (import.meta.env.DEV) return assemble();
  opened ??= assemble();
  return opened;
}

async function assemble(): Promise<Store> {
  const stored = await getEntry('site', 'site');
  if (!stored) throw new Error('The content folder could not be read; `npm run check` says why.');
  const entry = stored.data as unknown as SiteEntry;
  const entries = await getCollection('articles');
  const byPath = new Map<string, ArticleEntry>();
  const articles: Article[] = [];
  for (const one of entries) {
    const article = one.data as unknown as Article;
    articles.push(article);
    byPath.set(article.path, one);
  }
  const { site, theme, topics } = entry;
  const library = brandLibrary(makeLibrary({ site, topics, facts: {}, articles, assets: new Set() }), theme);
  return {
    ...entry,
    library,
    entryOf(article) {
      const found = byPath.get(article.path);
      if (!found) throw new Error(`${article.path} is not in the store.`);
      return found;
    },
  };
}
