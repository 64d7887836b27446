import { alignColumns } from './align-columns.ts';
import { wrapText } from './wrap-text.ts';

/** An introduction, wrapped for the terminal, and a table. */
export function textTable(intro: string, rows: readonly (readonly string[])[]): string[] {
  return [...wrapText(intro, 100), '', ...alignColumns(rows).map((line) => `  ${line}`)];
}
