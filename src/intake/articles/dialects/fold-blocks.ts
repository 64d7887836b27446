import type { BlockContent, Blockquote, DefinitionContent, Nodes, Root } from 'mdast';
import { visit } from '#markdown/syntax/walk.ts';
import type { Report } from '../imported-site.ts';
import { BLOCK_MARK, type BlockBook, type BlockStart } from './block-marks.ts';

type Block = BlockContent | DefinitionContent;

interface Opened extends BlockStart {
  line: number | undefined;
  position: Nodes['position'];
  children: Block[];
}

/** The start or end of a block, if a node is the line of its mark. */
function markIn(node: Block, book: BlockBook): BlockStart | 'end' | undefined {
  if (node.type !== 'paragraph') return undefined;
  const [only, ...others] = node.children;
  if (only?.type !== 'text' || others.length > 0) return undefined;
  const [whole, number] = /^\uE00B(\d+)\uE00C$|^\uE00D$/.exec(only.value.trim()) ?? [];
  if (whole === undefined) return undefined;
  return number === undefined ? 'end' : book.at(Number(number));
}

/** A block that becomes a component on its way through HTML. */
function componentBlock({ name, attributes, children, position }: Opened): Blockquote {
  const hProperties = { dataOhjeComponent: name, dataOhjeAttributes: JSON.stringify(attributes) };
  return { type: 'blockquote', data: { hName: 'div', hProperties }, children, ...(position && { position }) };
}

function foldIn(blocks: Block[], book: BlockBook, report: Report): Block[] {
  const outside: Block[] = [];
  const open: Opened[] = [];
  const add = (node: Block) => (open.at(-1)?.children ?? outside).push(node);
  for (const node of blocks) {
    const mark = markIn(node, book);
    if (mark === undefined) add(node);
    else if (mark !== 'end')
      open.push({ ...mark, line: node.position?.start.line, position: node.position, children: [] });
    else {
      const last = open.pop();
      if (last) add(componentBlock(last));
    }
  }
  for (let last = open.pop(); last; last = open.pop()) {
    report(last.line, `The block "${last.name}" is never closed; it now ends where the text around it ends.`);
    add(componentBlock(last));
  }
  return outside;
}

function foldWithin(node: Nodes, book: BlockBook, report: Report): void {
  if (!('children' in node)) return;
  for (const child of node.children) foldWithin(child, book, report);
  if (node.type !== 'root' && node.type !== 'blockquote' && node.type !== 'listItem') return;
  const children = node.children as Block[];
  if (children.some((child) => markIn(child, book) !== undefined))
    node.children = foldIn(children, book, report) as Root['children'] & Block[];
}

/** Folds the marks of a `BlockBook` and what is between them into components, in place. */
export function foldBlocks(tree: Root, book: BlockBook, report: Report): void {
  foldWithin(tree, book, report);
  // A mark that isn't on a line of its own, such as in a table, must not be seen.
  visit(tree, (node) => {
    if ('value' in node && /[\uE00B\uE00D]/.test(node.value)) node.value = node.value.replace(BLOCK_MARK, '');
  });
}
