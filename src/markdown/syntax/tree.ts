import type { Element, ElementContent } from 'hast';

/** One attribute of a component, as MDX writes it; `null` is an attribute without a value. */
export interface JsxAttribute {
  type: 'mdxJsxAttribute';
  name: string;
  value: string | null | { type: 'mdxJsxAttributeValueExpression'; value: string };
  position?: Element['position'];
}

/** A group of attributes that only code could give, such as `{...props}`. */
export interface JsxSpread {
  type: 'mdxJsxExpressionAttribute';
  /** The text between the braces. */
  value: string;
  position?: Element['position'];
}

/** A component (`<Callout>`) or a piece of HTML that a writer typed into an article. */
export interface JsxElement {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  name: string | null;
  attributes: (JsxAttribute | JsxSpread)[];
  children: TreeNode[];
  position?: Element['position'];
}

/** `{…}` */
export interface Expression {
  type: 'mdxFlowExpression' | 'mdxTextExpression';
  value: string;
  position?: Element['position'];
}

/** A line that starts with `import` or `export`. */
export interface Esm {
  type: 'mdxjsEsm';
  value: string;
  position?: Element['position'];
}

export type TreeNode = ElementContent | JsxElement | Expression | Esm;

/** An article as a tree of HTML elements, components, expressions and import lines. */
export interface Tree {
  type: 'root';
  children: TreeNode[];
  /** The file it was read from, relative to the content folder. */
  path?: string;
}

export function isJsx(node: TreeNode): node is JsxElement {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

export function isExpression(node: TreeNode): node is Expression {
  return node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression';
}

/** The literal value of an attribute: text, `true` for one without a value, numbers and booleans in braces. */
export function attributeValue({ value }: JsxAttribute): string | number | boolean | undefined {
  if (value === null) return true;
  if (typeof value === 'string') return value;
  const text = value.value.trim();
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  return /^(["'`])[^"'`\\$]*\1$/.exec(text) ? text.slice(1, -1) : undefined;
}

export function isSpread(attribute: JsxAttribute | JsxSpread): attribute is JsxSpread {
  return attribute.type === 'mdxJsxExpressionAttribute';
}

/** Line and column of a node in its file. */
export function nodePlace(node: { position?: Element['position'] }): { line?: number; column?: number } {
  const start = node.position?.start;
  return start ? { line: start.line, column: start.column } : {};
}
