import type { Element, ElementContent, Root } from 'hast';
import type { Options } from 'hast-util-to-mdast';
import type { Nodes } from 'mdast';
import { visit } from '#markdown/syntax/walk.ts';
import { holdsBlock, isBlank, isElement } from '../elements/html-elements.ts';
import { flowElement } from '../tree/jsx-elements.ts';

export type Handle = NonNullable<NonNullable<Options['handlers']>[string]>;
type State = Parameters<Handle>[0];

export const ELEMENT_TABLE = 'element-table';

const PARTS = new Set(['thead', 'tbody', 'tfoot', 'tr']);

function isCell(node: ElementContent): node is Element {
  return isElement(node, 'td', 'th');
}

function rowsOf(table: Element): Element[] {
  return table.children.flatMap((child) => {
    if (isElement(child, 'tr')) return [child];
    return isElement(child, 'thead', 'tbody', 'tfoot') ? rowsOf(child) : [];
  });
}

function cellsOf(row: Element): Element[] {
  return row.children.filter(isCell);
}

function spans(cell: Element): boolean {
  return Number(cell.properties.colSpan ?? 1) > 1 || Number(cell.properties.rowSpan ?? 1) > 1;
}

/** Whether a pipe table can express it: one row of headings on top, one line of text in each cell. */
function fitsPipeTable(table: Element): boolean {
  const [head, ...rows] = rowsOf(table).map(cellsOf);
  if (!head?.every((cell) => cell.tagName === 'th')) return false;
  const plain = (cell: Element) => !spans(cell) && !holdsBlock(cell);
  return head.every(plain) && rows.every((row) => row.every((cell) => cell.tagName === 'td' && plain(cell)));
}

function spanOf(cell: Element, name: 'colSpan' | 'rowSpan'): string | undefined {
  const value = Number(cell.properties[name] ?? 1);
  return value > 1 ? String(value) : undefined;
}

function asElements(state: State, node: Element): Nodes[] {
  return node.children.flatMap((child) => {
    if (child.type === 'element' && PARTS.has(child.tagName)) {
      const children = asElements(state, child);
      return children.length > 0 ? [flowElement(child.tagName, {}, children)] : [];
    }
    if (!isCell(child)) return [];
    const attributes = { colspan: spanOf(child, 'colSpan'), rowspan: spanOf(child, 'rowSpan') };
    const content = state.toFlow(state.all(child));
    return [flowElement(child.tagName, attributes, content)];
  });
}

function unwrapOnlyParagraph(cell: Element): void {
  const [only, ...others] = cell.children.filter((child) => !isBlank(child));
  if (isElement(only, 'p') && others.length === 0) cell.children = only.children;
}

/**
 * Separates tables that can be pipe tables from those that stay elements, in place: the latter get the name of
 * {@link ELEMENT_TABLE}, which `tableFromElements` writes. Captions move in front of their table.
 */
export function sortTables(tree: Root): void {
  visit(tree, 'element', (table, index, parent) => {
    if (!isElement(table, 'table') || !parent || index === undefined) return undefined;
    for (const row of rowsOf(table)) for (const cell of cellsOf(row)) unwrapOnlyParagraph(cell);
    if (!fitsPipeTable(table)) table.tagName = ELEMENT_TABLE;
    const captions = table.children.filter((child) => isElement(child, 'caption'));
    table.children = table.children.filter((child) => !isElement(child, 'caption'));
    for (const caption of captions) (caption as Element).tagName = 'p';
    parent.children.splice(index, 0, ...captions);
    return index + captions.length + 1;
  });
}

/** Writes a table as elements, its cells as Markdown. */
export const tableFromElements: Handle = (state, node) => {
  const table = flowElement('table', {}, asElements(state, node));
  state.patch(node, table);
  return table.children.length > 0 ? table : undefined;
};
