import type { TicketSource } from '#kb/tickets/records/ticket-sources.ts';
import { jsonTicketSql } from './json-ticket-sql.ts';
import type { RecognizedExport } from './recognize-export.ts';
import { tableTicketSql } from './table-ticket-sql.ts';
import type { MissingColumn, TicketSql } from './ticket-sql.ts';

/** Where the parts of a ticket stand in an export that was recognized, or what it lacks of what tickets.yaml names. */
export function ticketSqlOf(
  { format, layout, keys }: RecognizedExport,
  source: TicketSource,
): TicketSql | MissingColumn {
  return format.layout === 'json'
    ? jsonTicketSql(format, source, keys)
    : tableTicketSql(format, source, keys, layout.kind === 'rows');
}
