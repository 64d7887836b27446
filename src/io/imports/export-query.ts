import { ticketSqlOf } from '#intake/tickets/export-ticket-sql.ts';
import { outcomeOf } from '#intake/tickets/ticket-outcome.ts';
import type { TicketOutcome, TicketSql } from '#intake/tickets/ticket-sql.ts';
import type { OpenExport } from './export.ts';
import { type MissingOptions, missingColumnError } from './missing-column.ts';

/** An export, and the SQL that reads each field of a ticket from it. */
export interface ExportQuery {
  file: OpenExport;
  ticket: TicketSql;
  outcome: TicketOutcome;
  /** The SQL that reads it. */
  from: string;
}

/** @throws ExportError if the export lacks a column */
export async function queryOf(file: OpenExport, options: MissingOptions): Promise<ExportQuery> {
  const ticket = ticketSqlOf(file, options.source);
  if ('key' in ticket) throw await missingColumnError(file, ticket, options);
  const outcome = outcomeOf(ticket, options.source);
  if ('key' in outcome) throw await missingColumnError(file, outcome, options);
  return { file, ticket, outcome, from: file.from(ticket.columns) };
}
