import type { ElementContent } from 'hast';

/** Content for an element that cannot contain paragraphs. Text on its own line arrives as a paragraph. */
export function withoutParagraphs(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => (node.type === 'element' && node.tagName === 'p' ? node.children : [node]));
}
