import type { Loss } from '../imported-site.ts';
import { isPartPath } from '../visibility/private-paths.ts';

interface Page {
  path: string;
  front: { present: boolean };
}

/**
 * Separates pages from the parts of pages: what pages include isn't an article of its own, unless it has front matter and
 * the place of an article. A part that no page includes was never public, so it's left out or stays private.
 *
 * @param used paths of files that became part of a page
 */
export function withoutParts<T extends Page>(
  pages: readonly T[],
  used: ReadonlySet<string>,
): { articles: T[]; losses: Loss[] } {
  const losses: Loss[] = [];
  const articles = pages.filter(({ path, front }) => {
    const isPart = isPartPath(path);
    if (used.has(path)) return !isPart && front.present;
    if (!isPart) return true;
    if (front.present) {
      const what = 'The name says that the file is a part of other pages, and no page includes it.';
      losses.push({
        path,
        what: `${what} The article is a work in progress now: decide who can see it.`,
        kind: 'visibility',
      });
      return true;
    }
    losses.push({ path, what: "The file is a part of other pages, but no page includes it. It wasn't imported." });
    return false;
  });
  return { articles, losses };
}
