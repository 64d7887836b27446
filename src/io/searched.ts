import { join } from 'node:path';
import { parseCsv } from '#intake/tickets/csv-text.ts';
import { compareText, type Finding, finding } from '#kb/finding.ts';
import { compareSearched, Searched } from '#kb/searched.ts';
import { readText } from './files.ts';
import { replaceFile } from './replace-file.ts';

/** Where the searches stand, relative to the content folder. */
export const searchedPath = 'tickets/searches.csv';

const columns = ['locale', 'question', 'searches', 'misses', 'first', 'last'] as const;
const header = columns.join(',');

/** What customers searched; nothing where no log was imported yet. */
export async function readSearched(contentDir: string): Promise<{ searched: Searched[]; findings: Finding[] }> {
  const text = await readText(join(contentDir, searchedPath));
  if (text === undefined) return { searched: [], findings: [] };
  const [first, ...rows] = parseCsv(text.replace(/^\uFEFF/, ''), ',');
  if (first?.cells.join(',') !== header)
    return {
      searched: [],
      findings: [wrong(1, 'The first line does not name the columns.', `Write "${header}" as the first line.`)],
    };
  const searched: Searched[] = [];
  const findings: Finding[] = [];
  const lines = new Map<string, number>();
  for (const { cells, line } of rows) {
    const read = readRow(cells);
    if ('says' in read) {
      findings.push(wrong(line, read.says, read.fix));
      continue;
    }
    const key = `${read.locale}\n${read.question}`;
    const earlier = lines.get(key);
    if (earlier === undefined) searched.push(read);
    else findings.push(wrong(line, `The same question stands in line ${earlier}.`, 'Keep the line that is newer.'));
    lines.set(key, earlier ?? line);
  }
  findings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || compareText(a.says, b.says));
  return { searched, findings };
}

/**
 * Replaces the searches in one step; whatever goes wrong, the old file stays whole.
 *
 * @returns whether a byte has changed
 */
export async function writeSearched(contentDir: string, searched: readonly Searched[]): Promise<boolean> {
  const lines = [...searched].sort(compareSearched).map((one) => columns.map((column) => cell(one[column])).join(','));
  return replaceFile(join(contentDir, searchedPath), `${[header, ...lines].join('\n')}\n`);
}

function readRow(cells: readonly string[]): Searched | { says: string; fix: string } {
  if (/^[<=>]{7}/.test(cells[0] ?? ''))
    return {
      says: 'A merge was left unfinished here.',
      fix: 'Take out the lines that git has put in, or import the logs again.',
    };
  if (cells.length !== columns.length)
    return {
      says: `The line has ${cells.length} values, but ${columns.length} are expected.`,
      fix: `Write "${header}", or import the logs again.`,
    };
  const read = Searched.safeParse(Object.fromEntries(columns.map((column, place) => [column, cells[place]])));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const column = columns.find((one) => one === issue?.path[0]) ?? 'question';
  const value = cells[columns.indexOf(column)] ?? '';
  return { says: `"${short(value)}" cannot stand under "${column}".`, fix: issue?.message ?? '' };
}

function wrong(line: number, says: string, fix: string): Finding {
  return finding('ticket-counts-invalid', { path: searchedPath, line }, says, fix);
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** RFC 4180: quotes only where they are needed. */
function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
