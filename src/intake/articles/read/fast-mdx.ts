import { type Expression, parse, parseExpressionAt } from 'acorn';
import type { Nodes, Paragraph, Parents, Root, RootContent } from 'mdast';
import { mdxToMdast } from 'satteri';
import { tooDeepToParse } from '#markdown/depth.ts';
import { features } from '#markdown/parse.ts';
import { visit } from '#markdown/syntax/walk.ts';

type Jsx = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

const LATEST = { ecmaVersion: 'latest', sourceType: 'module' } as const;
const PHRASING = new Set(
  'break delete emphasis footnoteReference html image imageReference inlineCode link linkReference strong text'.split(
    ' ',
  ),
);

/** Why the other parser has to read a text. */
class OtherParser extends Error {}

/** The program that the other parser gives an expression. JSX in it would need the place in the file. */
function programOf(value: string): { type: 'Program'; body: unknown[] } {
  const code = value.replace(/^(?:\s|\/\*[\s\S]*?\*\/)+/, '');
  if (code === '') return { type: 'Program', body: [] };
  let expression: Expression;
  try {
    expression = parseExpressionAt(code, 0, LATEST);
  } catch {
    throw new OtherParser();
  }
  if (/\S/.test(code.slice(expression.end).replace(/\/\*[\s\S]*?\*\//g, ''))) throw new OtherParser();
  return { type: 'Program', body: [{ type: 'ExpressionStatement', expression }] };
}

function addPrograms(node: Nodes): void {
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
    node.data = { estree: programOf(node.value) } as never;
  } else if (node.type === 'mdxjsEsm') {
    try {
      parse(node.value, LATEST);
    } catch {
      throw new OtherParser();
    }
  } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    for (const attribute of node.attributes) {
      if (attribute.type === 'mdxJsxExpressionAttribute') throw new OtherParser();
      const { value } = attribute;
      if (typeof value === 'object' && value) value.data = { estree: programOf(value.value) } as never;
    }
  }
}

function isJsx(node: Nodes): node is Jsx {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Whether an element has text of a line in it that isn't in a paragraph. */
function holdsLine(node: Jsx): boolean {
  return (node.children as Nodes[]).some((child) => PHRASING.has(child.type) || (isJsx(child) && holdsLine(child)));
}

function asText(node: Nodes): void {
  if (node.type === 'mdxJsxFlowElement') (node as { type: string }).type = 'mdxJsxTextElement';
  if (node.type === 'mdxFlowExpression') (node as { type: string }).type = 'mdxTextExpression';
  if ('children' in node) node.children.forEach(asText);
}

/** Where a node starts and ends. */
function linesOf(node: Nodes): [first: number, last: number] {
  return [node.position?.start.line ?? 0, node.position?.end.line ?? 0];
}

/** Whether two nodes could be in the same paragraph: no blank line is between them. */
function isClose(left: Nodes, right: Nodes | undefined): boolean {
  if (!right) return false;
  const [[first, last], [firstOther, lastOther]] = [linesOf(left), linesOf(right)];
  return firstOther - last < 2 && first - lastOther < 2;
}

function sharesLine(left: Nodes, right: Nodes | undefined): boolean {
  if (!right) return false;
  const lines = linesOf(left);
  return linesOf(right).some((line) => lines.includes(line));
}

/** Whether the other parser could read this block, which has JSX, as a part of a paragraph. */
function isUnclear(block: Nodes, parent: Parents, neighbors: readonly (Nodes | undefined)[]): boolean {
  if (neighbors.some((other) => sharesLine(block, other))) return true;
  if (isJsx(parent) && sharesLine(block, parent)) return true;
  if (block.type !== 'mdxJsxFlowElement' || !holdsLine(block)) return false;
  const [first, last] = linesOf(block);
  if (first !== last) return (block.children as Nodes[]).some((child) => PHRASING.has(child.type));
  return neighbors.some(
    (other) => other && isClose(block, other) && (!isJsx(parent) || (isJsx(other) && holdsLine(other))),
  );
}

/**
 * Puts lines of only JSX back into paragraphs, in place: the fast parser takes them out.
 *
 * @throws OtherParser if only the other parser can tell where its paragraphs are
 */
function putLinesBack(parent: Parents): void {
  const children = parent.children as RootContent[];
  children.forEach((node, at) => {
    const isBlock = node.type === 'mdxJsxFlowElement' || node.type === 'mdxFlowExpression';
    if (isBlock && isUnclear(node, parent, [children[at - 1], children[at + 1]])) throw new OtherParser();
    const [first, last] = linesOf(node);
    if (node.type === 'mdxJsxFlowElement' && holdsLine(node) && first === last) {
      asText(node);
      const paragraph: Paragraph = { type: 'paragraph', children: [node as never] };
      if (node.position) paragraph.position = node.position;
      children[at] = paragraph;
    } else if ('children' in node) putLinesBack(node);
  });
}

/**
 * Reads MDX as remark does, in a tenth of its time; nothing if only remark can tell how to read it, or what is wrong.
 */
export function readFastMdx(text: string): Root | undefined {
  if (tooDeepToParse(text, '')) return undefined;
  try {
    const tree = mdxToMdast(text.replaceAll('\0', '\ufffd'), { features }) as Root;
    visit(tree, (node) => {
      addPrograms(node);
    });
    putLinesBack(tree);
    return tree;
  } catch {
    return undefined;
  }
}
