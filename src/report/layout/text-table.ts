import { alignColumns } from './align-columns.ts';
import { fitColumns } from './fit-columns.ts';
import { wrapText } from './wrap-text.ts';

/** Characters in a line of a terminal. */
const WIDTH = 100;
const INDENT = '  ';

/** An introduction and a table, wrapped for the terminal. */
export function textTable(intro: string, rows: readonly (readonly string[])[]): string[] {
  const fitting = fitColumns(rows, WIDTH - INDENT.length);
  return [...wrapText(intro, WIDTH), '', ...alignColumns(fitting).map((line) => `${INDENT}${line}`)];
}
