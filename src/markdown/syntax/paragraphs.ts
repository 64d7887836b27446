import type { ElementContent } from 'hast';

/** Content for an element that may hold no paragraph: words on lines of their own arrive as one. */
export function withoutParagraphs(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => (node.type === 'element' && node.tagName === 'p' ? node.children : [node]));
}
