import type { Element, ElementContent, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { htmlToHast } from 'satteri';
import { unified } from 'unified';
import { plainTree } from '#markdown/twin/plain-tree.ts';

const writer = unified().use(rehypeStringify).freeze();

// What help desks keep in articles; our classes and data mean nothing to them.
const kept = new Set(['href', 'src', 'alt', 'id', 'start', 'colSpan', 'rowSpan', 'lang', 'dir', 'width', 'height']);
const notContent = new Set(['article-meta', 'contents-folded']);

/**
 * The text of an article as HTML that any help desk shows: our components as plain elements, and complete addresses.
 *
 * @param html the `<article>` of its page
 * @param url the complete address of the page
 */
export function plainBody(html: string, url: string): string {
  const tree = plainTree(htmlToHast(html, { fragment: true }) as Root, url);
  const [article] = tree.children.filter((child) => child.type === 'element');
  const blocks = (article?.children ?? []).filter(
    (child) =>
      child.type !== 'element' || (child.tagName !== 'h1' && !notContent.has(String(child.properties.dataPart))),
  );
  return writer.stringify({ type: 'root', children: blocks.flatMap(plain) }).trim();
}

function plain(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node];
  // The box of a task would be a field to write in.
  if (node.tagName === 'input') return [{ type: 'text', value: node.properties.checked ? '☑' : '☐' }];
  const children = node.children.flatMap(plain);
  // The notes are in the same article there, not on our page.
  if (node.properties.dataFootnoteRef !== undefined) return children;
  const properties = Object.fromEntries(Object.entries(node.properties).filter(([name]) => kept.has(name)));
  // Without its class, it only groups what is in it.
  if (/^(?:div|section|span)$/.test(node.tagName) && Object.keys(properties).length === 0) return children;
  return [{ ...node, properties, children } satisfies Element];
}
