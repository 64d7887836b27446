import type { Root as HtmlRoot } from 'hast';
import { raw } from 'hast-util-raw';
import { sanitize } from 'hast-util-sanitize';
import { defaultNodeHandlers, toMdast } from 'hast-util-to-mdast';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { VFile } from 'vfile';
import { EXIT, visit } from '#markdown/syntax/walk.ts';
import { dropCodeMarks } from '../components/code-marks.ts';
import { markCodeTitles, writeCodeTitles } from '../components/code-titles.ts';
import { turnComponents } from '../components/component-elements.ts';
import { joinHtmlTabs } from '../components/html-tabs.ts';
import type { Report } from '../imported-site.ts';
import { takeOutHidden } from '../visibility/hidden-elements.ts';
import { markAnchors } from './anchor-marks.ts';
import { unfoldCards } from './card-tables.ts';
import { collapseWhitespace } from './collapse-whitespace.ts';
import { takeOutEmbedded } from './embedded-elements.ts';
import { footnoteHandlers, liftFootnotes } from './footnotes.ts';
import { markCallouts } from './html-callouts.ts';
import { htmlHandlers } from './html-handlers.ts';
import {
  dropDeadLinks,
  fillEmptyLinks,
  gatherItems,
  nameLanguages,
  splitCodeAtBreaks,
  untangleBlocks,
} from './html-repairs.ts';
import { articleSchema } from './html-schema.ts';
import { sortTables } from './html-tables.ts';
import { unfoldLayouts } from './layout-tables.ts';
import { liftBlocks } from './lift-blocks.ts';
import { wrapLooseText } from './loose-text.ts';

/** Reads raw HTML in Markdown with an HTML parser; the rest is HTML as it should be. */
function toHtml(tree: Root): HtmlRoot {
  const html = toHast(tree, { allowDangerousHtml: true, handlers: footnoteHandlers }) as HtmlRoot;
  let hasRaw = false;
  visit(html, 'raw', () => {
    hasRaw = true;
    return EXIT;
  });
  // Without a file, there would be no positions to report.
  return hasRaw ? (raw(html, { file: new VFile() }) as HtmlRoot) : html;
}

/** Turns clean HTML into Markdown. Only the conversion of `toMdast` is used: it would clone the tree first. */
function toMarkdown(html: HtmlRoot): Root {
  collapseWhitespace(html);
  return toMdast(
    { type: 'root', children: [] },
    {
      document: true,
      handlers: htmlHandlers,
      nodeHandlers: { root: (state) => defaultNodeHandlers.root(state, html) },
    },
  ) as Root;
}

/**
 * Takes Markdown with raw HTML through an HTML parser and back, which leaves only Markdown and our components.
 * What can't be imported is reported; none of the source's HTML is trusted.
 */
export function settleHtml(tree: Root, report: Report): Root {
  dropCodeMarks(tree, report);
  markCodeTitles(tree);
  const html = toHtml(tree);
  joinHtmlTabs(html);
  takeOutHidden(html, report);
  unfoldCards(html);
  unfoldLayouts(html);
  turnComponents(html, report);
  writeCodeTitles(html);
  takeOutEmbedded(html, report);
  markCallouts(html);
  fillEmptyLinks(html);
  untangleBlocks(html);
  gatherItems(html);
  markAnchors(html);
  const clean = sanitize(html, articleSchema) as HtmlRoot;
  dropDeadLinks(clean);
  nameLanguages(clean);
  splitCodeAtBreaks(clean);
  sortTables(clean);
  const settled = toMarkdown(clean);
  liftFootnotes(settled);
  liftBlocks(settled);
  wrapLooseText(settled);
  return settled;
}
