import type { FoundTable } from '#kb/tickets/imports/imported-tickets.ts';
import { plainName } from '../../column-name.ts';
import { databaseTable } from '../formats/all.ts';
import type { Sql } from '../sql.ts';

/** A row of {@link readColumns}. */
export interface ColumnRow {
  schema: string;
  table: string;
  column: string;
}

/** The columns of all tables and views that the user can see. */
export const readColumns: Sql = `SELECT table_schema AS schema, table_name AS "table", column_name AS "column"
  FROM information_schema.columns
  WHERE table_schema NOT IN ('information_schema', 'pg_catalog', 'pg_internal', 'crdb_internal', 'pg_extension')
  ORDER BY table_schema, table_name, ordinal_position`;

/** The tables with a creation date, those that look most like tickets first. */
export function tablesOfTickets(rows: readonly ColumnRow[]): FoundTable[] {
  const tables = Map.groupBy(rows, ({ schema, table }) => `${schema}.${table}`);
  const parts = [
    databaseTable.created,
    databaseTable.id,
    databaseTable.category,
    databaseTable.requester,
    databaseTable.updated,
    databaseTable.locale,
    databaseTable.tags,
  ];
  return [...tables]
    .map(([name, columns]) => ({
      name,
      columns: parts.flatMap((names) => {
        const found = names.flatMap((one) => columns.filter(({ column }) => plainName(column) === one)).slice(0, 1);
        return found.map(({ column }) => column);
      }),
      dated: columns.some(({ column }) => databaseTable.created.includes(plainName(column))),
      named: /ticket|case|conversation|request|issue/i.test(name),
    }))
    .filter(({ dated }) => dated)
    .sort((a, b) => Number(b.named) - Number(a.named) || b.columns.length - a.columns.length)
    .map(({ name, columns }) => ({ name, columns }));
}
