import type { TicketOutcome, TicketSql } from '#intake/tickets/ticket-sql.ts';
import type { OpenExport } from './export.ts';

/** An export together with where in it each part of a ticket stands. */
export interface ExportQuery {
  file: OpenExport;
  ticket: TicketSql;
  outcome: TicketOutcome;
  /** The SQL that reads it. */
  from: string;
}
