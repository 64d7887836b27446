import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';

const BLOCKS = new Set([
  ...['mdxJsxFlowElement', 'paragraph', 'heading', 'list', 'blockquote', 'code', 'table', 'thematicBreak'],
  'footnoteDefinition',
]);
const IN_LINE = new Set(['strong', 'emphasis', 'delete', 'link', 'mdxJsxTextElement']);

function holdsBlock(node: Nodes): boolean {
  return 'children' in node && node.children.some((child) => BLOCKS.has(child.type) || holdsBlock(child));
}

/** Without the bold, links and so on that are around a block. */
function unwrapped(nodes: readonly Nodes[]): Nodes[] {
  return nodes.flatMap((node) =>
    IN_LINE.has(node.type) && holdsBlock(node) && 'children' in node ? unwrapped(node.children) : [node],
  );
}

function split(line: Paragraph): RootContent[] {
  const result: RootContent[] = [];
  let open: Paragraph | undefined;
  for (const child of unwrapped(line.children) as RootContent[]) {
    if (BLOCKS.has(child.type)) {
      result.push(child);
      open = undefined;
    } else if (open) open.children.push(child as PhrasingContent);
    else {
      open = { ...line, children: [child as PhrasingContent] };
      result.push(open);
    }
  }
  return result;
}

/**
 * Takes blocks out of the lines that broken HTML left them in, in place: a paragraph is split, and bold or a link around
 * a block goes away. Written as they are, they could not be read again.
 */
export function liftBlocks(node: Root | Nodes): void {
  if (!('children' in node)) return;
  for (const child of node.children) liftBlocks(child);
  if (!node.children.some(holdsBlock) && !node.children.some((child) => BLOCKS.has(child.type))) return;
  if (node.type === 'heading' || node.type === 'tableCell') {
    const words = (nodes: readonly Nodes[]): Nodes[] =>
      nodes.flatMap((child) =>
        BLOCKS.has(child.type) || holdsBlock(child) ? ('children' in child ? words(child.children) : []) : [child],
      );
    node.children = words(node.children) as typeof node.children;
    return;
  }
  if (node.type === 'paragraph' || IN_LINE.has(node.type)) return;
  node.children = node.children.flatMap((child) =>
    child.type === 'paragraph' && (holdsBlock(child) || child.children.some(({ type }) => BLOCKS.has(type)))
      ? split(child)
      : [child],
  ) as typeof node.children;
}
