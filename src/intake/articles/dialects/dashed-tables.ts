import { findCode } from './code-ranges.ts';
import type { NumberedLine } from './numbered-lines.ts';

/** Lines of dashes with a space between columns, and the line over and under a table with rows of several lines. */
const COLUMNS = /^ {0,8}-{2,}(?: +-{2,})+ *$/;
const BORDER = /^ {0,8}-{8,} *$/;
const CAPTION = /^ {0,4}(?:Table)?: +(\S.*)$/;

type Lines = readonly NumberedLine[];

interface Found {
  /** Where the lines of the table start and end; `end` is the line after it. */
  start: number;
  end: number;
  columns: [start: number, end: number][];
  head: Lines;
  rows: Lines;
}

function columnsOf(line: string): [number, number][] {
  const starts = [...line.matchAll(/-+/g)].map(({ index }) => index);
  return starts.map((start, at) => [at === 0 ? 0 : start, starts[at + 1] ?? Number.POSITIVE_INFINITY]);
}

function isBlank(line: NumberedLine | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}

function tableAt(lines: Lines, at: number): Found | undefined {
  const text = (index: number) => lines[index]?.text ?? '';
  const isColumns = COLUMNS.test(text(at));
  if (!isColumns && !BORDER.test(text(at))) return undefined;
  const find = (from: number, wanted: (line: string) => boolean, most: number) => {
    for (let index = from; index < Math.min(lines.length, from + most); index += 1)
      if (wanted(text(index))) return index;
    return -1;
  };
  const isLast = (index: number) =>
    (COLUMNS.test(text(index)) || BORDER.test(text(index))) && isBlank(lines[index + 1]);
  // A line of dashes, the heads, and another line of dashes.
  if (isBlank(lines[at - 1]) && !isBlank(lines[at + 1])) {
    const second = find(at + 1, (line) => COLUMNS.test(line), 8);
    const headEnds = second > 0 && !lines.slice(at + 1, second).some(isBlank);
    const last = lines.findIndex(
      (_line, index) => index > (headEnds ? second : at) && index < at + 400 && isLast(index),
    );
    if (last > 0 && headEnds && second !== last)
      return {
        start: at,
        end: last + 1,
        columns: columnsOf(text(second)),
        head: lines.slice(at + 1, second),
        rows: lines.slice(second + 1, last),
      };
    if (last > 0 && isColumns)
      return { start: at, end: last + 1, columns: columnsOf(text(at)), head: [], rows: lines.slice(at + 1, last) };
    return undefined;
  }
  // The heads are the line above.
  if (!isColumns || isBlank(lines[at - 1]) || !isBlank(lines[at - 2]) || isBlank(lines[at + 1])) return undefined;
  let end = at + 1;
  while (!isBlank(lines[end]) && !COLUMNS.test(text(end))) end += 1;
  return {
    start: at - 1,
    end: COLUMNS.test(text(end)) ? end + 1 : end,
    columns: columnsOf(text(at)),
    head: lines.slice(at - 1, at),
    rows: lines.slice(at + 1, end),
  };
}

function cellsOf(lines: Lines, columns: Found['columns']): string[] {
  return columns.map(([start, end]) =>
    lines
      .map(({ text }) => text.slice(start, end).trim())
      .filter(Boolean)
      .join(' ')
      .replace(/(?<!\\)\|/g, '\\|'),
  );
}

/** Rows of one line each, or, where blank lines are between them, of all lines up to the next blank one. */
function groupsOf(rows: Lines): Lines[] {
  if (!rows.some(isBlank)) return rows.map((row) => [row]);
  const groups: NumberedLine[][] = [[]];
  for (const row of rows) {
    if (isBlank(row)) groups.push([]);
    else groups.at(-1)?.push(row);
  }
  return groups.filter((group) => group.length > 0);
}

/** Writes the tables that pandoc draws with dashes only as pipe tables; a caption becomes a paragraph in front. */
export function writeDashedTables(lines: readonly NumberedLine[]): NumberedLine[] {
  if (!lines.some(({ text }) => COLUMNS.test(text))) return [...lines];
  const { isCodeLine } = findCode(lines.map(({ text }) => text.replace(/^ {4,8}(?=-)/, '   ')).join('\n'));
  const result: NumberedLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as NumberedLine;
    const found = isCodeLine(at + 1) ? undefined : tableAt(lines, at);
    if (!found) {
      result.push(line);
      continue;
    }
    if (found.start < at) result.pop();
    let end = found.end;
    while (isBlank(lines[end]) && end < found.end + 2 && end < lines.length) end += 1;
    const caption = CAPTION.exec(lines[end]?.text ?? '')?.[1];
    const from = line.from;
    const row = (cells: string[], number: number) => ({ text: `| ${cells.join(' | ')} |`, from: number });
    result.push(
      { text: '', from },
      ...(caption
        ? [
            { text: caption, from: lines[end]?.from ?? from },
            { text: '', from },
          ]
        : []),
      row(cellsOf(found.head, found.columns), from),
      row(
        found.columns.map(() => '-'),
        from,
      ),
      ...groupsOf(found.rows).map((group) => row(cellsOf(group, found.columns), group[0]?.from ?? from)),
      { text: '', from: lines[found.end - 1]?.from ?? from },
    );
    at = (caption ? end + 1 : found.end) - 1;
  }
  return result;
}
