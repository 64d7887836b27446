import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

export interface TableColumn {
  name: string;
  /** Shown below the name, such as the scale of a chart. */
  below?: Element;
  /** Numbers are aligned at the end of the column, so their digits line up. */
  numeric?: boolean;
}

export type Cell = string | number | ElementContent | ElementContent[];

/** The cells of a row; the first one is its heading. */
export type Row = readonly Cell[];

/**
 * A table that becomes a list of cards on a phone.
 *
 * The roles repeat what the elements mean, because some browsers drop it when CSS changes the layout of a table.
 *
 * @param caption what the table shows, for screen readers
 */
export function cardTable(caption: string, columns: readonly TableColumn[], rows: readonly Row[]): Element {
  return h('table.cards', { role: 'table' }, [
    h('caption.unseen', caption),
    h('thead', { role: 'rowgroup' }, [
      h(
        'tr',
        { role: 'row' },
        columns.map((column) =>
          h(column.numeric ? 'th.number' : 'th', { scope: 'col', role: 'columnheader' }, [
            column.name,
            ...(column.below ? [column.below] : []),
          ]),
        ),
      ),
    ]),
    h(
      'tbody',
      { role: 'rowgroup' },
      rows.map((row) =>
        h(
          'tr',
          { role: 'row' },
          row.map((cell, index) => cellOf(cell, columns[index], index === 0)),
        ),
      ),
    ),
  ]);
}

/** A table of many narrow columns, which scrolls sideways if it doesn't fit. */
export function scrollingTable(caption: string, head: readonly string[], rows: readonly Row[]): Element {
  return h('div.sideways', { tabIndex: 0, role: 'region', ariaLabel: `${caption}: table` }, [
    h('table.grid', [
      h('caption.unseen', caption),
      h('thead', [
        h(
          'tr',
          head.map((name) => h('th', { scope: 'col' }, name)),
        ),
      ]),
      h(
        'tbody',
        rows.map((row) =>
          h(
            'tr',
            row.map((cell, index) =>
              index === 0 ? h('th', { scope: 'row' }, childrenOf(cell)) : h('td', childrenOf(cell)),
            ),
          ),
        ),
      ),
    ]),
  ]);
}

/** The first rows, and the rest in a `<details>` element. */
export function folded(
  rows: readonly Row[],
  shown: number,
  show: (rows: readonly Row[], rest: boolean) => Element,
): Element[] {
  // Hiding one or two rows would only cost a click.
  if (rows.length <= shown + 2) return [show(rows, false)];
  return [show(rows.slice(0, shown), false), details(`${rows.length - shown} more`, [show(rows.slice(shown), true)])];
}

export function details(summary: string, content: ElementContent[]): Element {
  return h('details', [h('summary', summary), ...content]);
}

function cellOf(cell: Cell, column: TableColumn | undefined, naming: boolean): Element {
  if (naming) return h('th', { scope: 'row', role: 'rowheader' }, childrenOf(cell));
  return h(column?.numeric ? 'td.number' : 'td', { role: 'cell', dataName: column?.name }, childrenOf(cell));
}

function childrenOf(cell: Cell): ElementContent[] {
  if (typeof cell === 'string' || typeof cell === 'number') return [{ type: 'text', value: String(cell) }];
  return Array.isArray(cell) ? cell : [cell];
}
