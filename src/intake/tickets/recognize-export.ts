import { plainName } from '../column-name.ts';
import { notUtf8 } from '../encoding.ts';
import { notTextProblem } from '../not-text.ts';
import type { Problem } from '../problem.ts';
import { csv, desks, json } from './formats/all.ts';
import type { JsonFormat, TicketFormat } from './formats/format.ts';
import { timeRank } from './formats/time-columns.ts';
import { oncePerValue, pathName, type Steps } from './json-paths.ts';
import { findHeader } from './shapes/csv-header.ts';
import { outlineJson } from './shapes/json-head.ts';

/**
 * How the tickets lie in a file: a JSON list, several lists, pages of the API, an object per line, objects over many lines,
 * rows, or Parquet.
 */
export type Layout =
  | { kind: 'array' | 'arrays' | 'lines' | 'objects' }
  | Envelope
  | Rows
  | { kind: 'parquet'; nested: readonly string[] };

/** Rows of cells with a separator between them, and the lines above the names of the columns. */
export interface Rows {
  kind: 'rows';
  delimiter: string;
  above: number;
}

/** Where pages hold the tickets, in a list or as the values of an object, and people beside them. */
export interface Envelope {
  kind: 'envelope';
  path: string;
  map: boolean;
  /** Whether the pages are in a list themselves. */
  listed: boolean;
  beside?: { map: string; by: string } | undefined;
}

export interface RecognizedExport {
  format: TicketFormat;
  layout: Layout;
  /** The names of the columns as written, or the keys of the first tickets. */
  keys: readonly string[];
  /** Of unknown JSON: where those of {@link keys} are that lie within objects. */
  paths?: ReadonlyMap<string, Steps> | undefined;
}

/** More objects with the same keys are no fields of one ticket. */
const MANY_TICKETS = 5;
const exportAgain = 'Export the tickets again as JSON or CSV.';
const envelopes = [
  ...new Set([
    ...desks.flatMap((desk) => desk.envelopes),
    ...['data', 'items', 'records', 'issues', 'cases', 'rows', '_results', 'result', 'value', 'requests', 'hits.hits'],
  ]),
];
const maps = desks.flatMap((desk) => desk.maps ?? []);

/**
 * Recognizes the format of an export by its first bytes, never by its name.
 *
 * @param head the beginning of the file, unpacked and in UTF-8
 * @param whole whether that is all of it
 */
export function recognizeExport(head: Uint8Array, whole: boolean): RecognizedExport | Problem {
  if (head.length === 0) return { says: 'The file is empty.', fix: exportAgain };
  const other = notTextProblem(head, 'JSON or CSV', exportAgain);
  if (other) return other;
  const text = decode(head)?.trimStart();
  if (text === undefined) return notUtf8;
  if (text === '') return { says: 'The file is empty.', fix: exportAgain };
  if (text.startsWith('<'))
    return {
      says: 'The file is a web page or XML, but JSON or CSV is expected.',
      fix: 'Sign in to the help desk and download it again; this can be its sign-in page.',
    };
  return text.startsWith('{') || text.startsWith('[') ? recognizeJson(text) : recognizeRows(text, whole);
}

/** A sign that the head cuts in two at its end is no mistake. */
function decode(head: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
  } catch {
    return undefined;
  }
}

function recognizeJson(text: string): RecognizedExport | Problem {
  const { kind, lists, keys, paths, list } = outlineJson(text, { lists: envelopes, maps, around: canBePage });
  if (keys.length === 0) return { says: 'The file contains no tickets.', fix: exportAgain };
  if (keys.length === 1 && paths.length < 2)
    return {
      says: 'The JSON contains no tickets in a format that is supported.',
      fix: 'Export the tickets, or turn them into a CSV file whose first line has the column names.',
    };
  if (!list && isKeyed(paths))
    return {
      says: 'The tickets are the values of one JSON object, but a list is expected.',
      fix: "Write one ticket per line, for example with: jq -c '.[]' FILE > tickets.ndjson",
    };
  const format = deskOf(keys) ?? json;
  const beside = format.layout === 'json' && list?.map ? format.beside : undefined;
  const layout: Layout = list
    ? { kind: 'envelope', ...list, listed: kind === 'array', beside }
    : { kind: lists ? 'arrays' : kind === 'array' ? 'array' : startsWithLine(text) ? 'lines' : 'objects' };
  return format.layout === 'table' ? { format, layout, ...namedPaths(paths) } : { format, layout, keys };
}

/** The names of values in unknown JSON, those that are keys of the ticket first. */
function namedPaths(paths: readonly Steps[]): Required<Pick<RecognizedExport, 'keys' | 'paths'>> {
  const top = paths.filter(({ length }) => length === 1);
  const inner = oncePerValue(paths, isTime).filter(({ length }) => length > 1);
  const nested = new Map(inner.map((steps) => [pathName(steps), steps]));
  for (const [key = ''] of top) nested.delete(key);
  return { keys: [...top.map(pathName), ...nested.keys()], paths: nested };
}

const isTime = (name: string) => timeRank('created', name) !== undefined || timeRank('updated', name) !== undefined;

/** Whether the only values are in objects with the same keys, as if an object had a ticket under each number. */
function isKeyed(paths: readonly Steps[]): boolean {
  const groups = Map.groupBy(paths, ([key]) => key);
  const inner = new Set(paths.map((steps) => pathName(steps.slice(1))));
  const isTicket = [...inner].some((name) => isTime(plainName(name)));
  return isTicket && groups.size >= MANY_TICKETS && [...groups.values()].every((all) => all.length > inner.size / 2);
}

/** Pages of an API say how many there are and what is next; a ticket has a number or a time. */
function canBePage(keys: ReadonlySet<string>): boolean {
  return keys.size <= 12 && ![...keys].some((key) => plainName(key) === 'id' || isTime(plainName(key)));
}

/** Keys that other desks, and GitHub, have as well: one of them alone says nothing. */
const common = new Set(
  'number custom_fields fields custom_attributes waiting_since contacts messages meta statistics uuid account_id last_activity_at'.split(
    ' ',
  ),
);

/** The help desk that writes such keys. */
function deskOf(keys: readonly string[]): JsonFormat | undefined {
  const [best] = desks
    .filter(({ marks }) => marks.every((mark) => keys.includes(mark)))
    .map((desk) => ({ desk, signs: desk.signs.filter((sign) => keys.includes(sign)) }))
    .filter(({ signs }) => signs.length > 1 || signs.some((sign) => !common.has(sign)))
    .sort((a, b) => b.signs.length - a.signs.length);
  return best?.desk;
}

/** Whether the first object ends on the line it begins on, broken or not. */
function startsWithLine(text: string): boolean {
  const end = text.indexOf('\n');
  return end < 0 || text.slice(0, end).trimEnd().endsWith('}');
}

function recognizeRows(text: string, whole: boolean): RecognizedExport | Problem {
  const { delimiter, above, names: header, rows } = findHeader(text);
  const ended = whole || rows;
  if (header.length < 2 || !ended) return { says: 'The file is neither JSON nor CSV.', fix: exportAgain };
  if (header.some((name) => /^\s*\d+\s*$|\d{4}-\d\d-\d\d|@/.test(name)))
    return {
      says: 'The first line contains values, but column names are expected.',
      fix: 'Add a first line with the column names.',
    };
  return { format: csv, keys: header, layout: { kind: 'rows', delimiter, above } };
}
