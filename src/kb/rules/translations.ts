import { type Article, isPublished } from '../content/article.ts';
import type { Library } from '../content/library.ts';
import { changedOriginal } from '../content/translation.ts';
import { type Finding, finding } from '../findings/finding.ts';
import type { Rule } from './rule.ts';

export const translationOutdated: Rule = function* (library) {
  for (const article of library.articles) {
    const original = changedOriginal(library, article);
    if (original)
      yield finding(
        'translation-outdated',
        { path: article.path },
        `${original.path} has changed since it was translated.`,
        `Update the translation, then set source: "${original.digest}" in its front matter.`,
      );
  }
};

export const translationOrphan: Rule = function* (library) {
  const { defaultLocale } = library.site;
  for (const { id, locale, path } of library.articles)
    if (locale !== defaultLocale && !library.exact(defaultLocale, id) && !library.unread.has(id))
      yield finding(
        'translation-orphan',
        { path },
        `The original of this translation, articles/${defaultLocale}/${id}.mdx, does not exist.`,
        `Rename the file to match its original, or add the article in "${defaultLocale}" too.`,
      );
};

/**
 * Translations that do not say which version of the original they were made from.
 *
 * @param drafts translations that cannot be read as a whole
 */
export function unsourcedTranslations({ site, articles, exact }: Library, drafts: readonly Article[]): Finding[] {
  return [...articles, ...drafts].flatMap(({ id, locale, path, source }) => {
    const original = exact(site.defaultLocale, id);
    if (locale === site.defaultLocale || source !== undefined || !original) return [];
    const found = finding(
      'translation-unsourced',
      { path },
      `This translation has no valid "source", so changes of ${original.path} are not noticed.`,
      `Set source: "${original.digest}" in its front matter if it says the same as the original.`,
    );
    return [{ ...found, group: locale }];
  });
}

/**
 * Public articles that exist in the default language but not in another one.
 *
 * @param today `YYYY-MM-DD`
 */
export function untranslatedArticles({ site, articles, exact, unread }: Library, today: string): Finding[] {
  const originals = articles.filter(
    (article) => article.locale === site.defaultLocale && isPublished(article, 'public', today),
  );
  return site.locales.flatMap((locale) =>
    originals.flatMap(({ id, path }) => {
      if (exact(locale, id) || unread.has(id)) return [];
      const found = finding(
        'article-untranslated',
        { path },
        `The article "${id}" has no "${locale}" translation.`,
        `Add it as articles/${locale}/${id}.mdx.`,
      );
      return [{ ...found, group: locale }];
    }),
  );
}
