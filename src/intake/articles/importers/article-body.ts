import type { Heading, Root } from 'mdast';
import { visit } from '#markdown/syntax/walk.ts';
import type { SourcePage } from '../collection.ts';
import { foldBlocks } from '../dialects/fold-blocks.ts';
import { settleHtml } from '../html/html-round-trip.ts';
import { turnMdx } from '../html/mdx-to-html.ts';
import { keepWordsInAngleBrackets } from '../html/words-in-angle-brackets.ts';
import type { Report } from '../imported-site.ts';
import { type Anchors, settleAnchors } from '../links/anchors.ts';
import type { AssetShelf } from '../links/assets.ts';
import { settlePictures } from '../links/pictures.ts';
import { resolveUrls } from '../links/resolve-urls.ts';
import { isNotionName } from '../links/slugs.ts';
import { dropImportLines } from '../read/import-lines.ts';
import { parseHtmlBody, parseMdx, parseSourceBody } from '../read/source-body.ts';
import { turnAlerts } from '../tree/alerts.ts';
import { applyAttributeLists } from '../tree/attribute-lists.ts';
import { dropContentsPlaceholders } from '../tree/contents-placeholders.ts';
import { dropTitleHeading, mainHeading } from '../tree/headings.ts';
import { joinKeys } from '../tree/keyboard-keys.ts';
import { takeProperties } from '../tree/page-properties.ts';

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

/** Makes what a page of Notion says about itself metadata; its front matter has the last word. */
function settleProperties({ metadata }: SourcePage, tree: Root, report: Report): void {
  const line = tree.children[1]?.position?.start.line;
  for (const [name, value] of takeProperties(tree)) {
    const key = name.toLowerCase();
    if (key === 'tags' || key === 'keywords') {
      metadata.aliases.push(
        ...value.split(',').flatMap((tag) => (metadata.aliases.includes(tag.trim()) ? [] : [tag.trim()])),
      );
    } else if (key === 'owner' && value !== '') metadata.owner ??= value;
    else if (value !== '') report(line, `The property "${name}: ${value}" isn't supported and was left out.`);
  }
}

/**
 * Reads the body of one page; everything that does not depend on other pages is settled.
 *
 * @param fallbackTitle the title when neither metadata nor headings give one
 */
export function readBody(page: SourcePage, fallbackTitle: string, shelf: AssetShelf, ownReport: Report): ArticleBody {
  const places = 'html' in page.body ? undefined : page.body.lines;
  const fileReport: Report = (line, ...loss) => {
    ownReport(line === undefined ? undefined : (places?.[line - 1] ?? line), ...loss);
  };
  const {
    tree: parsed,
    text,
    book,
    lineOf,
  } = 'html' in page.body ? parseHtmlBody(page.body.html) : parseSourceBody(page.path, page.body.markdown, fileReport);
  const report: Report = (line, ...loss) => fileReport(lineOf(line), ...loss);
  const bracesAreWords = !/\.mdx$/i.test(page.path) && !/^(?:import|export)\s/m.test(text);
  turnMdx(parsed, { source: text, parse: parseMdx, report, bracesAreWords });
  dropImportLines(parsed, report);
  dropContentsPlaceholders(parsed);
  foldBlocks(parsed, book, report);
  if (isNotionName(page.name)) settleProperties(page, parsed, report);
  turnAlerts(parsed);
  applyAttributeLists(parsed);
  keepWordsInAngleBrackets(parsed);

  const tree = settleHtml(parsed, report);
  if (page.resolveUrl) resolveUrls(tree, page.resolveUrl, report);
  joinKeys(tree);
  settlePictures(tree, shelf, report);
  const title = page.metadata.title ?? mainHeading(tree) ?? fallbackTitle;
  const removed: Heading | undefined = dropTitleHeading(tree, title);
  const anchors = settleAnchors(tree, removed);
  const urls: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'link') urls.push(node.url);
    // All bodies are in memory at the same time, and most of that would be positions. Links still report theirs.
    else node.position = undefined;
  });
  return { tree, title, anchors, urls, report };
}
