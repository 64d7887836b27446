import type { Nodes, Paragraph, Root, RootContent } from 'mdast';
import { visit } from '#markdown/syntax/walk.ts';
import { textElement } from '../tree/jsx-elements.ts';

/** A cell on one line, if it has only one line of text. */
function shortCell(cell: Nodes): Paragraph['children'][number] | undefined {
  if (cell.type !== 'mdxJsxFlowElement' || (cell.name !== 'td' && cell.name !== 'th')) return undefined;
  const [only, ...others] = cell.children;
  if (only?.type !== 'paragraph' || others.length > 0) return undefined;
  if (only.children.some((child) => child.type === 'break')) return undefined;
  return { ...textElement(cell.name, {}, only.children), attributes: cell.attributes };
}

/**
 * Puts table cells that hold one line of text on one line each, in place: `<td>text</td>`. MDX reads both ways alike,
 * except for a paragraph around the text, which such a cell does not need.
 */
export function writeShortCells(tree: Root): void {
  visit(tree, 'mdxJsxFlowElement', (row) => {
    if (row.name !== 'tr') return;
    const children: RootContent[] = [];
    let line: Paragraph | undefined;
    for (const cell of row.children) {
      const short = shortCell(cell);
      if (!short) {
        children.push(cell);
        line = undefined;
      } else if (line) line.children.push({ type: 'text', value: '\n' }, short);
      else {
        line = { type: 'paragraph', children: [short] };
        children.push(line);
      }
    }
    row.children = children as typeof row.children;
  });
}
