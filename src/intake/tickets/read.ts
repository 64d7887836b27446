import type { Column } from './parts.ts';
import type { Layout } from './recognise.ts';
import { identifier, literal, type Sql } from './sql.ts';

/** Pages of an API are held in memory whole, at several times their size. */
export const MAX_PAGE_BYTES = 128 * 2 ** 20;
const MIN_PAGE_BYTES = 16 * 2 ** 20;
const MAX_ROW_BYTES = 8 * 2 ** 20;

/**
 * The SQL that reads the columns of an export and nothing else of it.
 *
 * @param file its path, absolute
 * @param bytes its size, unpacked
 */
export function readExport(
  file: string,
  gzip: boolean,
  bytes: number,
  layout: Layout,
  columns: readonly Column[],
): Sql {
  const common = `${literal(escapeGlob(file))}, compression = ${gzip ? "'gzip'" : "'uncompressed'"}`;
  if (layout.kind === 'rows') {
    const types = columns.map(({ name, type }) => `${name}: ${literal(type)}`).join(', ');
    return `read_csv(${common}, auto_detect = false, header = true, delim = ${literal(layout.delimiter)}, quote = '"', escape = '"',
      max_line_size = ${MAX_ROW_BYTES}, buffer_size = ${MAX_ROW_BYTES}, columns = {${types}})`;
  }
  const page = Math.min(MAX_PAGE_BYTES, Math.max(MIN_PAGE_BYTES, bytes + 1024));
  if (layout.kind === 'envelope') {
    const struct = columns.map(({ name, type }) => `${name} ${type}`).join(', ');
    const key = identifier(layout.key);
    return `(SELECT unnest(ticket) FROM (SELECT unnest(${key}) AS ticket FROM read_json(${common}, format = 'unstructured',
      maximum_object_size = ${page}, columns = {${key}: ${literal(`STRUCT(${struct})[]`)}})))`;
  }
  const formats = { array: 'array', lines: 'newline_delimited', objects: 'unstructured' };
  const types = columns.map(({ name, type }) => `${name}: ${literal(type)}`).join(', ');
  return `read_json(${common}, format = ${literal(formats[layout.kind])}, columns = {${types}})`;
}

/** A file name is one file, whatever signs are in it. */
function escapeGlob(file: string): string {
  return file.replace(/[*?[]/g, (sign) => `[${sign}]`);
}
