import type { Heading, Root } from 'mdast';
import { visit } from 'unist-util-visit';
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

/** The text of the first level-one heading, or nothing when the page has none. */
export function mainHeading(tree: Root): string | undefined {
  return mainHeadings(tree)
    .map(headingText)
    .find((text) => text !== '');
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
