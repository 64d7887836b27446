import { getCollection, getEntry } from 'astro:content';
import type { Announcement } from '#kb/content/announcement.ts';
import type { Article } from '#kb/content/article.ts';
import { brandLibrary } from '#kb/content/brand-library.ts';
import type { InterfaceTexts } from '#kb/content/interface-texts.ts';
import { type Library, makeLibrary, pathsTo, type Section, type SectionName } from '#kb/content/library.ts';
import { ownPagesOf } from '#kb/content/own-pages.ts';
import { relatedArticles } from '#kb/content/related.ts';
import type { Site } from '#kb/content/site.ts';
import type { Topic } from '#kb/content/topic.ts';
import type { Finding } from '#kb/findings/finding.ts';
import type { Brand } from '#kb/theme/brand.ts';
import type { Theme } from '#kb/theme/theme.ts';
import { handedSite, type ShownContent } from './handed-site.ts';

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
  /** The body of an article as HTML; `undefined` if it imports components, which Astro renders. */
  htmlOf(article: Article): string | undefined;
  /** The sections around an article, from the outermost inwards. */
  trailTo(locale: string, section: string): SectionName[];
  /** A section as a reader of a language sees it. */
  sectionAt(locale: string, id: string): Section | undefined;
}

let opened: { content: ShownContent; store: Store } | undefined;
let stored: Promise<ShownContent> | undefined;

/** Everything that pages show: what a command handed over, or what the loaders stored if Astro was started directly. */
export async function openStore(): Promise<Store> {
  const content = await (handedSite()?.content() ?? storedContent());
  if (opened?.content !== content) {
    const store = storeOf(content);
    opened = { content, store: handedSite()?.watch?.(store) ?? store };
  }
  return opened.store;
}

function storeOf(content: ShownContent): Store {
  const { entry, library } = content;
  const named = new Map<string, ReadonlyMap<string, Section>>();
  const sectionsOf = (locale: string) => {
    const known = named.get(locale) ?? new Map(listed(library.sections(locale)));
    named.set(locale, known);
    return known;
  };
  return {
    ...entry,
    ...content,
    related: relatedArticles(library),
    trailTo: (locale, section) =>
      pathsTo(section).flatMap((id) => {
        const found = sectionsOf(locale).get(id);
        return found ? { id, title: found.title, titleLanguage: found.titleLanguage, icon: found.icon } : [];
      }),
    sectionAt: (locale, id) => sectionsOf(locale).get(id),
  };
}

function storedContent(): Promise<ShownContent> {
  if (import.meta.env.DEV) return readStored();
  stored ??= readStored();
  return stored;
}

async function readStored(): Promise<ShownContent> {
  const found = await getEntry('site', 'site');
  if (!found) throw new Error('The content folder could not be read. Run `npm run check` to see why.');
  const entry = found.data as unknown as SiteEntry;
  const html = new Map<string, string | undefined>();
  const articles: Article[] = [];
  for (const { data, rendered } of await getCollection('articles')) {
    const article = data as unknown as Article;
    articles.push(article);
    html.set(article.path, rendered?.html);
  }
  const { site, theme, topics } = entry;
  const library = brandLibrary(makeLibrary({ site, topics, facts: {}, articles, assets: new Set() }), theme);
  return { entry, library, htmlOf: ({ path }) => html.get(path) };
}

function listed(sections: readonly Section[]): [id: string, Section][] {
  return sections.flatMap((section) => [[section.id, section] as [string, Section], ...listed(section.sections)]);
}

/** The paths of one of the site's own pages: one in each language, none if this site does not have the page. */
export async function ownPagePaths(id: string): Promise<{ params: { locale: string } }[]> {
  const { site } = await openStore();
  const isHere = ownPagesOf(site).some((page) => page.id === id);
  return isHere ? site.locales.map((locale) => ({ params: { locale } })) : [];
}
