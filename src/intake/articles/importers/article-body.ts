import type { Heading, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { settleHtml } from '../html/html-round-trip.ts';
import { turnMdx } from '../html/mdx-to-html.ts';
import { keepWordsInAngleBrackets } from '../html/words-in-angle-brackets.ts';
import type { Report } from '../imported-site.ts';
import { type Anchors, settleAnchors } from '../links/anchors.ts';
import type { AssetShelf } from '../links/assets.ts';
import { settlePictures } from '../links/pictures.ts';
import { dropImportLines } from '../read/import-lines.ts';
import { parseSourceBody } from '../read/source-body.ts';
import { foldAdmonitions } from '../tree/admonitions.ts';
import { turnAlerts } from '../tree/alerts.ts';
import { applyAttributeLists } from '../tree/attribute-lists.ts';
import { dropContentsPlaceholders } from '../tree/contents-placeholders.ts';
import { dropTitleHeading, mainHeading } from '../tree/headings.ts';
import { joinKeys } from '../tree/keyboard-keys.ts';

/** An article in our dialect, except its links and what must follow them. */
export interface ArticleBody {
  tree: Root;
  title: string;
  anchors: Anchors;
  /** Addresses of all its links as the source writes them. */
  urls: string[];
  /** Takes losses by line of the tree's positions. */
  report: Report;
}

export interface BodySource {
  path: string;
  /** With the line numbers of the file, see `splitSourceFrontMatter`. */
  body: string;
  /** Title of the front matter, if any. */
  title: string | undefined;
  /** Title when neither front matter nor headings give one. */
  fallbackTitle: string;
}

/** Reads the body of one source file; everything that does not depend on other files is settled. */
export function readBody(source: BodySource, shelf: AssetShelf, fileReport: Report): ArticleBody {
  const { tree: parsed, lineOf } = parseSourceBody(source.path, source.body, fileReport);
  const report: Report = (line, what) => fileReport(lineOf(line), what);
  turnMdx(parsed, report);
  dropImportLines(parsed, report);
  dropContentsPlaceholders(parsed);
  foldAdmonitions(parsed, report);
  turnAlerts(parsed);
  applyAttributeLists(parsed);
  keepWordsInAngleBrackets(parsed);

  const tree = settleHtml(parsed, report);
  joinKeys(tree);
  settlePictures(tree, shelf, report);
  const title = source.title ?? mainHeading(tree) ?? source.fallbackTitle;
  const removed: Heading | undefined = dropTitleHeading(tree, title);
  const anchors = settleAnchors(tree, removed);
  const urls: string[] = [];
  visit(tree, 'link', (link) => {
    urls.push(link.url);
  });
  return { tree, title, anchors, urls, report };
}
