import { alignColumns } from './align-columns.ts';
import { fitColumns } from './fit-columns.ts';
import { wrapText } from './wrap-text.ts';

/** Characters in a line of a terminal. */
export const WIDTH = 100;
const INDENT = '  ';

/** An introduction and a table, wrapped for the terminal. */
export function textTable(intro: string, rows: readonly (readonly string[])[]): string[] {
  return [...wrapText(intro, WIDTH), '', ...fittedTable(rows)];
}

/** A table, indented, wrapped for the terminal. */
export function fittedTable(rows: readonly (readonly string[])[]): string[] {
  return alignColumns(fitColumns(rows, WIDTH - INDENT.length)).map((line) => `${INDENT}${line}`);
}
