import { getCollection, getEntry } from 'astro:content';
import type { Announcement } from '#kb/content/announcement.ts';
import type { Article } from '#kb/content/article.ts';
import { brandLibrary } from '#kb/content/brand-library.ts';
import type { InterfaceTexts } from '#kb/content/interface-texts.ts';
import { type Library, makeLibrary } from '#kb/content/library.ts';
import { ownPagesOf } from '#kb/content/own-pages.ts';
import { relatedArticles } from '#kb/content/related.ts';
import type { Site } from '#kb/content/site.ts';
import type { Topic } from '#kb/content/topic.ts';
import type { Finding } from '#kb/findings/finding.ts';
import type { Brand } from '#kb/theme/brand.ts';
import type { Theme } from '#kb/theme/theme.ts';
import { handedSite } from './handed-site.ts';

/** What the site loader stores for the pages. From the tickets, it has only ids of topics. */
export interface SiteEntry {
  site: Site;
  /** The name of the theme, which is the brand. */
  theme: string;
  /** The address it is published under, if it is known. */
  url?: string | undefined;
  /** The path of the site's root, ending in "/". */
  base: string;
  audience: 'public' | 'internal';
  topics: Topic[];
  texts: Record<string, readonly InterfaceTexts[]>;
  /** Topic ids, the most asked first. */
  popular: string[];
  /** Ids of topics that recur and rise, and the moment until which that is news. */
  rising: string[];
  risingUntil: string;
  /** The day of each article's last substantive change, by its path, if it is known. */
  updated: Record<string, string>;
  /** The day each article was added, by its path, if it is known. */
  added: Record<string, string>;
  brand: Brand;
  announcements: Announcement[];
  /** Announcements that ended recently. */
  pastAnnouncements: Announcement[];
  /** The day it is built, `YYYY-MM-DD`. */
  today: string;
  /** The theme as it was read, if its gallery is built. */
  look?: { theme: Theme; findings: Finding[] } | undefined;
}

export interface Store extends SiteEntry {
  library: Library;
  related: ReturnType<typeof relatedArticles>;
  /** The HTML of an article; none if it imports components. */
  htmlOf(article: Article): string | undefined;
}

let opened: Promise<Store> | undefined;

/** Everything that pages show: handed over by a build, or what the loaders stored, for each request while writing. */
export function openStore(): Promise<Store> {
  if (import.meta.env.DEV) return assemble();
  opened ??= assemble();
  return opened;
}

async function assemble(): Promise<Store> {
  const handed = handedSite();
  if (handed) return storeOf(handed.entry, handed.articles, handed.html);
  const stored = await getEntry('site', 'site');
  if (!stored) throw new Error('The content folder could not be read. Run `npm run check` to see why.');
  const entry = stored.data as unknown as SiteEntry;
  const entries = await getCollection('articles');
  const html = new Map<string, string>();
  const articles: Article[] = [];
  for (const { data, rendered } of entries) {
    const article = data as unknown as Article;
    articles.push(article);
    if (rendered) html.set(article.path, rendered.html);
  }
  return storeOf(entry, articles, html);
}

function storeOf(entry: SiteEntry, articles: readonly Article[], html: ReadonlyMap<string, string>): Store {
  const { site, theme, topics } = entry;
  const library = brandLibrary(makeLibrary({ site, topics, facts: {}, articles, assets: new Set() }), theme);
  return {
    ...entry,
    library,
    related: relatedArticles(library),
    htmlOf: ({ path }) => html.get(path),
  };
}

/** The paths of one of the site's own pages: one in each language, none if this site does not have the page. */
export async function ownPagePaths(id: string): Promise<{ params: { locale: string } }[]> {
  const { site } = await openStore();
  const isHere = ownPagesOf(site).some((page) => page.id === id);
  return isHere ? site.locales.map((locale) => ({ params: { locale } })) : [];
}
