import { compareText } from '#kb/values/text.ts';
import { compareLosses, type ImportedSite, type Loss, type SourceFile } from '../imported-site.ts';
import { type ArticleAddress, placeArticles } from '../links/article-ids.ts';
import { assetStore } from '../links/assets.ts';
import { findHelpDesk } from '../links/help-desk-addresses.ts';
import { targetFinder } from '../links/link-targets.ts';
import { settleLinks } from '../links/links.ts';
import { stemOf } from '../links/paths.ts';
import { titleOfName } from '../links/slugs.ts';
import { readSources, type SourceArticle } from '../read/source-articles.ts';
import { levelHeadings } from '../tree/headings.ts';
import { tidy } from '../tree/tidy.ts';
import { writeArticle } from '../write/mdx-writer.ts';
import { redirectBook } from '../write/redirects.ts';
import { siteFiles } from '../write/site-files.ts';
import { type ArticleBody, readBody } from './article-body.ts';
import type { Importer, ImportOptions } from './importer.ts';

/** A folder of Markdown, whatever it was written for: GitHub, Jekyll, Hugo, Docusaurus, GitBook, a help desk's export. */
export const markdown: Importer = {
  name: 'markdown',
  source: 'a folder of Markdown: folders become sections, files become articles',
  needs: 'Markdown file',
  reads: (path) => /\.(?:md|mdx|markdown)$/i.test(path),
  import: importMarkdown,
};

interface Draft extends ArticleBody, ArticleAddress {
  source: SourceArticle;
}

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

function importMarkdown(
  files: readonly SourceFile[],
  assets: ReadonlySet<string>,
  options: ImportOptions,
): ImportedSite {
  const losses: Loss[] = [];
  const report = (path: string, line: number | undefined, what: string) => {
    losses.push({ path, ...(line !== undefined && { line }), what });
  };
  const { all, articles, folderTitles } = readSources(files, report);
  const { places, sections } = placeArticles(
    articles.map(({ path }) => path),
    report,
  );

  const store = assetStore(assets);
  const folderFor = ({ section }: ArticleAddress) => `articles/${options.locale}/${section}`;
  const drafts = articles.map((source): Draft => {
    const place = places.get(source.path) as ArticleAddress;
    const { path, front, metadata } = source;
    const fallbackTitle = titleOfName(stemOf(path));
    const body = { path, body: front.body, title: metadata.title, fallbackTitle };
    return { ...place, ...readBody(body, store.shelfFor(path, folderFor(place)), source.report), source };
  });

  const numbers = new Set(all.flatMap(({ metadata }) => (metadata.number ? [metadata.number] : [])));
  const helpDesk = findHelpDesk(
    drafts.flatMap(({ urls }) => urls),
    numbers,
  );
  const pages = all.map(({ path, metadata: { number, name, oldNames, oldPaths } }) => {
    return { path, ...(number && { number }), oldNames: name ? [...oldNames, name] : oldNames, oldPaths };
  });
  const find = targetFinder(pages, helpDesk);
  const byPath = new Map(drafts.map((draft) => [draft.source.path, draft]));
  const redirects = redirectBook(drafts, sections, options.locale, helpDesk);

  const written = drafts.map((draft): SourceFile => {
    const { id, title, tree, source } = draft;
    settleLinks(tree, {
      id,
      find: (url) => find(source.path, url),
      articleAt: (path) => byPath.get(path),
      shelf: store.shelfFor(source.path, folderFor(draft)),
      report: draft.report,
    });
    tidy(tree);
    levelHeadings(tree);
    if (tree.children.length === 0) source.report(undefined, 'The article has a title but no text.');
    const { summary, aliases, owner, reviewed } = source.metadata;
    const redirectFrom = redirects(draft);
    const front = { title, summary, aliases, owner, reviewed, redirectFrom };
    return { path: `articles/${options.locale}/${id}.mdx`, text: writeArticle(front, tree) };
  });

  return {
    files: [...written, ...siteFiles(options, sections, folderTitles)].sort((a, b) => compareText(a.path, b.path)),
    copies: store.copies(),
    losses: [...losses, ...unknownKeyLosses(articles)].sort(compareLosses),
  };
}
