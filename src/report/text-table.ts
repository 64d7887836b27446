import { alignColumns } from './align-columns.ts';

/** An introduction, wrapped for the terminal, and a table. */
export function textTable(intro: string, rows: readonly (readonly string[])[]): string[] {
  return [...wrap(intro, 100), '', ...alignColumns(rows).map((line) => `  ${line}`)];
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
