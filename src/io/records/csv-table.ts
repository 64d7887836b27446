import { join } from 'node:path';
import type { z } from 'zod';
import { parseCsv, printCsv } from '#intake/csv.ts';
import { type Finding, finding } from '#kb/findings/finding.ts';
import { compareText } from '#kb/values/text.ts';
import { unreadableFile } from '../content/unreadable-file.ts';
import { readText } from '../machine/files.ts';

/** A small CSV file in the content folder with fixed columns. */
export interface CsvTable<Row extends object> {
  /** Relative to the content folder. */
  path: string;
  columns: readonly (keyof Row & string)[];
  /** Further columns, in this order, that a file can leave out. */
  optional?: readonly (keyof Row & string)[];
  /** Turns the texts of a line into a row. */
  row: z.ZodType<Row, Record<string, unknown>>;
  /** The columns that identify a line, and what a message calls them. */
  key: readonly (keyof Row & string)[];
  twice: string;
  /** What the lines are imported from. */
  from: string;
}

/** The rows of a table; none if there is no file yet. */
export async function readCsvTable<Row extends object>(
  contentDir: string,
  table: CsvTable<Row>,
): Promise<{ rows: Row[]; findings: Finding[] }> {
  const { path, columns, key, twice } = table;
  let text: string | undefined;
  try {
    text = await readText(join(contentDir, path));
  } catch (error) {
    return { rows: [], findings: [unreadableFile('ticket-counts-invalid', path, error)] };
  }
  if (text === undefined) return { rows: [], findings: [] };
  const wrong = (line: number, says: string, fix: string) =>
    finding('ticket-counts-invalid', { path, line }, says, fix);
  const [first, ...lines] = parseCsv(text);
  const named = columnsOf(first?.cells ?? [], table);
  if (named === undefined) {
    const says = "The first line doesn't have the expected column names.";
    return { rows: [], findings: [wrong(1, says, `Write "${columns.join(',')}" as the first line.`)] };
  }
  const rows: Row[] = [];
  const findings: Finding[] = [];
  const seen = new Map<string, number>();
  for (const { cells, line } of lines) {
    const read = readRow(cells, named, table);
    if ('problem' in read) {
      findings.push(wrong(line, read.problem.says, read.problem.fix));
      continue;
    }
    const values = JSON.stringify(key.map((column) => read.row[column] ?? ''));
    const earlier = seen.get(values);
    if (earlier === undefined) rows.push(read.row);
    else findings.push(wrong(line, `${twice} is already on line ${earlier}.`, 'Keep only the newer line.'));
    seen.set(values, earlier ?? line);
  }
  findings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || compareText(a.says, b.says));
  return { rows, findings };
}

/** The text of a table. A missing value becomes an empty cell; an optional column without any value is left out. */
export function printCsvTable<Row extends object>(
  { columns, optional = [] }: Pick<CsvTable<Row>, 'columns' | 'optional'>,
  rows: readonly Row[],
): string {
  const named = [...columns, ...optional.filter((column) => rows.some((row) => row[column] !== undefined))];
  return printCsv([named, ...rows.map((row) => named.map((column) => (row[column] ?? '') as string | number))]);
}

/** The columns in the first line, if they are those of the table. */
function columnsOf<Row extends object>(
  cells: readonly string[],
  { columns, optional = [] }: CsvTable<Row>,
): readonly (keyof Row & string)[] | undefined {
  const named = [...columns, ...optional.filter((column) => cells.includes(column))];
  return named.join() === cells.join() ? named : undefined;
}

type Read<Row> = { row: Row } | { problem: { says: string; fix: string } };

function readRow<Row extends object>(
  cells: readonly string[],
  columns: readonly (keyof Row & string)[],
  { row, from }: CsvTable<Row>,
): Read<Row> {
  const problem = (says: string, fix: string) => ({ problem: { says, fix } });
  if (/^[<=>]{7}/.test(cells[0] ?? ''))
    return problem(
      'A Git merge conflict is unresolved here.',
      `Resolve the conflict and remove the markers, or import ${from} again.`,
    );
  if (cells.length !== columns.length)
    return problem(
      `The line has ${cells.length} values, but ${columns.length} are expected.`,
      `Write one value each for "${columns.join(',')}", or import ${from} again.`,
    );
  const texts: Record<string, string | undefined> = Object.fromEntries(
    columns.map((column, at) => [column, cells[at]]),
  );
  const read = row.safeParse(texts);
  if (read.success) return { row: read.data };
  const [issue] = read.error.issues;
  const column = columns.find((one) => one === issue?.path[0]) ?? '';
  return problem(`"${short(texts[column] ?? '')}" isn't a valid value for "${column}".`, issue?.message ?? '');
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
