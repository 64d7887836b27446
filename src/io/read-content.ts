import { type Article, idOfPath } from '#kb/article.ts';
import { type Finding, finding } from '#kb/finding.ts';
import { type Library, makeLibrary } from '#kb/library.ts';
import { checkLibrary, weigh } from '#kb/rules/check.ts';
import { compile } from '#markdown/compile.ts';
import { readMany } from './files.ts';
import { readFrame } from './frame.ts';

export interface Content {
  /** `undefined` where site.yaml is missing or wrong. */
  library: Library | undefined;
  /** All that is wrong, as the company weighs it, sorted. */
  findings: Finding[];
}

/**
 * Reads a whole content folder and checks all of it; nothing is written and nothing in it is run.
 *
 * @param theme named on the command line; otherwise `site.yaml` says it
 */
export async function readContent(dir: string, theme?: string): Promise<Content> {
  const { frame, findings } = await readFrame(dir, theme);
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
          'This file cannot be opened, or is not saved as UTF-8.',
          'Look at its permissions, and save it as UTF-8 in your editor.',
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
  const library = makeLibrary({
    site: frame.site,
    topics: frame.topics,
    facts: frame.facts,
    articles,
    assets: frame.assets,
    unread,
    synonyms: frame.synonyms,
    learned: frame.learned,
  });
  return { library, findings: weigh([...found, ...checkLibrary(library)], frame.site.severity) };
}
