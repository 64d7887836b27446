import { changedOriginal } from '../content/translation.ts';
import { finding } from '../findings/finding.ts';
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
