import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

export interface Column {
  name: string;
  /** What stands below the name, such as the scale of a chart. */
  below?: Element;
  /** Numbers stand at the end of their column, so that their digits do. */
  numeric?: boolean;
}

export type Cell = string | number | ElementContent | ElementContent[];

/** A row; its first cell names it. */
export type Row = readonly Cell[];

/**
 * A table that becomes a list of cards on a phone.
 *
 * The roles say again what the elements mean: some browsers forget it when the rows are laid out otherwise.
 *
 * @param caption what the table is, for those who do not see where it stands
 */
export function table(caption: string, columns: readonly Column[], rows: readonly Row[]): Element {
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

/** A table of many narrow columns, which stays one and is moved sideways where it does not fit. */
export function grid(caption: string, head: readonly string[], rows: readonly Row[]): Element {
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

/** The first rows, and the rest folded away. */
export function folded(
  rows: readonly Row[],
  shown: number,
  show: (rows: readonly Row[], rest: boolean) => Element,
): Element[] {
  // A fold that hides a row or two only costs a click.
  if (rows.length <= shown + 2) return [show(rows, false)];
  return [show(rows.slice(0, shown), false), details(`${rows.length - shown} more`, [show(rows.slice(shown), true)])];
}

export function details(summary: string, content: ElementContent[]): Element {
  return h('details', [h('summary', summary), ...content]);
}

function cellOf(cell: Cell, column: Column | undefined, naming: boolean): Element {
  if (naming) return h('th', { scope: 'row', role: 'rowheader' }, childrenOf(cell));
  return h(column?.numeric ? 'td.number' : 'td', { role: 'cell', dataName: column?.name }, childrenOf(cell));
}

function childrenOf(cell: Cell): ElementContent[] {
  if (typeof cell === 'string' || typeof cell === 'number') return [{ type: 'text', value: String(cell) }];
  return Array.isArray(cell) ? cell : [cell];
}
