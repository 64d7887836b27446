import type { FoundTable } from '#kb/tickets/imports/imported-tickets.ts';
import { plainName } from '../../column-name.ts';
import { databaseTable } from '../formats/all.ts';
import { type TimeMeaning, timePlaces } from '../formats/time-columns.ts';
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
    databaseTable.id,
    databaseTable.category,
    databaseTable.requester,
    databaseTable.locale,
    databaseTable.tags,
  ];
  return [...tables]
    .map(([name, columns]) => ({
      name,
      columns: [
        ...timeColumn('created', columns),
        ...parts.flatMap((names) => {
          const found = names.flatMap((one) => columns.filter(({ column }) => plainName(column) === one)).slice(0, 1);
          return found.map(({ column }) => column);
        }),
        ...timeColumn('updated', columns),
      ],
      dated: timeColumn('created', columns).length > 0,
      named: /ticket|case|conversation|request|issue/i.test(name),
    }))
    .filter(({ dated }) => dated)
    .sort((a, b) => Number(b.named) - Number(a.named) || b.columns.length - a.columns.length)
    .map(({ name, columns }) => ({ name, columns }));
}

/** The column that holds a time, judging by its name, if any does. */
function timeColumn(meaning: TimeMeaning, columns: readonly ColumnRow[]): string[] {
  const names = columns.map(({ column }) => column);
  return timePlaces(meaning, names)
    .slice(0, 1)
    .flatMap((place) => names[place] ?? []);
}
