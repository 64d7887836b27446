import { pathValue } from '#intake/tickets/json-paths.ts';
import { identifier } from '#intake/tickets/sql.ts';
import type { MissingColumn } from '#intake/tickets/ticket-sql.ts';
import { dateColumns } from '#intake/tickets/times/date-columns.ts';
import { timeWords } from '#intake/tickets/times/time-words.ts';
import { didYouMean, nearest } from '#kb/findings/suggest.ts';
import type { TicketSource } from '#kb/tickets/records/ticket-sources.ts';
import { type Database, openDatabase } from './duckdb.ts';
import { ExportError, type OpenExport } from './export.ts';

/** Tickets to look at for columns of dates. */
const SAMPLED = 500;
const SHOWN_DATES = 6;
const SHOWN_NAMES = 40;

export interface MissingOptions {
  site: { locales: readonly string[] };
  /** The name of the source. */
  name: string;
  source: TicketSource;
}

/** Says which column is missing, and what the export has instead: for a day, the columns that hold dates. */
export async function missingColumnError(
  file: OpenExport,
  { key, name }: MissingColumn,
  options: MissingOptions,
): Promise<ExportError> {
  const names = namesOf(file);
  const isTime = key === 'created' || key === 'updated';
  const dates = isTime ? await datesIn(file, names, options).catch(() => []) : [];
  const [likeliest] = dates;
  const says =
    name === ''
      ? `No column has the date a ticket was opened, such as "Created at".\n  Set "${key}:" in tickets.yaml to the name of that column.`
      : `tickets.yaml sets "${key}" to "${name}", which isn't in the export.\n  ${meant(name, names)}Change it to a column the export has.`;
  const found = likeliest
    ? [
        'These columns have dates:',
        ...dates
          .slice(0, SHOWN_DATES)
          .map(
            ({ name: column, filled, example, first, last }) =>
              `  "${column}" in ${Math.round(filled * 100)}% of the tickets, from ${first} to ${last}, such as "${example}"`,
          ),
        'For the first of them, write in tickets.yaml:',
        '  sources:',
        `    ${options.name}:`,
        `      ${key}: ${JSON.stringify(likeliest.name)}`,
      ]
    : [
        `${isTime ? 'No column has dates that can be read. ' : ''}The columns are: ${names
          .slice(0, SHOWN_NAMES)
          .map((one) => `"${one}"`)
          .join(', ')}${names.length > SHOWN_NAMES ? ', …' : ''}.`,
      ];
  return new ExportError([`${file.path}: ${says}`, ...found.map((line) => `  ${line}`)].join('\n'));
}

function meant(name: string, names: readonly string[]): string {
  const close = nearest(name.replace(/^column:/, ''), names);
  return close === undefined ? '' : `${didYouMean(close)} `;
}

function namesOf({ keys, paths }: OpenExport): string[] {
  return [...new Set([...keys, ...(paths?.keys() ?? [])])].filter((name) => name.trim() !== '');
}

/** The columns with these names that hold dates, as a sample shows. */
export async function datesIn(file: OpenExport, names: readonly string[], { site, source }: MissingOptions) {
  const cells = names.map((name) =>
    file.layout.kind === 'rows' ? `"c${file.keys.indexOf(name)}"` : pathValue(file.paths?.get(name) ?? [name]),
  );
  const columns =
    file.layout.kind === 'rows'
      ? file.keys.map((_, index) => `"c${index}"`)
      : [...new Set(names.map((name) => identifier(file.paths?.get(name)?.[0] ?? name)))];
  const from = file.from(columns.map((name) => ({ name, type: 'VARCHAR' as const })));
  const database = await openDatabase(source.timezone, file.bytes);
  try {
    const rows = await sample(database, cells, from);
    return dateColumns(names, rows, { words: timeWords(site.locales), zone: source.timezone, order: source.dates });
  } finally {
    await database.close();
  }
}

async function sample(database: Database, cells: readonly string[], from: string): Promise<(string | null)[][]> {
  const rows = await database.rows<{ cells: { items: (string | null)[] } | (string | null)[] }>(
    `SELECT [${cells.join(', ')}] AS cells FROM ${from} LIMIT ${SAMPLED}`,
  );
  return rows.map(({ cells: list }) => (Array.isArray(list) ? list : list.items));
}
