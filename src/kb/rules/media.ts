import type { Library } from '../content/library.ts';
import { finding } from '../findings/finding.ts';
import { didYouMean, nearest } from '../findings/suggest.ts';
import type { Rule } from './rule.ts';

export const imageMissing: Rule = function* (library) {
  for (const { path, media } of library.articles)
    for (const use of media) {
      if (assetFor(library, use.path) !== undefined) continue;
      const folder = use.path.slice(0, use.path.lastIndexOf('/') + 1);
      const beside = [...library.assets]
        .filter((asset) => asset.startsWith(folder))
        .map((asset) => asset.slice(folder.length));
      const near = nearest(use.path.slice(folder.length), beside);
      yield finding(
        'image-missing',
        { path, line: use.line, column: use.column },
        `The file "${use.src}" does not exist.`,
        near ? didYouMean(`./${near}`) : `Save it as ${use.path}, or remove it from the article.`,
      );
    }
};

/**
 * The asset that a path refers to: the file itself or, for a translation, the one next to the original.
 *
 * @param path relative to the content folder
 */
export function assetFor({ assets, site }: Pick<Library, 'assets' | 'site'>, path: string): string | undefined {
  if (assets.has(path)) return path;
  const inDefault = path.replace(/^articles\/[^/]+\//, `articles/${site.defaultLocale}/`);
  return assets.has(inDefault) ? inDefault : undefined;
}
