import type { Root } from 'mdast';
import { visit } from '#markdown/syntax/walk.ts';
import type { Report } from '../imported-site.ts';
import { plainText } from '../tree/plain-text.ts';

const IMPORT_LINE = /^import\s+(?:[\w*{}\s,]+\s+from\s+)?(["'])[^"']+\1;?\s*$/;

/** Removes the JavaScript import lines that Docusaurus allows in `.md` files, in place; sentences stay. */
export function dropImportLines(tree: Root, report: Report): void {
  visit(tree, 'paragraph', (node, index, parent) => {
    if (parent?.type !== 'root' || index === undefined) return undefined;
    const lines = plainText(node).split('\n');
    if (!lines.every((line) => IMPORT_LINE.test(line))) return undefined;
    report(node.position?.start.line, 'Import and export lines are code and were left out.');
    parent.children.splice(index, 1);
    return index;
  });
}
