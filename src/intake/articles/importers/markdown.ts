import type { Collection, SourcePage } from '../collection.ts';
import type { Loss, SourceFile } from '../imported-site.ts';
import { isFolderPage } from '../links/article-ids.ts';
import { fileNameOf, folderOf, stemOf } from '../links/paths.ts';
import { readSources, type SourceArticle } from '../read/source-articles.ts';
import type { Importer, ImportOptions } from './importer.ts';

/** A folder of Markdown, whatever it was written for: GitHub, Jekyll, Hugo, Docusaurus, GitBook, a help desk's export. */
export const markdown: Importer = {
  name: 'markdown',
  source: 'a folder of Markdown: folders become sections, files become articles',
  needs: 'Markdown file',
  reads: (path) => /\.(?:md|mdx|markdown)$/i.test(path),
  collect: collectMarkdown,
};

function unknownKeyLosses(articles: readonly SourceArticle[]): Loss[] {
  const users = new Map<string, string[]>();
  for (const { path, metadata } of articles) {
    for (const key of metadata.unknownKeys) users.set(key, [...(users.get(key) ?? []), path]);
  }
  return [...users].map(([key, paths]) => {
    const others = paths.length - 1;
    const also = others === 0 ? '' : ` (here and in ${others} other ${others === 1 ? 'file' : 'files'})`;
    return {
      path: paths[0] ?? '',
      what: `The front matter key "${key}"${also} isn't supported and was left out.`,
    };
  });
}

/** A folder with one article and its pictures is that article, not a section. */
function bundles(paths: readonly string[]): (path: string) => boolean {
  const folders = new Map<string, number>();
  for (const path of paths) {
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
      folders.set(folder, (folders.get(folder) ?? 0) + 1);
    }
  }
  return (path) => fileNameOf(path).startsWith('index.') && folders.get(folderOf(path)) === 1;
}

function collectMarkdown(
  files: readonly SourceFile[],
  assets: ReadonlySet<string>,
  { locale }: ImportOptions,
): Collection {
  const losses: Loss[] = [];
  const { all, articles, folderTitles } = readSources(files, (path, line, what) => {
    losses.push({ path, ...(line !== undefined && { line }), what });
  });
  const isBundle = bundles(articles.map(({ path }) => path));
  const pages = articles.map(({ path, front, metadata }): SourcePage => {
    const bundle = isBundle(path);
    const folder = bundle ? folderOf(folderOf(path)) : folderOf(path);
    return {
      path,
      locale,
      pathInLocale: path,
      metadata,
      article: path,
      section: folder === '' ? [] : folder.split('/'),
      name: bundle ? fileNameOf(folderOf(path)) : stemOf(path),
      opensSection: isFolderPage(path) && !bundle,
      body: { markdown: front.body },
    };
  });
  const imported = new Set(articles);
  return {
    pages,
    sections: new Map([...folderTitles].map(([folder, title]) => [folder, { titles: new Map([[locale, title]]) }])),
    assets,
    files: [],
    others: all
      .filter((article) => !imported.has(article))
      .map(({ path, metadata }) => ({ path, locale, pathInLocale: path, metadata })),
    losses: [...losses, ...unknownKeyLosses(articles)],
  };
}
