import type { Library, ShownArticle } from '#kb/content/library.ts';

/**
 * One article for each of the most asked topics: the one with the fewest other topics, because it is the closest.
 * Articles in the reader's own language come before articles that would have to fall back.
 *
 * @param topics ids, the most asked first
 */
export function popularArticles(
  library: Library,
  locale: string,
  topics: readonly string[],
  limit: number,
): ShownArticle[] {
  const shown = library.shown(locale);
  const chosen = new Set<ShownArticle>();
  for (const topic of topics) {
    if (chosen.size >= limit) break;
    const [best] = shown
      .filter((one) => one.article.topics.includes(topic) && !chosen.has(one))
      .sort((a, b) => Number(a.fallback) - Number(b.fallback) || a.article.topics.length - b.article.topics.length);
    if (best) chosen.add(best);
  }
  return [...chosen];
}
