import { ticketSqlOf } from '#intake/tickets/export-ticket-sql.ts';
import { outcomeOf } from '#intake/tickets/ticket-outcome.ts';
import type { TicketOutcome, TicketSql } from '#intake/tickets/ticket-sql.ts';
import type { CountedTickets } from '#kb/tickets/imports/imported-tickets.ts';
import type { Database } from './duckdb.ts';
import type { OpenExport } from './export.ts';
import { datesIn, type MissingOptions, missingColumnError } from './missing-column.ts';

/** An export, and the SQL that reads each field of a ticket from it. */
export interface ExportQuery {
  file: OpenExport;
  ticket: TicketSql;
  outcome: TicketOutcome;
  /** The SQL that reads it. */
  from: string;
}

/** Counted tickets that are still in the database, and what reads more of them from the exports. */
export interface ReadTickets {
  database: Database;
  exports: readonly ExportQuery[];
  counted: CountedTickets;
  /** Reports a step, and its share done from 0 to 1 if known. */
  onStep: (doing: string, done?: number) => void;
}

const ALMOST = 0.9;

/** @throws ExportError if the export lacks a column */
export async function queryOf(file: OpenExport, options: MissingOptions): Promise<ExportQuery> {
  const ticket = await ticketOf(file, options);
  if ('key' in ticket) throw await missingColumnError(file, ticket, options);
  const outcome = outcomeOf(ticket, options.source);
  if ('key' in outcome) throw await missingColumnError(file, outcome, options);
  return { file, ticket, outcome, from: file.from(ticket.columns) };
}

/** If the names of several columns say that they hold the day of opening, it is the first that almost all tickets have. */
async function ticketOf(file: OpenExport, options: MissingOptions) {
  const ticket = ticketSqlOf(file, options.source);
  if ('key' in ticket || ticket.createdChoices.length < 2) return ticket;
  // What is wrong with the file is explained when it is read.
  const dates = await datesIn(file, ticket.createdChoices, options).catch(() => []);
  const filled = (name: string) => dates.find((one) => one.name === name)?.filled ?? 0;
  const most = Math.max(...ticket.createdChoices.map(filled));
  const created = ticket.createdChoices.find((name) => filled(name) >= most * ALMOST);
  return created === undefined || most === 0 ? ticket : ticketSqlOf(file, { ...options.source, created });
}
