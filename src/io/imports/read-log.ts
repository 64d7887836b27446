import { type Duplex, pipeline } from 'node:stream';
import { CsvError, type Options, parse } from 'csv-parse';
import { type CsvRow, countLines, csvOptions, delimiterOf, firstRows, isEmptyLine, isUnclosed } from '#intake/csv.ts';
import { damaged, type Encoding, encodingOf, notUtf8 } from '#intake/encoding.ts';
import type { LogRow } from '#intake/named-columns.ts';
import { notTextProblem } from '#intake/not-text.ts';
import type { Problem } from '#intake/problem.ts';
import { linesOf } from '../machine/lines.ts';
import { contentOf, ExportError, fileSize, readAt } from './export.ts';

/** Enough to recognize the format and read all column names. */
const HEAD_CHARACTERS = 2 ** 16;
const EXPORT_AGAIN = 'Export the log again as CSV.';
/** A longer row isn't one: it contains a quote that is never closed. */
const MAX_ROW_BYTES = 2 ** 20;

/**
 * Reads a log row by row, whatever its size: CSV with column names, or JSON with one object per line; plain or packed
 * with gzip; in UTF-8 or UTF-16.
 *
 * @returns the rows; for a line that isn't JSON, the problem
 * @throws ExportError if the file isn't such a log, or the import is interrupted
 */
export async function* readLog(
  path: string,
  signal?: AbortSignal,
): AsyncGenerator<LogRow | (Problem & { line: number })> {
  const text = decoded(path, signal);
  let head = '';
  while (head.length < HEAD_CHARACTERS) {
    const next = await text.next();
    if (next.done) break;
    head += next.value;
  }
  async function* whole() {
    yield head;
    yield* text;
  }
  if (head.trim() === '') throw refusal(path, 'The file is empty.', 'Export the log again.');
  if (/^\s*[<[]/.test(head) || (/^\s*\{/.test(head) && !isObject(head.trimStart().split('\n')[0] ?? '')))
    throw refusal(
      path,
      'The file is a JSON list or a web page, but CSV with column names or JSON with one object per line is expected.',
      EXPORT_AGAIN,
    );
  yield* /^\s*\{/.test(head) ? jsonRows(whole()) : csvRows(path, head, whole());
}

async function* csvRows(path: string, head: string, text: AsyncIterable<string>): AsyncGenerator<LogRow> {
  const delimiter = delimiterOf(head);
  const [names = []] = firstRows(head, delimiter, 1);
  const lineOf = countLines();
  const options = {
    ...csvOptions(delimiter),
    max_record_size: MAX_ROW_BYTES,
    // A failure overtakes rows that are still queued, so lines are counted when they are parsed.
    on_record: (cells: string[]): CsvRow => ({ cells, line: lineOf(cells) }),
  };
  // csv-parse has no type for these rows. An error of the text also fails the parser, and is thrown below.
  const parser: Duplex = pipeline(text, parse(options as unknown as Options), () => {});
  const rows: AsyncIterable<CsvRow> = parser;
  let namesLine: number | undefined;
  try {
    for await (const { cells, line } of rows) {
      if (isEmptyLine(cells)) continue;
      if (namesLine !== undefined) yield { line, names, namesLine, cells: cells.map(withoutGuard) };
      namesLine ??= line;
    }
  } catch (error) {
    if (isUnclosed(error) || (error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE'))
      throw refusal(
        `${path}:${lineOf([])}`,
        'A quote opened here is never closed.',
        'Close it, or export the log again.',
      );
    throw error;
  }
}

/** An apostrophe before a formula keeps spreadsheets from running it, and isn't part of the text. */
function withoutGuard(cell: string): string {
  return cell.replace(/^'(?=[=+\-@＝＋－＠])/u, '');
}

async function* jsonRows(text: AsyncIterable<string>): AsyncGenerator<LogRow | (Problem & { line: number })> {
  const known = new Map<string, readonly string[]>();
  let line = 0;
  for await (const one of linesOf(text)) {
    line++;
    if (one.trim() === '') continue;
    const object = parseObject(one);
    if (!object) {
      yield {
        line,
        says: "The line isn't a JSON object.",
        fix: 'Write one complete object per line, or delete the line.',
      };
      continue;
    }
    const keys = Object.keys(object);
    const key = JSON.stringify(keys);
    const names = known.get(key) ?? keys;
    known.set(key, names);
    yield { line, names, namesLine: line, cells: Object.values(object).map(textOf) };
  }
}

function isObject(line: string): boolean {
  return parseObject(line) !== undefined;
}

function parseObject(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** The text of a file without its byte order mark. A zero character means that it isn't text. */
async function* decoded(path: string, signal: AbortSignal | undefined): AsyncGenerator<string, void> {
  await fileSize(path);
  const [first, second] = await readAt(path, 0, 2);
  const gzip = first === 0x1f && second === 0x8b;
  const refused = ({ says, fix }: Problem) => refusal(path, says, fix);
  let encoding: Encoding | undefined;
  let decoder: TextDecoder | undefined;
  try {
    for await (const bytes of contentOf(path, gzip) as AsyncIterable<Uint8Array>) {
      if (signal?.aborted) throw new ExportError('The import was interrupted.');
      encoding ??= encodingOf(bytes).encoding;
      const other = encoding === 'utf-8' && !decoder && notTextProblem(bytes, 'CSV or JSON', EXPORT_AGAIN);
      if (other) throw refused(other);
      decoder ??= new TextDecoder(encoding, { fatal: true });
      const text = decoder.decode(bytes, { stream: true });
      if (text.includes('\0')) throw refused(damaged(encoding));
      yield text;
    }
    yield decoder?.decode() ?? '';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw refused(encoding === undefined || encoding === 'utf-8' ? notUtf8 : damaged(encoding));
    if (code?.startsWith('Z_')) throw refusal(path, 'The gzip file is cut off or damaged.', 'Download it again.');
    throw error;
  }
}

function refusal(place: string, says: string, fix: string): ExportError {
  return new ExportError(`${place}: ${says}\n  ${fix}`);
}
