import { type ColumnProbe, compareCandidates, holdsWords } from '#intake/tickets/category-candidates.ts';
import { chooseCategory } from '#intake/tickets/choose-category.ts';
import { countStatement, databaseKey } from '#intake/tickets/database/count-statement.ts';
import {
  type DatabaseColumn,
  type DatabaseTable,
  probePlace,
  readDatabaseTable,
  scorePlace,
  tableName,
  tableTotals,
  timesOfTable,
} from '#intake/tickets/database/database-table.ts';
import { dialects } from '#intake/tickets/database/dialects.ts';
import { siteLocale } from '#intake/tickets/ticket-locale.ts';
import type { CategoryChoice, CountedTickets, ScoredAttribute } from '#kb/tickets/imports/imported-tickets.ts';
import { misdatedDays, sumsPerDay } from '#kb/tickets/imports/misdated-days.ts';
import { parseAttribute, printAttribute } from '#kb/tickets/records/ticket-sources.ts';
import { type DailyCount, NONE } from '#kb/tickets/records/tickets.ts';
import { CategoryUnclear, type CountOptions } from '../count-tickets.ts';
import { ExportError } from '../export-error.ts';
import type { Postgres } from './postgres.ts';

/**
 * Counts the tickets of a table inside its database.
 *
 * @throws ExportError if the table lacks a column named in tickets.yaml
 * @throws CategoryUnclear if tickets.yaml doesn't name the category column and it can't be guessed
 */
export async function countInDatabase(
  database: Postgres,
  name: string,
  { source, words, shown, known, today, site, name: sourceName, onProgress }: CountOptions,
): Promise<CountedTickets> {
  const sqlName = tableName(name);
  const keys = words.map((word) => databaseKey(word.from));
  const header = await database.columns(sqlName);
  const found = readDatabaseTable(sqlName, header, source, keys);
  if ('key' in found) throw missing(name, found, header, sourceName);
  const { columns, from } = found;
  onProgress?.('Counting all tickets in the database', 0);
  const [totals] = await database.rows<{ read: number; noId: number; requesters: number }>(tableTotals(columns, from));
  const { read = 0, noId = 0, requesters = 0 } = totals ?? {};
  if (read === 0)
    throw new ExportError(
      `${name}: The table has no tickets.\n  Set "table:" in tickets.yaml to a table or view that contains tickets.`,
    );

  const told = source.category === undefined ? undefined : parseAttribute(source.category);
  onProgress?.('Looking for the category in the database', 0);
  const candidates = told ? [] : await scorePlaces(database, found, keys);
  const choice: CategoryChoice | undefined = told ? undefined : chooseCategory(candidates, read);
  const category = told ?? choice?.chosen.attribute;
  if (!category) throw new CategoryUnclear(sourceName, candidates);
  const value = found.at(category);
  if (!value) throw missing(name, { key: 'category', name: printAttribute(category) }, header, sourceName);

  onProgress?.('Counting per day and category in the database', 0);
  const locale = source.locale === undefined || parseAttribute(source.locale) ? undefined : source.locale;
  const statement = countStatement(
    dialects.postgres,
    {
      columns: { ...columns, ...value },
      from,
      words,
      shown,
      site,
      locale: locale === undefined ? site.defaultLocale : siteLocale(locale, site),
      timezone: source.timezone,
    },
    true,
  );
  const rows = await database.rows<Omit<DailyCount, 'day'> & { day: string | null }>(statement);
  const dated = rows.flatMap(({ day, ...row }) => (day === null ? [] : [{ day, ...row }]));
  const opened = misdatedDays(sumsPerDay(dated), known ?? [], today);
  const wrong = new Set(opened.map(({ day }) => day));
  const counts = dated.filter(({ day }) => !wrong.has(day));
  const misdated = sum(dated) - sum(counts);
  const counted = sum(rows);
  if (told && counted > 0 && rows.every(({ category: word }) => word === NONE))
    throw new CategoryUnclear(sourceName, await scorePlaces(database, found, keys), told);
  return {
    counts,
    category,
    choice,
    candidates,
    read,
    noId,
    duplicates: read - noId - counted,
    noDate: counted - sum(dated),
    leftOut: misdated > 0 ? { misdated } : {},
    leftOutBy: {},
    wrongDates: { opened, changed: undefined },
    readFrom: found.readFrom,
    times: timesOfTable(source),
    ids: columns.id !== undefined,
    requesters: requesters > 0,
  };
}

function sum(rows: readonly { tickets: number }[]): number {
  return rows.reduce((all, { tickets }) => all + tickets, 0);
}

/** Only numbers of words leave the database, never the words. */
async function scorePlaces(
  database: Postgres,
  { places, from }: DatabaseTable,
  words: readonly string[],
): Promise<ScoredAttribute[]> {
  const candidates: ScoredAttribute[] = [];
  for (const { attribute, value, hinted } of places) {
    const [seen] = await database.rows<ColumnProbe>(probePlace(value, from, words));
    if (!seen || !holdsWords(seen, attribute, hinted)) continue;
    const [row] = await database.rows<Pick<ScoredAttribute, 'filled' | 'distinct' | 'claimed'>>(
      scorePlace(value, from, words),
    );
    if (row && row.filled > 0) candidates.push({ ...row, attribute, hinted });
  }
  return candidates.sort(compareCandidates);
}

function missing(
  table: string,
  { key, name }: { key: string; name: string },
  header: readonly DatabaseColumn[],
  source: string,
): ExportError {
  const times = header.filter(({ kind }) => kind === 'zoned' || kind === 'unzoned' || kind === 'day');
  const [likeliest] = times;
  const isTime = key === 'created' || key === 'updated';
  const columns = (isTime && likeliest ? times : header).map((column) => `"${column.name}"`).join(', ');
  const found =
    isTime && likeliest
      ? `\n  These columns have dates: ${columns}. For the first of them, write in tickets.yaml:\n    sources:\n      ${source}:\n        ${key}: ${JSON.stringify(likeliest.name)}`
      : `\n  The columns are: ${columns}.`;
  if (name === '')
    return new ExportError(
      `${table}: No column has the date a ticket was opened, such as "created_at".\n  Set "${key}:" in tickets.yaml to the name of that column.${found}`,
    );
  return new ExportError(
    `${table}: tickets.yaml sets "${key}" to "${name}", which isn't in the table.\n` +
      '  Change it to a column the table has, or set "table:" to a view that adds it. In a database, "field:" reads JSON\n' +
      '  columns, and "tag" and "tag-prefix:" read a column of tags (text, JSON or a list).' +
      found,
  );
}
