import type { Envelope, Layout } from './recognize-export.ts';
import { fileLiteral, identifier, literal, type Sql } from './sql.ts';
import type { SqlColumn } from './ticket-sql.ts';

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
  columns: readonly SqlColumn[],
): Sql {
  const path = fileLiteral(file);
  const common = `${path}, compression = ${gzip ? "'gzip'" : "'uncompressed'"}`;
  const types = columns.map(({ name, type }) => `${name}: ${literal(type)}`).join(', ');
  const page = Math.min(MAX_PAGE_BYTES, Math.max(MIN_PAGE_BYTES, bytes + 1024));
  switch (layout.kind) {
    case 'rows':
      return `read_csv(${common}, auto_detect = false, header = true, skip = ${layout.above}, delim = ${literal(layout.delimiter)}, quote = '"', escape = '"',
      max_line_size = ${MAX_ROW_BYTES}, buffer_size = ${MAX_ROW_BYTES}, columns = {${types}})`;
    case 'parquet': {
      const nested = new Set(layout.nested.map(identifier));
      const cells = columns.map(({ name }) => `${nested.has(name) ? `to_json(${name})` : name}::VARCHAR AS ${name}`);
      return `(SELECT ${cells.join(', ')} FROM read_parquet(${path}))`;
    }
    case 'arrays': {
      const ticket = `{${columns.map(({ name, type }) => `${JSON.stringify(keyOf(name))}:"${type}"`).join(',')}}`;
      const lists = `read_json_objects(${common}, format = 'unstructured', maximum_object_size = ${page})`;
      return `(SELECT unnest(ticket) FROM (SELECT unnest(CASE WHEN json_type(json->0) = 'ARRAY' THEN flatten(from_json(json, ${literal(`[[${ticket}]]`)}))
        ELSE from_json(json, ${literal(`[${ticket}]`)}) END) AS ticket FROM ${lists}))`;
    }
    case 'envelope':
      return readPages(
        layout,
        columns,
        (types) =>
          `read_json(${common}, format = '${layout.listed ? 'array' : 'unstructured'}', maximum_object_size = ${page}, columns = ${types})`,
      );
    default: {
      const formats = { array: 'array', lines: 'newline_delimited', objects: 'unstructured' };
      return `read_json(${common}, format = ${literal(formats[layout.kind])}, columns = {${types}})`;
    }
  }
}

/** The key that a column has in JSON. */
function keyOf(column: Sql): string {
  return column.slice(1, -1).replaceAll('""', '"');
}

/** Takes the tickets out of their pages, with the objects beside them if a column asks for these. */
function readPages(
  { path, map, beside: told }: Envelope,
  columns: readonly SqlColumn[],
  read: (types: Sql) => Sql,
): Sql {
  const name = identifier('beside');
  const beside = columns.some((column) => column.name === name) ? told : undefined;
  const own = beside ? columns.filter((column) => column.name !== name) : columns;
  const struct = `STRUCT(${own.map(({ name, type }) => `${name} ${type}`).join(', ')})`;
  const tickets = [{ at: path.split('.'), type: map ? `MAP(VARCHAR, ${struct})` : `${struct}[]` }];
  const all = beside ? [...tickets, { at: beside.map.split('.'), type: 'MAP(VARCHAR, JSON)' }] : tickets;
  const list = `${map ? 'map_values' : ''}(${path.split('.').map(identifier).join('.')})`;
  if (!beside) return `(SELECT unnest(ticket) FROM (SELECT unnest(${list}) AS ticket FROM ${read(`{${nest(all)}}`)}))`;
  return `(WITH pages AS MATERIALIZED (FROM ${read(`{${nest(all)}}`)}),
    people AS (SELECT one.key AS key, any_value(one.value) AS value
      FROM (SELECT unnest(map_entries(${beside.map.split('.').map(identifier).join('.')})) AS one FROM pages) GROUP BY ALL)
    SELECT unnest(ticket), people.value AS beside FROM (SELECT unnest(${list}) AS ticket FROM pages)
      LEFT JOIN people ON people.key = ticket.${identifier(beside.by)})`;
}

/** The types of what is read of a page: texts at the top, as `read_json` wants them, and structs of all that lies below. */
function nest(wanted: readonly { at: readonly string[]; type: string }[]): Sql {
  const keys = [...new Set(wanted.map(({ at }) => at[0] ?? ''))];
  return keys.map((key) => `${identifier(key)}: ${literal(typeOf(wanted, key))}`).join(', ');
}

function typeOf(wanted: readonly { at: readonly string[]; type: string }[], key: string): string {
  const under = wanted.filter(({ at }) => at[0] === key).map(({ at, type }) => ({ at: at.slice(1), type }));
  const leaf = under.find(({ at }) => at.length === 0);
  if (leaf) return leaf.type;
  const keys = [...new Set(under.map(({ at }) => at[0] ?? ''))];
  return `STRUCT(${keys.map((one) => `${identifier(one)} ${typeOf(under, one)}`).join(', ')})`;
}
