import type { TicketOutcome, TicketSql } from '#intake/tickets/ticket-sql.ts';
import type { OpenExport } from './export.ts';

/** An export, and the SQL that reads each field of a ticket from it. */
export interface ExportQuery {
  file: OpenExport;
  ticket: TicketSql;
  outcome: TicketOutcome;
  /** The SQL that reads it. */
  from: string;
}
