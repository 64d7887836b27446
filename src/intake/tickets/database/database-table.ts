import type { ReadFrom } from '#kb/tickets/imports/imported-tickets.ts';
import { parseAttribute, type TicketAttribute, type TicketSource } from '#kb/tickets/records/ticket-sources.ts';
import { SAMPLE_ROWS } from '../category-candidates.ts';
import { databaseTable } from '../formats/all.ts';
import { type LeftOutPlace, leftOutSql, shownWords } from '../left-out.ts';
import { otherMeanings } from '../shapes/not-categories.ts';
import { identifier, literal, type Sql } from '../sql.ts';
import { tableTicketSql } from '../table-ticket-sql.ts';
import type { MissingColumn } from '../ticket-sql.ts';
import type { TableColumns } from './count-statement.ts';
import { type Dialect, dialects } from './dialects.ts';
import { arrayText, chosenText, jsonText, textArray } from './several-values.ts';

/** The types of PostgreSQL columns that are read differently. */
export type ColumnKind = 'text' | 'number' | 'zoned' | 'unzoned' | 'day' | 'list' | 'json' | 'other';

/** A column by its name as the database spells it. */
export interface DatabaseColumn {
  name: string;
  kind: ColumnKind;
}

/** A table of a database with the places of what is counted. */
export interface DatabaseTable {
  readFrom: ReadFrom;
  /** What says that a ticket isn't a customer's question. */
  leftOut: readonly LeftOutPlace[];
  /** All but the category. */
  columns: Omit<TableColumns, 'category'>;
  /** The table as a query that has texts for all columns but moments, and a name. */
  from: Sql;
  /** Columns that can be the category. */
  places: readonly { attribute: TicketAttribute; value: Sql; hinted: boolean }[];
  /** The value of an attribute; `undefined` if the table has no such column, or the column cannot be read. */
  at(attribute: TicketAttribute): Pick<TableColumns, 'category' | 'short' | 'numbered'> | undefined;
}

const { text, trim } = dialects.postgres;

/** A table, as tickets.yaml names it, in SQL. */
export function tableName(name: string): Sql {
  return name.split('.').map(identifier).join('.');
}

/**
 * A table is read by the names of its columns, as the rows of a file are.
 *
 * @param name as SQL names the table
 * @param words that topics claim, as the dialect compares them
 * @returns the missing column if the table lacks one named in tickets.yaml
 */
export function readDatabaseTable(
  name: Sql,
  header: readonly DatabaseColumn[],
  source: TicketSource,
  words: readonly string[],
  dialect: Dialect,
): DatabaseTable | MissingColumn {
  const kinds = new Map(header.map((column) => [identifier(column.name), column.kind]));
  const parts = tableTicketSql(
    databaseTable,
    source,
    header.map((column) => column.name),
    { paths: new Map() },
  );
  if ('key' in parts) return parts;
  const moments = new Set([parts.created, ...(parts.updated === undefined ? [] : [parts.updated])]);
  const cells = header.map((column) => {
    const cell = identifier(column.name);
    if (moments.has(cell)) return `${momentOf(cell, column.kind, source)} AS ${cell}`;
    if (column.kind === 'list') return `${arrayText(cell)} AS ${cell}`;
    if (column.kind === 'json') return `${jsonText(cell)} AS ${cell}, ${cell} AS ${stored(column.name)}`;
    return `${text(cell)} AS ${cell}`;
  });
  const list = tagsOf(header);
  const fields = header.filter(({ kind }) => kind === 'json').map((column) => stored(column.name));
  const at: DatabaseTable['at'] = (attribute) => {
    if (attribute.kind === 'field')
      return fields.length === 0
        ? undefined
        : { category: chosenText(fieldIn(fields, attribute.name), words, dialect) };
    if (attribute.kind === 'tag')
      return list === undefined
        ? undefined
        : { category: chosenText(`array_to_string(${list}, chr(10))`, words, dialect) };
    if (attribute.kind === 'tag-prefix') {
      if (list === undefined) return undefined;
      const tag = firstWith(list, attribute.name, dialect);
      return { category: tag, short: `substr(${tag}, ${[...attribute.name].length + 1})` };
    }
    const value = parts.scalar(attribute);
    if (value === undefined) return undefined;
    return attribute.kind === 'column'
      ? { category: chosenText(value, words, dialect), numbered: false }
      : { category: value, numbered: true };
  };
  const locale = source.locale === undefined ? undefined : parseAttribute(source.locale);
  const spoken = locale && at(locale);
  if (locale && !spoken) return { key: 'locale', name: source.locale ?? '' };
  return {
    readFrom: parts.readFrom,
    leftOut: parts.leftOut,
    columns: {
      id: parts.id,
      created: parts.created,
      updated: parts.updated,
      requester: parts.requester,
      leftOut: leftOutIn(parts.leftOut, dialect),
      locale: locale ? (spoken?.short ?? spoken?.category) : source.locale === undefined ? parts.locale : undefined,
    },
    from: `(SELECT ${cells.join(', ')} FROM ${name}) t`,
    places: [...parts.scalars, ...(list === undefined ? [] : [{ kind: 'tag' } as const])].flatMap((attribute) => {
      const value = at(attribute)?.category;
      return value !== undefined && isWord('name' in attribute ? kinds.get(identifier(attribute.name)) : 'list')
        ? [{ attribute, value, hinted: parts.hinted(attribute) }]
        : [];
    }),
    at,
  };
}

function leftOutIn(places: readonly LeftOutPlace[], { wordKey }: Dialect) {
  const isOneOf = (key: Sql, words: readonly string[]) => `${key} IN (${words.map(literal).join(', ')})`;
  return leftOutSql(places, {
    key: (value) => wordKey(trim(value)),
    isOneOf,
    contains: (value, part) => `strpos(${value}, ${literal(part)}) > 0`,
    known: (key) => `CASE WHEN ${isOneOf(key, shownWords(places))} THEN ${key} END`,
  });
}

/** A column of JSON as it is, beside its text. */
function stored(name: string): Sql {
  return identifier(`${name} (stored)`);
}

/** The first filled value of that name in columns of JSON. */
function fieldIn(columns: readonly Sql[], name: string): Sql {
  return `coalesce(${columns.map((cell) => jsonText(`(CAST(${cell} AS jsonb) -> ${literal(name)})`)).join(', ')})`;
}

function isWord(kind: ColumnKind | undefined): boolean {
  return kind !== undefined && kind !== 'zoned' && kind !== 'unzoned' && kind !== 'day';
}

/**
 * The time zone of times in a database without one: most help desks store UTC whatever zone they show, such as Zammad,
 * Chatwoot, and others that are made with Rails, Laravel or Odoo.
 */
export function timesOfTable({ times }: TicketSource): string {
  return times ?? 'UTC';
}

/**
 * The time in a column. A day without a time is one of the company. A text that isn't a date gives none, and the
 * connection has the time zone of {@link timesOfTable}.
 */
function momentOf(cell: Sql, kind: ColumnKind, source: TicketSource): Sql {
  switch (kind) {
    case 'zoned':
      return cell;
    case 'unzoned':
      return `CAST(${cell} AS timestamp) AT TIME ZONE ${literal(timesOfTable(source))}`;
    case 'day':
      return `CAST(${cell} AS timestamp) AT TIME ZONE ${literal(source.timezone)}`;
    case 'number':
      return seconds(cell);
    default: {
      const written = trim(text(cell));
      const day = `CAST(${written} AS timestamp) AT TIME ZONE ${literal(source.timezone)}`;
      const number = `CASE WHEN ${written} ~ '^[0-9]{9,13}([.][0-9]*)?$' THEN CAST(${written} AS double precision) END`;
      return `CASE WHEN ${written} ~ '^${DATE}$' THEN ${day} WHEN ${written} ~ '${ISO}' THEN CAST(${written} AS timestamp with time zone) ELSE ${seconds(number)} END`;
    }
  }
}

/** Of seconds since 1970, or milliseconds where the number is larger than seconds are. */
function seconds(number: Sql): Sql {
  return `(TIMESTAMP 'epoch' + CAST(CASE WHEN ${number} >= 1e8 AND ${number} < 1e10 THEN ${number}
    WHEN ${number} >= 1e11 AND ${number} < 1e13 THEN ${number} / 1000.0 END AS double precision) * INTERVAL '1 second') AT TIME ZONE 'UTC'`;
}

const LEAP_DAY = '([0-9][0-9](0[48]|[2468][048]|[13579][26])|2000)-02-29';
const DATE = `([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|${LEAP_DAY})`;
const TIME = '([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]+)?)?';
/** Only days that exist: a cast that fails would end the whole statement. */
const ISO = `^${DATE}([T ]${TIME} ?(Z|UTC|GMT|[+-](0[0-9]|1[0-4])(:?[0-5][0-9])?)?)?$`;

/** The tags as a list, out of a list, JSON or a text with something between them. */
function tagsOf(header: readonly DatabaseColumn[]): Sql | undefined {
  const [column] = header
    .filter(({ name }) => databaseTable.tags.includes(name.toLowerCase()))
    .filter(({ kind }) => kind === 'list' || kind === 'text' || kind === 'json');
  if (column === undefined) return undefined;
  const cell = identifier(column.name);
  return column.kind === 'text' ? textArray(cell) : `string_to_array(${cell}, chr(10))`;
}

function firstWith(list: Sql, prefix: string, { wordKey, keyOf }: Dialect): Sql {
  const sure = keyOf(`${prefix}.`).slice(0, -1).replace(/[!%_]/g, '!$&');
  return `(SELECT tag FROM unnest(${list}) WITH ORDINALITY AS one (tag, place)
      WHERE ${wordKey(trim('tag'))} LIKE ${literal(`${sure}%`)} ESCAPE '!' ORDER BY place LIMIT 1)`;
}

/**
 * One row: the `ColumnProbe` of a column.
 *
 * @param words as the dialect compares them
 */
export function probePlace(value: Sql, from: Sql, words: readonly string[], { wordKey }: Dialect): Sql {
  const others = otherMeanings.map((pattern) => `count(*) FILTER (WHERE lower(v) ~ ${literal(`^(?:${pattern})$`)})`);
  const claimed = words.length === 0 ? 'false' : `${wordKey('v')} IN (${words.map(literal).join(', ')})`;
  return `SELECT coalesce(sum(n), 0) AS filled, count(*) AS "distinct", sum(n * length(v)) / sum(n) AS length,
      greatest(${others.join(', ')}) AS other, coalesce(sum(n) FILTER (WHERE ${claimed}), 0) AS claimed
    FROM (SELECT v, count(*) AS n FROM (SELECT ${bare(value)} AS v FROM ${from} LIMIT ${SAMPLE_ROWS}) s WHERE v IS NOT NULL GROUP BY v) g`;
}

/**
 * One row: in how many tickets a column is filled, with how many different words, and in how many with a known one.
 *
 * @param words as the dialect compares them
 */
export function scorePlace(value: Sql, from: Sql, words: readonly string[], { wordKey }: Dialect): Sql {
  const claimed =
    words.length === 0 ? '0' : `CASE WHEN ${wordKey('v')} IN (${words.map(literal).join(', ')}) THEN n ELSE 0 END`;
  return `SELECT coalesce(sum(n), 0) AS filled, count(*) AS "distinct", coalesce(sum(${claimed}), 0) AS claimed
    FROM (SELECT v, count(*) AS n FROM (SELECT ${bare(value)} AS v FROM ${from}) s WHERE v IS NOT NULL GROUP BY v) g`;
}

/**
 * One row: all tickets, how many of them have no id, whether any says who wrote, and if they have times of change, the
 * day of the earliest one, `YYYY-MM-DD`.
 */
export function tableTotals(
  { id, requester, updated, created }: DatabaseTable['columns'],
  from: Sql,
  timezone: string,
): Sql {
  const since =
    updated === undefined
      ? text('NULL')
      : text(dialects.postgres.day(`min(coalesce(${updated}, ${created}))`, timezone));
  return `SELECT count(*) AS read, ${id === undefined ? '0' : `count(*) - count(nullif(${id}, ''))`} AS "noId",
    ${requester === undefined ? '0' : `count(nullif(${requester}, ''))`} AS requesters, ${since} AS since FROM ${from}`;
}

function bare(value: Sql): Sql {
  return `nullif(${trim(value)}, '')`;
}
