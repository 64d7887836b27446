import { printCsv as print } from '#intake/csv.ts';
import type { Ticket } from './ticket.ts';

/** A list, not an object, because some desks give several columns the same name. */
export type Columns = readonly (readonly [name: string, cell: (ticket: Ticket) => string | number])[];

/** RFC 4180, with a line of column names. */
export function printTicketsCsv(columns: Columns, tickets: readonly Ticket[]): string {
  const rows = [columns.map(([name]) => name), ...tickets.map((ticket) => columns.map(([, cell]) => cell(ticket)))];
  return print(rows, '\r\n');
}
