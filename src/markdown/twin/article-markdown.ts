import type { Root } from 'hast';
import { type Handle, toMdast } from 'hast-util-to-mdast';
import { toString as textOf } from 'hast-util-to-string';
import type { FootnoteDefinition, FootnoteReference, Root as MarkdownRoot } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { htmlToHast } from 'satteri';
import { type Processor, unified } from 'unified';
import { plainTree } from './plain-tree.ts';

const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(plainAddresses)
  .use(remarkStringify, { bullet: '-', rule: '-', emphasis: '_', listItemIndent: 'one' })
  .freeze();

/**
 * An article as plain Markdown, with everything its page shows: components become quotes, headings, lists and links, and
 * addresses are complete.
 *
 * @param html the `<article>` of its page
 * @param page the address of the page: complete, or from the root of the host if the host isn't known
 * @param note a line below the title that says where it is from, as Markdown
 */
export function articleMarkdown(html: string, page: string, note?: string): string {
  const tree = toMdast(plainTree(htmlToHast(html, { fragment: true }) as Root, page), {
    document: true,
    handlers: { a: link, section: footnotes },
  });
  const text = writer.stringify(tree as MarkdownRoot);
  if (note === undefined) return text;
  const end = text.indexOf('\n');
  return `${text.slice(0, end)}\n\n${note}${text.slice(end)}`;
}

/** Addresses in the text stay as they are; remark would keep readers from seeing them as links. */
function plainAddresses(this: Processor): void {
  const settings = this.data();
  settings.toMarkdownExtensions = settings.toMarkdownExtensions?.map(({ extensions, ...others }) => ({
    ...others,
    extensions: extensions?.filter(({ unsafe }) => !unsafe?.some(({ character }) => character === '@')) ?? [],
  }));
}

const link: Handle = (state, node) => {
  if (node.properties.dataFootnoteRef !== undefined) {
    const identifier = textOf(node);
    const reference: FootnoteReference = { type: 'footnoteReference', identifier, label: identifier };
    return reference;
  }
  const children = state.all(node);
  const href = typeof node.properties.href === 'string' ? node.properties.href : undefined;
  return href === undefined || children.length === 0
    ? children
    : { type: 'link', url: href, title: null, children: children as never };
};

/** The notes at the end of an article; another section is what is in it. */
const footnotes: Handle = (state, node) => {
  if (node.properties.dataFootnotes === undefined) return state.all(node);
  const list = node.children.find((child) => child.type === 'element' && child.tagName === 'ol');
  const items = list?.type === 'element' ? list.children.filter((child) => child.type === 'element') : [];
  return items.map((item, index): FootnoteDefinition => {
    const identifier = String(index + 1);
    return {
      type: 'footnoteDefinition',
      identifier,
      label: identifier,
      children: state.toFlow(state.all(item)) as never,
    };
  });
};
