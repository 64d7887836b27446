import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Tree } from './syntax/tree.ts';

const printer = unified()
  .use(rehypeStringify, { closeSelfClosing: false, characterReferences: { useNamedReferences: false } })
  .freeze();

/** A tree of plain HTML as text. */
export function toHtml(tree: Tree): string {
  return printer.stringify(tree as Root);
}
