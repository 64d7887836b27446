import type { Nodes } from 'mdast';

/** The words of a Markdown node as a reader sees them, without pictures; what heading anchors are made from. */
export function plainText(node: Nodes | undefined): string {
  if (!node) return '';
  if (node.type === 'break') return ' ';
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}
