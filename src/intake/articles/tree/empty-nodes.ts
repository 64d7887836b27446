import type { Nodes } from 'mdast';

/** Nodes that are meaningless without content. */
const WRAPPERS = new Set([
  ...['paragraph', 'heading', 'listItem', 'list', 'blockquote', 'strong', 'emphasis', 'delete', 'footnoteDefinition'],
]);

/** Whether a node would be invisible on the page. */
export function isEmpty(node: Nodes): boolean {
  if (node.type === 'text') return node.value === '';
  if (node.type === 'tableRow' || node.type === 'tableCell') return node.children.every(isEmpty);
  if (node.type === 'table') return node.children.every(isEmpty);
  if (WRAPPERS.has(node.type)) return 'children' in node && node.children.every((child) => isBlankText(child));
  if (node.type === 'mdxJsxTextElement') return node.name !== 'br' && node.children.every(isBlankText);
  if (node.type === 'mdxJsxFlowElement') return node.name === 'Callout' && node.children.length === 0;
  return false;
}

/** Whether a node in a line is only space. */
export function isBlankText(node: Nodes): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}
