import type { FoundTable } from '#kb/tickets/imports/imported-tickets.ts';
import { alignColumns } from '../layout/align-columns.ts';

const SHOWN = 12;

/** The tables that could contain the tickets, and how to choose one. */
export function tableLines(tables: readonly FoundTable[], source: string, told: string | undefined): string[] {
  const [best] = tables;
  const says =
    told === undefined
      ? "tickets.yaml doesn't say which table contains the tickets."
      : `tickets.yaml sets "table" to "${told}", but this user can't see a table with that name.`;
  if (!best)
    return [
      says,
      'No table that this user can see has a column with the date a ticket was opened, such as created_at.',
    ];
  return [
    says,
    ...alignColumns([
      ['  table', 'possible category columns'],
      ...tables.slice(0, SHOWN).map(({ name, columns }) => [`  ${name}`, columns.join(', ')]),
    ]),
    ...(tables.length > SHOWN ? [`  and ${tables.length - SHOWN} more`] : []),
    'To choose a table, add it to tickets.yaml:',
    '  sources:',
    `    ${source}:`,
    `      table: ${best.name}`,
  ];
}
