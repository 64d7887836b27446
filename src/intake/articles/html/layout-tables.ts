import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from '#markdown/syntax/walk.ts';
import { classesOf, isElement } from '../elements/html-elements.ts';

function rowsOf(table: Element): Element[] {
  return table.children.flatMap((child) =>
    isElement(child, 'tr') ? [child] : isElement(child, 'thead', 'tbody', 'tfoot') ? rowsOf(child) : [],
  );
}

function cellsOf(row: Element): Element[] {
  return row.children.filter((child) => isElement(child, 'td', 'th'));
}

function isNumbers(cell: Element): boolean {
  return classesOf(cell).some((name) =>
    /^(?:linenos?|line-?numbers?|gutter|rouge-gutter|blob-num|hljs-ln-numbers)$/i.test(name),
  );
}

/** What is in a table that only lays out its content; nothing for a table of data. */
function contentOf(table: Element): ElementContent[] | undefined {
  const cells = rowsOf(table).flatMap(cellsOf);
  // A highlighter puts the numbers of lines into a column of their own.
  if (cells.some(isNumbers)) return cells.filter((cell) => !isNumbers(cell)).flatMap(({ children }) => children);
  // Old pages put the whole page with its main heading into a cell.
  const isPage = cells.some(({ children }) => children.some((child) => isElement(child, 'h1')));
  return isPage ? cells.flatMap(({ children }) => children) : undefined;
}

/** Takes apart, in place, tables that aren't data: those around code and around whole pages. */
export function unfoldLayouts(tree: Root): void {
  visit(tree, 'element', (table, index, parent) => {
    const content = isElement(table, 'table') && parent && index !== undefined ? contentOf(table) : undefined;
    if (!content || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1, ...content);
    return [SKIP, index];
  });
}
