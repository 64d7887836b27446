import type { Heading, Root } from 'mdast';
import { visit } from '#markdown/syntax/walk.ts';
import { foldBlocks } from '../dialects/fold-blocks.ts';
import { settleHtml } from '../html/html-round-trip.ts';
import { turnMdx } from '../html/mdx-to-html.ts';
import { keepWordsInAngleBrackets } from '../html/words-in-angle-brackets.ts';
import type { Loss, Report } from '../imported-site.ts';
import { settleAnchors } from '../links/anchors.ts';
import { holdPictures, pictureAddresses } from '../links/pictures.ts';
import { isNotionName } from '../links/slugs.ts';
import { dropImportLines } from '../read/import-lines.ts';
import { parseHtmlBody, parseMdx, parseSourceBody } from '../read/source-body.ts';
import { turnAlerts } from '../tree/alerts.ts';
import { applyAttributeLists } from '../tree/attribute-lists.ts';
import { dropContentsPlaceholders } from '../tree/contents-placeholders.ts';
import { dropTitleHeading, mainHeading } from '../tree/headings.ts';
import { joinKeys } from '../tree/keyboard-keys.ts';
import { takeProperties } from '../tree/page-properties.ts';
import { saysVisibility } from '../visibility/visibility-keys.ts';
import type { Body, BodyFacts } from './body.ts';

/** A body in our dialect, except its links and pictures and what must follow them. */
export interface ReadBody {
  tree: Root;
  facts: BodyFacts;
  /** The line of the source file for a line of the tree's positions. */
  lineOf(line: number | undefined): number | undefined;
}

/** Makes what a page of Notion says about itself metadata. */
function readProperties(tree: Root, report: Report): BodyFacts['properties'] {
  const properties: BodyFacts['properties'] = { tags: [] };
  const line = tree.children[1]?.position?.start.line;
  for (const [name, value] of takeProperties(tree)) {
    const key = name.toLowerCase();
    if (key === 'tags' || key === 'keywords') properties.tags.push(...value.split(',').map((tag) => tag.trim()));
    else if (key === 'owner' && value !== '') properties.owner ??= value;
    // What it says about who can see the page is read with the front matter.
    else if (value !== '' && saysVisibility(name, [value]) === undefined)
      report(line, `The property "${name}: ${value}" isn't supported and was left out.`);
  }
  return properties;
}

/** Reads the body of one page; everything that doesn't depend on other pages or files is settled. */
export function readBody({ path, name, body, title: ownTitle, fallbackTitle }: Body): ReadBody {
  const losses: Loss[] = [];
  const places = 'html' in body ? undefined : body.lines;
  const lineInFile = (line: number | undefined) => (line === undefined ? undefined : (places?.[line - 1] ?? line));
  const fileReport: Report = (line, what, kind) => {
    const at = lineInFile(line);
    losses.push({ path, ...(at !== undefined && { line: at }), what, ...(kind && { kind }) });
  };
  const source = 'html' in body ? parseHtmlBody(body.html) : parseSourceBody(path, body.markdown, fileReport);
  const { tree: parsed, text, book } = source;
  const report: Report = (line, ...loss) => fileReport(source.lineOf(line), ...loss);
  const bracesAreWords = !/\.mdx$/i.test(path) && !/^(?:import|export)\s/m.test(text);
  turnMdx(parsed, { source: text, parse: parseMdx, report, bracesAreWords });
  dropImportLines(parsed, report);
  dropContentsPlaceholders(parsed);
  foldBlocks(parsed, book, report);
  const properties = isNotionName(name) ? readProperties(parsed, report) : { tags: [] };
  turnAlerts(parsed);
  applyAttributeLists(parsed);
  keepWordsInAngleBrackets(parsed);

  const tree = settleHtml(parsed, report);
  joinKeys(tree);
  const title = ownTitle ?? mainHeading(tree) ?? fallbackTitle;
  const removed: Heading | undefined = dropTitleHeading(tree, title);
  const anchors = settleAnchors(tree, removed);
  const heldPictures = holdPictures(tree);
  const pictures = pictureAddresses(tree);
  const links = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'link') links.add(node.url);
    // All bodies are in memory at the same time, and most of that would be positions. These still report theirs.
    else if (node.type !== 'image' && node.type !== 'mdxJsxFlowElement') node.position = undefined;
  });
  const facts = { title, anchors, links: [...links], pictures, heldPictures, properties, losses };
  return { tree, facts, lineOf: (line) => lineInFile(source.lineOf(line)) };
}
