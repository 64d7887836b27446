import type { Root as HtmlRoot } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import type { Root } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeRemark from 'rehype-remark';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { markCodeTitles, writeCodeTitles } from '../components/code-titles.ts';
import { turnComponents } from '../components/component-elements.ts';
import { joinHtmlTabs } from '../components/html-tabs.ts';
import type { Report } from '../imported-site.ts';
import { takeOutHidden } from '../visibility/hidden-elements.ts';
import { markAnchors } from './anchor-marks.ts';
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
import { liftBlocks } from './lift-blocks.ts';
import { wrapLooseText } from './loose-text.ts';

const toHtml = unified()
  .use(remarkRehype, { allowDangerousHtml: true, handlers: footnoteHandlers })
  .use(rehypeRaw)
  .freeze();
const toMarkdown = unified().use(rehypeRemark, { handlers: htmlHandlers }).freeze();

/**
 * Takes Markdown with raw HTML through an HTML parser and back, which leaves only Markdown and our components.
 * What can't be imported is reported; none of the source's HTML is trusted.
 */
export function settleHtml(tree: Root, report: Report): Root {
  markCodeTitles(tree);
  const html = toHtml.runSync(tree) as HtmlRoot;
  joinHtmlTabs(html);
  takeOutHidden(html, report);
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
  const settled = toMarkdown.runSync(clean) as Root;
  liftFootnotes(settled);
  liftBlocks(settled);
  wrapLooseText(settled);
  return settled;
}
