import { outrunBy } from '../content/outdated.ts';
import { finding } from '../findings/finding.ts';
import type { Rule } from './rule.ts';

export const translationOutdated: Rule = function* (library) {
  for (const article of library.articles) {
    const original = outrunBy(library, article);
    if (original)
      yield finding(
        'translation-outdated',
        { path: article.path },
        `${original.path} has changed since this was translated.`,
        `Bring the translation up to date, then write source: "${original.digest}" in its front matter.`,
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
        `There is no articles/${defaultLocale}/${id}.mdx that this could be a translation of.`,
        `Give the file the name of its original, or write the article in "${defaultLocale}" as well.`,
      );
};
