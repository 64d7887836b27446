import type { Element, ElementContent, Nodes } from 'hast';

const BLOCKS = new Set(
  `address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
header hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
);

/** Whether a node is an element of one of these names. */
export function isElement(node: Nodes | undefined, ...names: string[]): node is Element {
  return node?.type === 'element' && names.includes(node.tagName);
}

/** Whether a node is a block, not part of a line of text. */
export function isBlock(node: Nodes): boolean {
  return node.type === 'element' && BLOCKS.has(node.tagName);
}

/** Whether there is a block anywhere inside. */
export function holdsBlock(node: Element): boolean {
  return node.children.some((child) => isBlock(child) || (child.type === 'element' && holdsBlock(child)));
}

/** The words of a `class` attribute. */
export function classesOf(node: Element): string[] {
  const { className } = node.properties;
  return Array.isArray(className) ? className.map(String) : [];
}

/** The name of the highest headings among these nodes, such as `h2`; `undefined` if there are none. */
export function highestHeading(nodes: readonly Nodes[]): string | undefined {
  return ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].find((name) => nodes.some((node) => isElement(node, name)));
}

/** Whether readers cannot see it. */
export function isBlank(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  return node.type === 'comment';
}
