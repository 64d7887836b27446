import { compareText } from '#kb/values/text.ts';
import type { Metadata } from '../collection.ts';
import type { Report, SourceFile } from '../imported-site.ts';
import { isFolderPage } from '../links/article-ids.ts';
import { folderOf } from '../links/paths.ts';
import { isMenuFile } from '../navigation/nav-files.ts';
import { readPathVisibility } from '../visibility/private-paths.ts';
import type { Statement } from '../visibility/visibility.ts';
import { type FrontMatter, splitSourceFrontMatter } from './front-matter.ts';
import { readMetadata } from './metadata.ts';
import { isGitBook, isJekyll, whyNoArticle } from './not-articles.ts';

/** A Markdown file of the source, its front matter read. */
export interface SourceArticle {
  path: string;
  front: FrontMatter;
  metadata: Metadata;
  report: Report;
}

export interface SourceTree {
  /** All files sorted by path, including non-articles: a link to one of them isn't a broken link. */
  all: SourceArticle[];
  /** The files that become articles; sorted by path. */
  articles: SourceArticle[];
  /** Titles that folders give themselves in their `index.md`, by the path of that file. */
  folderTitles: Map<string, string>;
}

const BYTE_ORDER_MARK = '\uFEFF';

function plainLines(text: string): string {
  return (text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text).replace(/\r\n?/g, '\n');
}

/** Reads front matter and decides what is an article; `report` gets each file that is not one, with the reason. */
export function readSources(
  files: readonly SourceFile[],
  assets: ReadonlySet<string>,
  today: string,
  hiddenBySite: (path: string) => Statement[],
  report: (path: string, ...loss: Parameters<Report>) => void,
): SourceTree {
  const sorted = [...files].sort((left, right) => compareText(left.path, right.path));
  const gitBook = isGitBook(sorted.map(({ path }) => path));
  const jekyll = isJekyll([...sorted.map(({ path }) => path), ...assets]);
  const folderTitles = new Map<string, string>();
  const all: SourceArticle[] = [];
  const articles: SourceArticle[] = [];
  for (const { path, text } of sorted) {
    const front = splitSourceFrontMatter(plainLines(text));
    const own: Report = (...loss) => report(path, ...loss);
    if (front.problem) own(1, front.problem, front.unread ? 'visibility' : undefined);
    const ofPath = readPathVisibility(path, jekyll, today);
    const statements = [...ofPath.statements, ...hiddenBySite(path)];
    const metadata = readMetadata(front, { ...ofPath, statements }, today, own);
    const article = { path, front, metadata, report: own };
    all.push(article);

    const why = whyNoArticle(path, front, gitBook);
    const folder = folderOf(path);
    const folderTitle = why || folder === '' || !isFolderPage(path) ? undefined : metadata.title;
    if (folderTitle) folderTitles.set(path, folderTitle);
    // A menu is read for the names and the order of what it lists.
    if (why && !isMenuFile(path)) own(undefined, why);
    if (!why && (!folderTitle || front.body.trim() !== '')) articles.push(article);
  }
  return { all, articles, folderTitles };
}
