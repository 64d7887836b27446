import type { WidgetArticle, WidgetPages } from '../../widget-setup.ts';

/** The articles for a page of the product, each once; none if no rule matches. */
export function articlesForPage(pages: readonly WidgetPages[], { origin, pathname }: URL | Location): WidgetArticle[] {
  const fitting = pages.filter(({ match, whole }) => new RegExp(match).test(whole ? origin + pathname : pathname));
  return [...new Map(fitting.flatMap(({ articles }) => articles).map((one) => [one.id, one])).values()];
}
