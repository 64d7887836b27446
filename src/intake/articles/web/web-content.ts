import { decodeAddress } from '#kb/values/decode-address.ts';
import { compareText } from '#kb/values/text.ts';
import type { DeskArticle, DeskContent, DeskSection } from '../desks/desk.ts';
import { localeOfName } from '../languages/language-names.ts';
import { titleOfName } from '../links/slugs.ts';
import type { Crumb } from './breadcrumbs.ts';
import { readWebPage, type WebPage } from './read-web-page.ts';

/** A page as it was read: from a folder, or from a server. */
export interface WebSource {
  /** Whole for a page of a server, `/folder/page.html` in a folder. */
  url: string;
  html: string;
}

interface Page extends WebPage {
  url: string;
  html: string;
  /** The path of its address, decoded. */
  path: string;
  language: string;
}

/** Names in addresses that say nothing about what is below them. */
const EMPTY_NAMES =
  /^(?:articles?|hc|help|docs?|kb|support|knowledge|knowledge-base|solutions?|faqs?|pages?|wiki|a|en|index)$/i;
/** Positions of pages that no list names. */
const UNLISTED = 1e6;

/**
 * Turns pages of one website into articles: translations by their `hreflang` or their path, sections by the breadcrumbs
 * of each page, or by its address.
 *
 * @param locale the language of pages that don't say theirs
 * @param today `YYYY-MM-DD`
 */
export function webContent(sources: readonly WebSource[], locale: string | undefined, today: string): DeskContent {
  const losses: string[] = [];
  const all = sources.map(({ url, html }) => ({ url, page: readWebPage(html, today) }));
  const urls = new Set(all.map(({ url }) => url));
  const pages: Page[] = [];
  const moved = new Map<string, string[]>();
  for (const { url, page } of all) {
    const canonical = page.canonical && resolved(page.canonical, url);
    if (canonical && canonical !== url && urls.has(canonical)) continue;
    const target = page.leadsTo && resolved(page.leadsTo, url)?.replace(/#.*$/, '');
    if (target && target !== url && urls.has(target)) {
      moved.set(target, [...(moved.get(target) ?? []), resolvedPath(url)]);
      continue;
    }
    if (page.leadsTo) losses.push(`The page only leads to ${page.leadsTo} and wasn't imported: ${url}`);
    else if (page.noArticle !== undefined) losses.push(`${page.noArticle} and wasn't imported: ${url}`);
    else {
      const path = decodeAddress(resolvedPath(url));
      pages.push({ ...page, url, html: page.html ?? '', path, language: page.locale ?? locale ?? 'en' });
      if (page.guessed) losses.push(`Compare the article with its page, because parts of it can be missing: ${url}`);
    }
  }
  const places = placesInLists(all.filter(({ page }) => page.noArticle));
  const defaultLocale = locale ?? mostFrequent(pages.map(({ language }) => language)) ?? 'en';
  const shared = sharedSummaries(pages);
  const sections = new Map<string, DeskSection>();
  const articles: DeskArticle[] = [];
  for (const [id, group] of groups(pages)) {
    const first = group.find(({ language }) => language === defaultLocale) ?? group[0];
    if (!first) continue;
    const section = sectionOf(first, group, sections);
    for (const page of group)
      articles.push({
        id,
        locale: page.language,
        title: page.title,
        body: { html: page.html },
        summary: page.summary && !shared.has(page.summary) ? page.summary : undefined,
        section,
        position: places.get(page.url) ?? places.get(first.url) ?? UNLISTED,
        hidden: page.hidden,
        labels: [],
        author: page.author,
        edited: page.edited,
        url: page.url,
        addresses: [resolvedPath(page.url), ...(moved.get(page.url) ?? [])],
        files: page.files.filter(({ url }) => !page.html.includes(url)).map((file) => ({ ...file, inline: false })),
      });
  }
  const name = mostFrequent(pages.flatMap(({ siteName }) => siteName ?? []));
  return { ...(name && { name }), defaultLocale, sections: [...sections.values()], articles, losses };
}

/** Pages that are the same article in several languages, by an id of the article. */
function groups(pages: readonly Page[]): Map<string, Page[]> {
  const byUrl = new Map(pages.map((page) => [page.url, page]));
  const idOf = new Map<Page, string>();
  const byPath = new Map<string, string>();
  for (const page of [...pages].sort((a, b) => compareText(a.url, b.url))) {
    const others = [...page.alternates.values()].flatMap((url) => byUrl.get(resolved(url, page.url) ?? '') ?? []);
    const neutral = pathWithoutLanguage(page) + queryOf(page);
    const known = others.map((other) => idOf.get(other)).find((id) => id !== undefined) ?? byPath.get(neutral);
    const id = known ?? page.path + queryOf(page);
    idOf.set(page, id);
    for (const other of others) if (!idOf.has(other)) idOf.set(other, id);
    byPath.set(neutral, id);
  }
  const found = new Map<string, Page[]>();
  for (const page of pages) {
    const id = idOf.get(page) as string;
    const group = found.get(id) ?? [];
    // Two pages in one language are two articles.
    if (group.some(({ language }) => language === page.language)) found.set(page.url, [page]);
    else found.set(id, [...group, page]);
  }
  return found;
}

/** Some systems tell their articles apart by the query only: `/article?id=7`. */
function queryOf({ url }: Page): string {
  return new URL(url, 'https://folder.invalid').search;
}

function pathWithoutLanguage({ path, language }: Page): string {
  const parts = path.split('/');
  const own = language.toLowerCase().split('-')[0];
  const index = parts.findIndex((part) => localeOfName(part)?.toLowerCase().split('-')[0] === own);
  return index < 0 ? path : parts.toSpliced(index, 1).join('/');
}

/** The id of the section of an article, which is added with its name in every language of the article. */
function sectionOf(first: Page, group: readonly Page[], sections: Map<string, DeskSection>): string | undefined {
  const crumbs = crumbsOf(first);
  crumbs.forEach((crumb, depth) => {
    const id = idOfCrumbs(crumbs.slice(0, depth + 1));
    const known = sections.get(id) ?? {
      id,
      parent: depth === 0 ? undefined : idOfCrumbs(crumbs.slice(0, depth)),
      titles: new Map<string, string>(),
      summaries: new Map<string, string>(),
      position: sections.size,
      addresses: crumb.url === undefined ? [] : [resolvedPath(resolved(crumb.url, first.url) ?? '/')],
      hidden: [],
    };
    sections.set(id, known);
    for (const page of group) {
      const names = crumbsOf(page);
      const name = names.length === crumbs.length ? names[depth]?.name : undefined;
      if (name && !known.titles.has(page.language)) known.titles.set(page.language, name);
    }
  });
  return crumbs.length === 0 ? undefined : idOfCrumbs(crumbs);
}

function idOfCrumbs(crumbs: readonly Crumb[]): string {
  return crumbs.map(({ name }) => name).join(' / ');
}

function crumbsOf(page: Page): Crumb[] {
  if (page.crumbs.length > 0) return page.crumbs;
  return pathWithoutLanguage(page)
    .split('/')
    .slice(0, -1)
    .filter((part) => part !== '' && !EMPTY_NAMES.test(part))
    .map((part) => ({ name: titleOfName(part) }));
}

/** The order in which the pages of sections name their articles. */
function placesInLists(lists: readonly { url: string; page: WebPage }[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const { url, page } of [...lists].sort((a, b) => compareText(a.url, b.url)))
    for (const link of page.links) {
      const target = resolved(link, url);
      if (target && !places.has(target)) places.set(target, places.size);
    }
  return places;
}

function sharedSummaries(pages: readonly Page[]): Set<string> {
  const counts = Map.groupBy(pages, ({ summary }) => summary ?? '');
  return new Set([...counts].filter(([, { length }]) => length > 1).map(([summary]) => summary));
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = [...Map.groupBy(values, (value) => value)].sort((a, b) => b[1].length - a[1].length);
  return counts[0]?.[0];
}

/** An address as pages write it, like those of the sources: whole, or a path in a folder. */
function resolved(url: string, from: string): string | undefined {
  try {
    const address = new URL(url, new URL(from, 'https://folder.invalid'));
    address.hash = '';
    return address.host === 'folder.invalid' ? address.pathname : address.href;
  } catch {
    return undefined;
  }
}

function resolvedPath(url: string): string {
  return new URL(url, 'https://folder.invalid').pathname;
}
