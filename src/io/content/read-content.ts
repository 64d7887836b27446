import { type Article, idOfPath } from '#kb/content/article.ts';
import { brandLibrary } from '#kb/content/brand-library.ts';
import { type Library, makeLibrary } from '#kb/content/library.ts';
import { type Finding, finding } from '#kb/findings/finding.ts';
import { unknownBrands } from '#kb/rules/brands.ts';
import { checkLibrary, weigh } from '#kb/rules/check.ts';
import { compile } from '#markdown/compile.ts';
import { readMany } from '../machine/files.ts';
import { readFrame } from './read-frame.ts';
import { themeNames } from './read-theme.ts';

export interface Content {
  /** `undefined` where site.yaml is missing or wrong. */
  library: Library | undefined;
  /** All that is wrong, as the company weighs it, sorted. */
  findings: Finding[];
}

/**
 * Reads a whole content folder and checks all of it; nothing is written and nothing in it is run.
 *
 * @param brand limits it to what one brand has: the theme named on the command line, or else the one in `site.yaml`
 */
export async function readContent(dir: string, brand?: { theme: string | undefined }): Promise<Content> {
  const { frame, findings } = await readFrame(dir, brand?.theme);
  if (!frame) return { library: undefined, findings: weigh(findings, {}) };
  const articles: Article[] = [];
  const found = [...findings];
  const scopes = new Map(frame.site.locales.map((locale) => [locale, frame.scopeOf(locale)]));
  for await (const { path, source } of readMany(dir, frame.articleFiles)) {
    const scope = scopes.get(path.split('/')[1] ?? '');
    if (!scope || source === undefined) {
      found.push(
        finding(
          'article-unreadable',
          { path },
          "This file can't be opened, or it isn't saved as UTF-8.",
          'Check its permissions, and save it as UTF-8 in your editor.',
        ),
      );
      continue;
    }
    const compiled = compile({ path, source }, scope);
    found.push(...compiled.findings);
    if (compiled.article) articles.push(compiled.article);
  }
  const read = new Set(articles.map(({ path }) => path));
  const unread = new Set(frame.articleFiles.filter((path) => !read.has(path)).map(idOfPath));
  const whole = makeLibrary({
    site: frame.site,
    topics: frame.topics,
    topicsUnread: frame.topicsUnread,
    facts: frame.facts,
    articles,
    assets: frame.assets,
    unread,
    synonyms: frame.synonyms,
    learned: frame.learned,
  });
  const library = brand ? brandLibrary(whole, brand.theme ?? frame.site.theme) : whole;
  found.push(...unknownBrands(whole, await themeNames(dir)), ...checkLibrary(library));
  return { library, findings: weigh(found, frame.site.severity) };
}
