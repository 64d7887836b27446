import { distance } from 'fastest-levenshtein';
import { type Library, pathsTo } from '#kb/content/library.ts';
import type { KnownPage } from '#ui/client/preview/page-state.ts';
import { makeSectionPaths } from '#ui/section-paths.ts';
import { pageUrl } from '#ui/urls.ts';

const MOST = 5;
// Addresses that differ more have little in common.
const LIMIT = 0.6;

/**
 * Pages whose address is similar to one that does not exist, the most similar first.
 *
 * @param id the address below the language, without slashes around it
 */
export function nearPages(library: Library, base: string, locale: string, id: string): KnownPage[] {
  const { sections } = makeSectionPaths(library, locale);
  const known = new Map<string, string>();
  for (const { article } of library.shown(locale)) {
    known.set(article.id, article.title);
    for (const section of pathsTo(article.section)) known.set(section, sections.get(section)?.title ?? section);
  }
  return [...known]
    .map(([other, title]) => ({ href: pageUrl(base, locale, other), title, far: farness(id, other) }))
    .filter(({ far }) => far <= LIMIT)
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST)
    .map(({ href, title }) => ({ href, title }));
}

/** From 0 for the same address to 1. An article that moved to another section kept its name. */
function farness(a: string, b: string): number {
  return Math.min(share(a, b), share(lastOf(a), lastOf(b)));
}

function share(a: string, b: string): number {
  return distance(a, b) / Math.max(a.length, b.length, 1);
}

function lastOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
