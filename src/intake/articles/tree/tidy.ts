import type { Root, RootContent } from 'mdast';
import { SKIP, visit } from '#markdown/syntax/walk.ts';
import { isEmpty } from './empty-nodes.ts';
import { tidyText } from './tidy-text.ts';

function rulesInPlace(nodes: RootContent[]): RootContent[] {
  const isRule = (node: RootContent | undefined) => node?.type === 'thematicBreak';
  const kept = nodes.filter((node, at) => !isRule(node) || !isRule(nodes[at - 1]));
  const start = isRule(kept[0]) ? 1 : 0;
  return kept.slice(start, isRule(kept.at(-1)) && kept.length > start ? -1 : kept.length);
}

/**
 * Tidies what earlier steps leave behind, in place: spaces and line breaks where Markdown cannot have them, paragraphs,
 * items and boxes without content, and rules at the ends of the article.
 */
export function tidy(tree: Root): void {
  tidyText(tree);
  let changed = true;
  while (changed) {
    changed = false;
    visit(tree, (node, index, parent) => {
      if (!parent || index === undefined || parent.type === 'tableRow' || parent.type === 'table') return undefined;
      if (node.type === 'heading' && node.children.every((child) => child.type === 'image')) {
        if (node.children.length > 0) parent.children[index] = { type: 'paragraph', children: node.children };
      }
      if (!isEmpty(node)) return undefined;
      parent.children.splice(index, 1);
      changed = true;
      return [SKIP, index];
    });
  }
  tree.children = rulesInPlace(tree.children);
}
