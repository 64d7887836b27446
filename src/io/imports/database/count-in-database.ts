import { type ColumnProbe, compareCandidates, holdsWords } from '#intake/tickets/category-candidates.ts';
import { chooseCategory } from '#intake/tickets/choose-category.ts';
import { countStatement } from '#intake/tickets/database/count-statement.ts';
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
import { type Dialect, dialects } from '#intake/tickets/database/dialects.ts';
import { exactDialects } from '#intake/tickets/database/postgres-word-key.ts';
import type { LeftOutPlace } from '#intake/tickets/left-out.ts';
import { siteLocale } from '#intake/tickets/ticket-locale.ts';
import type { CategoryChoice, CountedTickets, ScoredAttribute } from '#kb/tickets/imports/imported-tickets.ts';
import { type LeftOutExample, type LeftOutReason, leftOutReasons } from '#kb/tickets/imports/left-out.ts';
import { misdatedDays, sumsPerDay } from '#kb/tickets/imports/misdated-days.ts';
import { parseAttribute, printAttribute } from '#kb/tickets/records/ticket-sources.ts';
import { NONE } from '#kb/tickets/records/tickets.ts';
import { CategoryUnclear, type CountOptions } from '../count-tickets.ts';
import { ExportError } from '../export-error.ts';
import type { Postgres } from './postgres.ts';

/** What was counted in a table, and the day of the earliest change of its tickets, if they have times of change. */
export interface CountsOfTable extends CountedTickets {
  since: string | undefined;
}

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
): Promise<CountsOfTable> {
  const sqlName = tableName(name);
  const dialect = await dialectOf(database);
  const keys = words.map((word) => dialect.keyOf(word.from));
  const header = await database.columns(sqlName);
  const found = readDatabaseTable(sqlName, header, source, keys, dialect);
  if ('key' in found) throw missing(name, found, header, sourceName);
  const { columns, from } = found;
  onProgress?.('Counting all tickets in the database', 0);
  const [totals] = await database.rows<{ read: number; noId: number; requesters: number; since: string | null }>(
    tableTotals(columns, from, source.timezone),
  );
  const { read = 0, noId = 0, requesters = 0 } = totals ?? {};
  if (read === 0)
    throw new ExportError(
      `${name}: The table has no tickets.\n  Set "table:" in tickets.yaml to a table or view that contains tickets.`,
    );

  const told = source.category === undefined ? undefined : parseAttribute(source.category);
  onProgress?.('Looking for the category in the database', 0);
  const candidates = told ? [] : await scorePlaces(database, found, keys, dialect);
  const choice: CategoryChoice | undefined = told ? undefined : chooseCategory(candidates, read);
  const category = told ?? choice?.chosen.attribute;
  if (!category) throw new CategoryUnclear(sourceName, candidates);
  const value = found.at(category);
  if (!value) throw missing(name, { key: 'category', name: printAttribute(category) }, header, sourceName);

  onProgress?.('Counting per day and category in the database', 0);
  const locale = source.locale === undefined || parseAttribute(source.locale) ? undefined : source.locale;
  const statement = countStatement(
    dialect,
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
  const rows = await database.rows<CountedRow>(statement);
  const questions = rows.filter(({ left_out }) => left_out === 0);
  const { leftOut, leftOutBy } = leftOutOf(rows, found.leftOut);
  const dated = questions.flatMap(({ day, locale, category, tickets }) =>
    day === null ? [] : [{ day, locale, category, tickets }],
  );
  const opened = misdatedDays(sumsPerDay(dated), known ?? [], today);
  const wrong = new Set(opened.map(({ day }) => day));
  const counts = dated.filter(({ day }) => !wrong.has(day));
  const misdated = sum(dated) - sum(counts);
  const counted = sum(rows);
  if (told && counted > 0 && questions.every(({ category: word }) => word === NONE))
    throw new CategoryUnclear(sourceName, await scorePlaces(database, found, keys, dialect), told);
  return {
    counts,
    since: totals?.since ?? undefined,
    category,
    choice,
    candidates,
    read,
    noId,
    duplicates: read - noId - counted,
    noDate: sum(questions) - sum(dated),
    leftOut: misdated > 0 ? { ...leftOut, misdated } : leftOut,
    leftOutBy,
    wrongDates: { opened, changed: undefined },
    readFrom: found.readFrom,
    times: timesOfTable(source),
    ids: columns.id !== undefined,
    requesters: requesters > 0,
  };
}

/** A row of the statement: daily counts, or tickets that are left out for one reason. */
interface CountedRow {
  day: string | null;
  locale: string;
  category: string;
  tickets: number;
  left_out: number;
  left_place: string | null;
  left_word: string | null;
}

/** PostgreSQL as this server can run it; others compare words by their lowercase alone. */
async function dialectOf(database: Postgres): Promise<Dialect> {
  for (const { dialect, works } of exactDialects) if (await database.works(works)) return dialect;
  return dialects.postgres;
}

/** How many tickets are left out for each reason, and what decided for most of them. */
function leftOutOf(
  rows: readonly CountedRow[],
  places: readonly LeftOutPlace[],
): Pick<CountedTickets, 'leftOut' | 'leftOutBy'> {
  const leftOut: Partial<Record<LeftOutReason, number>> = {};
  const leftOutBy: Partial<Record<LeftOutReason, LeftOutExample>> = {};
  for (const { left_out, left_place, left_word, tickets } of [...rows].sort((a, b) => b.tickets - a.tickets)) {
    const reason = leftOutReasons[left_out - 1];
    if (reason === undefined) continue;
    leftOut[reason] = (leftOut[reason] ?? 0) + tickets;
    const list = places.some(({ name, tag }) => name === left_place && tag);
    leftOutBy[reason] ??= { column: left_place ?? '', value: left_word ?? undefined, list };
  }
  return { leftOut, leftOutBy };
}

function sum(rows: readonly { tickets: number }[]): number {
  return rows.reduce((all, { tickets }) => all + tickets, 0);
}

/** Only numbers of words leave the database, never the words. */
async function scorePlaces(
  database: Postgres,
  { places, from }: DatabaseTable,
  words: readonly string[],
  dialect: Dialect,
): Promise<ScoredAttribute[]> {
  const candidates: ScoredAttribute[] = [];
  for (const { attribute, value, hinted } of places) {
    const [seen] = await database.rows<ColumnProbe>(probePlace(value, from, words, dialect));
    if (!seen || !holdsWords(seen, attribute, hinted)) continue;
    const [row] = await database.rows<Pick<ScoredAttribute, 'filled' | 'distinct' | 'claimed'>>(
      scorePlace(value, from, words, dialect),
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
