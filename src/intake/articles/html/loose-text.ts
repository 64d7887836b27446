import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from '#markdown/syntax/walk.ts';

const CONTAINERS = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition', 'mdxJsxFlowElement']);
const IN_LINE = new Set([
  ...['text', 'strong', 'emphasis', 'delete', 'inlineCode', 'break', 'link', 'image', 'footnoteReference'],
  'mdxJsxTextElement',
]);

function isInLine(node: Nodes): node is PhrasingContent {
  return IN_LINE.has(node.type);
}

/**
 * Puts text that broken HTML left between blocks into paragraphs, in place: outside of one it would be written
 * without the escapes that keep `{` and `<` from being read as a program.
 */
export function wrapLooseText(tree: Root): void {
  visit(tree, (node) => {
    if (!CONTAINERS.has(node.type) || !('children' in node) || !node.children.some(isInLine)) return;
    const children: RootContent[] = [];
    let line: Paragraph | undefined;
    for (const child of node.children) {
      if (!isInLine(child)) {
        children.push(child);
        line = undefined;
      } else if (line) line.children.push(child);
      else {
        line = { type: 'paragraph', children: [child], position: child.position };
        children.push(line);
      }
    }
    node.children = children as typeof node.children;
  });
}
