import type { Site } from '#kb/content/site.ts';

/**
 * The version for readers of a language that a page isn't written in: the one in the default language, or else in the
 * first language of the site that has it. Search engines know it as `x-default`.
 *
 * @param versions by language
 */
export function defaultVersion<T>(
  versions: Readonly<Record<string, T>>,
  { defaultLocale, locales }: Pick<Site, 'defaultLocale' | 'locales'>,
): T | undefined {
  return [defaultLocale, ...locales].map((tag) => versions[tag]).find((version) => version !== undefined);
}
