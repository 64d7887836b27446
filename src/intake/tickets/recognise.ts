import { csv } from './csv.ts';
import { parseCsv } from './csv-text.ts';
import type { TicketFormat } from './format.ts';
import { outlineJson } from './json-head.ts';
import { zendesk } from './zendesk.ts';

/** How the tickets lie in a file: a JSON list, pages of the API, an object per line, objects over many lines, or rows. */
export type Layout =
  | { kind: 'array' | 'lines' | 'objects' }
  | { kind: 'envelope'; key: string }
  | { kind: 'rows'; delimiter: string; header: readonly string[] };

export interface Recognised {
  format: TicketFormat;
  layout: Layout;
}

/** Why a file is no export, in a sentence without any of its content, and what to do. */
export interface Unusable {
  says: string;
  fix: string;
}

const exportAgain = 'Export the tickets again as JSON or CSV.';

/**
 * Tells what kind of export a file is from its first bytes, never from its name.
 *
 * @param head the beginning of the file, unpacked
 * @param whole whether that is all of it
 */
export function recognise(head: Uint8Array, whole: boolean): Recognised | Unusable {
  if (head.length === 0) return { says: 'The file is empty.', fix: exportAgain };
  const [a, b, c] = head;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || isWide(head))
    return { says: 'The file is in UTF-16.', fix: 'Save it as UTF-8 (in Excel: "CSV UTF-8").' };
  const marked = a === 0xef && b === 0xbb && c === 0xbf;
  if (head.includes(0))
    return { says: `The file is ${binaryKind(head)}, but JSON or CSV is expected.`, fix: exportAgain };
  const text = decode(marked ? head.subarray(3) : head)?.trimStart();
  if (text === undefined)
    return { says: 'The file is not in UTF-8.', fix: 'Save it as UTF-8 (in Excel: "CSV UTF-8").' };
  if (text === '') return { says: 'The file is empty.', fix: exportAgain };
  if (text.startsWith('<'))
    return {
      says: 'The file is a web page or XML, but JSON or CSV is expected.',
      fix: 'Sign in and download it again; the page may be a login form.',
    };
  if (!text.startsWith('{') && !text.startsWith('[')) return recogniseRows(text, whole);
  if (marked)
    return {
      says: 'The JSON begins with a byte order mark.',
      fix: 'Save it as UTF-8 without a byte order mark (BOM).',
    };
  return recogniseJson(text);
}

/** A sign that the head cuts in two at its end is no mistake. */
function decode(head: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
  } catch {
    return undefined;
  }
}

function recogniseJson(text: string): Recognised | Unusable {
  const { kind, keys, list, listKeys } = outlineJson(text, zendesk.envelopes);
  const ticketKeys = list === undefined ? keys : listKeys;
  if (ticketKeys.length === 0 && (kind === 'array' || list !== undefined))
    return { says: 'The file holds no ticket.', fix: exportAgain };
  if (!zendesk.marks.every((mark) => ticketKeys.includes(mark)))
    return {
      says: `The JSON holds no Zendesk tickets: they have ${zendesk.marks.map((mark) => `"${mark}"`).join(' and ')}.`,
      fix: 'Export tickets, or turn them into a CSV file with a line of column names.',
    };
  if (list !== undefined) return { format: zendesk, layout: { kind: 'envelope', key: list } };
  return { format: zendesk, layout: { kind: kind === 'array' ? 'array' : startsWithLine(text) ? 'lines' : 'objects' } };
}

/** Whether the first object ends on the line it begins on, broken or not. */
function startsWithLine(text: string): boolean {
  const end = text.indexOf('\n');
  return end < 0 || text.slice(0, end).trimEnd().endsWith('}');
}

function recogniseRows(text: string, whole: boolean): Recognised | Unusable {
  const [delimiter, header] = [',', ';', '\t', '|']
    .map((one) => [one, parseCsv(text, one, 1)[0]?.cells ?? []] as const)
    .sort(([, a], [, b]) => b.length - a.length)[0] ?? [',', []];
  const ended = whole || parseCsv(text, delimiter, 2).length > 1;
  if (header.length < 2 || !ended) return { says: 'The file is neither JSON nor CSV.', fix: exportAgain };
  if (header.some((name) => /^\s*\d+\s*$|\d{4}-\d\d-\d\d|@/.test(name)))
    return { says: 'The first line holds values.', fix: 'Put a line with the names of the columns at the top.' };
  return { format: csv, layout: { kind: 'rows', delimiter, header } };
}

function isWide(head: Uint8Array): boolean {
  const start = head.subarray(0, 200);
  const odd = start.filter((byte, index) => index % 2 === 1 && byte === 0).length;
  const even = start.filter((byte, index) => index % 2 === 0 && byte === 0).length;
  return start.length >= 4 && Math.max(odd, even) > start.length * 0.4 && Math.min(odd, even) === 0;
}

function binaryKind(head: Uint8Array): string {
  const magic = String.fromCharCode(...head.subarray(0, 4));
  if (magic.startsWith('PK')) return 'a ZIP archive or an Excel workbook';
  if (magic === 'PAR1') return 'a Parquet file';
  return 'not a text';
}
