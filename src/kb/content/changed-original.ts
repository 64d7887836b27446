import type { Article } from './article.ts';
import type { Library } from './library.ts';

/** The original of a translation, if it has changed since it was translated. */
export function changedOriginal(
  { site, exact }: Pick<Library, 'site' | 'exact'>,
  { id, locale, source }: Pick<Article, 'id' | 'locale' | 'source'>,
): Article | undefined {
  if (locale === site.defaultLocale || source === undefined) return undefined;
  const original = exact(site.defaultLocale, id);
  return original?.digest === source ? undefined : original;
}
