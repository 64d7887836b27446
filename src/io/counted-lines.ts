import { join } from 'node:path';
import { parseCsv } from '#intake/tickets/csv-text.ts';
import { isDay } from '#kb/day.ts';
import { compareText, type Finding, finding } from '#kb/finding.ts';
import { isLocaleTag } from '#kb/locale.ts';
import { readText } from './files.ts';

export interface Problem {
  says: string;
  fix: string;
}

/** A file of counts with a line for each thing that is counted. */
export interface CountedLines<Row> {
  /** The first line that is expected; of several forms the shortest. */
  header: string;
  /** How a line is read below this first line; `undefined` where it is none of ours. */
  reader(columns: readonly string[]): ((cells: readonly string[]) => Row | Problem) | undefined;
  /** No two lines may have the same cells there, counted from the first. */
  key: number;
  /** What these cells are, for people. */
  keyName: string;
}

/**
 * Reads a counts file of the company.
 *
 * @param path relative to the content folder; a file that is missing has no lines
 * @returns what can be read, and a finding for every line that cannot
 */
export async function readCountedLines<Row extends object>(
  contentDir: string,
  path: string,
  { header, reader, key, keyName }: CountedLines<Row>,
): Promise<{ rows: Row[]; findings: Finding[] }> {
  const text = await readText(join(contentDir, path));
  if (text === undefined) return { rows: [], findings: [] };
  const [first, ...lines] = parseCsv(text.replace(/^\uFEFF/, ''), ',');
  const read = first && reader(first.cells);
  if (!read)
    return {
      rows: [],
      findings: [wrong(path, 1, 'The first line does not name the columns.', `Write "${header}" as the first line.`)],
    };
  const rows: Row[] = [];
  const findings: Finding[] = [];
  const seen = new Map<string, number>();
  for (const { cells, line } of lines) {
    const same = JSON.stringify(cells.slice(0, key));
    const earlier = seen.get(same);
    const row = unfinished(cells) ?? read(cells);
    if ('says' in row) findings.push(wrong(path, line, row.says, row.fix));
    else if (earlier !== undefined)
      findings.push(
        wrong(path, line, `The same ${keyName} stand in line ${earlier}.`, 'Keep the line with the larger number.'),
      );
    else rows.push(row);
    if (earlier === undefined) seen.set(same, line);
  }
  findings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || compareText(a.says, b.says));
  return { rows, findings };
}

function unfinished([first = '']: readonly string[]): Problem | undefined {
  return /^[<=>]{7}/.test(first)
    ? {
        says: 'A merge was left unfinished here.',
        fix: 'Take out the lines that git has put in, or import the export again.',
      }
    : undefined;
}

function wrong(path: string, line: number, says: string, fix: string): Finding {
  return finding('ticket-counts-invalid', { path, line }, says, fix);
}

export function wrongDay(day: string): Problem | undefined {
  if (isDay(day)) return undefined;
  return { says: `"${short(day)}" is not a day.`, fix: 'Write a day that exists, such as 2026-11-15.' };
}

export function wrongLocale(locale: string): Problem | undefined {
  if (isLocaleTag(locale)) return undefined;
  return { says: `"${short(locale)}" is not a language.`, fix: 'Write a language tag such as en, fi or pt-BR.' };
}

export function wrongTickets(tickets: string): Problem | undefined {
  if (/^[1-9]\d{0,14}$/.test(tickets)) return undefined;
  return { says: `"${short(tickets)}" is not a number of tickets.`, fix: 'Write a whole number from 1.' };
}

/** A cell that is wrong, as far as a message can hold it. */
export function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
