import type { Nodes, PhrasingContent, RootContent } from 'mdast';
// The import declares the JSX nodes in mdast's content types.
import type {} from 'remark-mdx';

export type FlowElement = Extract<RootContent, { type: 'mdxJsxFlowElement' }>;
export type TextElement = Extract<PhrasingContent, { type: 'mdxJsxTextElement' }>;

function attributesFrom(values: Record<string, string | undefined>): FlowElement['attributes'] {
  return Object.entries(values).flatMap(([name, value]) =>
    // A line end in an attribute would be a line end in the file, and in a list that ends the list item.
    value === undefined ? [] : [{ type: 'mdxJsxAttribute', name, value: value.replace(/\s+/g, ' ').trim() }],
  );
}

/** A component or element on its own lines. Attributes without a value are left out. */
export function flowElement(
  name: string,
  attributes: Record<string, string | undefined>,
  children: readonly Nodes[] = [],
): FlowElement {
  const content = [...children] as FlowElement['children'];
  return { type: 'mdxJsxFlowElement', name, attributes: attributesFrom(attributes), children: content };
}

/** A component or element in a line of text. */
export function textElement(
  name: string,
  attributes: Record<string, string | undefined>,
  children: readonly Nodes[] = [],
): TextElement {
  const content = [...children] as PhrasingContent[];
  return { type: 'mdxJsxTextElement', name, attributes: attributesFrom(attributes), children: content };
}

/** The text of an attribute, or nothing when it is missing or computed. */
export function attributeOf(node: FlowElement | TextElement, name: string): string | undefined {
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && attribute.name === name && typeof attribute.value === 'string') {
      return attribute.value;
    }
  }
  return undefined;
}

/** The name of the node that marks a link target, from HTML until its heading is found. */
const ANCHOR = 'anchor-mark';

export function anchorMark(name: string): TextElement {
  return textElement(ANCHOR, { name });
}

/** The name of an anchor mark, or nothing if the node isn't one. */
export function anchorName(node: Nodes): string | undefined {
  return node.type === 'mdxJsxTextElement' && node.name === ANCHOR ? attributeOf(node, 'name') : undefined;
}
