import type { Heading, Root, RootContent } from 'mdast';
import { visit } from '#markdown/syntax/walk.ts';
import { plainText } from './plain-text.ts';

/** The words of a heading as the page shows them. */
export function headingText(node: Heading): string {
  return plainText(node)
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
}

function mainHeadings(tree: Root): Heading[] {
  return tree.children.filter((node): node is Heading => node.type === 'heading' && node.depth === 1);
}

/** Whether a block is text that readers read on its own, not a picture, a path of links or a box above the title. */
function isText(node: RootContent): boolean {
  if (node.type === 'list' || node.type === 'table' || node.type === 'heading') return true;
  if (node.type !== 'paragraph') return false;
  const words = node.children
    .filter((child) => child.type !== 'link')
    .map(plainText)
    .join(' ');
  return (words.match(/\p{L}{2,}|[\p{Lo}]/gu) ?? []).length > 1;
}

/**
 * The text of the first level-one heading, if it is above the text of the page; a heading below is one of its parts.
 * Nothing if there is none.
 */
export function mainHeading(tree: Root): string | undefined {
  const first = mainHeadings(tree).find((heading) => headingText(heading) !== '');
  const above = first ? tree.children.slice(0, tree.children.indexOf(first)) : [];
  return first && !above.some(isText) ? headingText(first) : undefined;
}

/**
 * Removes the first level-one heading if it is the title, in place, because the page shows the title itself. Returns
 * the removed heading.
 */
export function dropTitleHeading(tree: Root, title: string): Heading | undefined {
  const [first] = mainHeadings(tree);
  if (!first || headingText(first).toLowerCase() !== title.replace(/\s+/g, ' ').trim().toLowerCase()) return undefined;
  tree.children.splice(tree.children.indexOf(first), 1);
  return first;
}

/**
 * Sets the levels of headings, in place: the top level is 2, each heading is at most one below the heading it belongs
 * to, and none is deeper than 6.
 */
export function levelHeadings(tree: Root): void {
  const above: number[] = [];
  visit(tree, 'heading', (heading) => {
    while (above.length > 0 && (above.at(-1) ?? 0) >= heading.depth) above.pop();
    above.push(heading.depth);
    heading.depth = Math.min(6, above.length + 1) as Heading['depth'];
  });
}
