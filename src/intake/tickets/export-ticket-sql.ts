import type { TicketSource } from '#kb/tickets/records/ticket-sources.ts';
import { jsonTicketSql } from './json-ticket-sql.ts';
import type { RecognizedExport } from './recognize-export.ts';
import { tableTicketSql } from './table-ticket-sql.ts';
import type { MissingColumn, TicketSql } from './ticket-sql.ts';

/** The SQL of each field of a ticket in a recognized export, or the column in tickets.yaml that the export lacks. */
export function ticketSqlOf(
  { format, layout, keys, paths }: RecognizedExport,
  source: TicketSource,
): TicketSql | MissingColumn {
  return format.layout === 'json'
    ? jsonTicketSql(format, source, keys)
    : tableTicketSql(format, source, keys, layout.kind === 'rows' ? 'numbered' : { paths: paths ?? new Map() });
}
