import { alignColumns } from './columns.ts';

/** A table that tickets may stand in. */
interface Table {
  name: string;
  columns: readonly string[];
}

const SHOWN = 12;

/** Which table may hold the tickets, and how to say which does. */
export function tableLines(tables: readonly Table[], source: string, told: string | undefined): string[] {
  const [best] = tables;
  const says =
    told === undefined
      ? 'tickets.yaml does not say which table holds the tickets.'
      : `There is no table "${told}" that this user can see, which tickets.yaml names under "table".`;
  if (!best)
    return [
      says,
      'No table that this user can see has a column that says when a ticket was opened, such as created_at.',
    ];
  return [
    says,
    ...alignColumns([
      ['  table', 'columns it could be counted by'],
      ...tables.slice(0, SHOWN).map(({ name, columns }) => [`  ${name}`, columns.join(', ')]),
    ]),
    ...(tables.length > SHOWN ? [`  and ${tables.length - SHOWN} more`] : []),
    'To say which, write in tickets.yaml:',
    '  sources:',
    `    ${source}:`,
    `      table: ${best.name}`,
  ];
}
