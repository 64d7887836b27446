import { literal, type Sql } from '../sql.ts';

/** Where databases differ in what the counting of tickets needs of them. */
export interface Dialect {
  /** For people. */
  title: string;
  literal(text: string): Sql;
  identifier(name: string): Sql;
  /** Any value as a text. */
  text(value: Sql): Sql;
  /** The type of whole numbers. */
  integer: Sql;
  /** Without space at either end. */
  trim(text: Sql): Sql;
  /** What a word is compared by, and the same for a word of topics.yaml. */
  wordKey(text: Sql): Sql;
  keyOf(word: string): string;
  /** A text with letters and their accents in one character. */
  composed(text: Sql): Sql;
  /** Whether a regular expression is found in a text. */
  matches(text: Sql, pattern: string): Sql;
  /** White space inside the brackets of a regular expression. */
  space: string;
  /** The day of a moment in a time zone. */
  day(moment: Sql, zone: string): Sql;
  /** A text that compares by its code points. */
  bytewise(text: Sql): Sql;
  /** What a statement ends with. */
  end: Sql;
}

const quoted = (sign: string) => (name: string) =>
  `${sign}${name.replaceAll('\0', '').replaceAll(sign, sign + sign)}${sign}`;
const escaped = (text: string) => `'${text.replaceAll('\0', '').replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const castTo = (type: string) => (value: Sql) => `CAST(${value} AS ${type})`;
const unchanged = (text: Sql) => text;

/** Not all databases fold letters as files do, so in SQL for any of them, only lowercase counts. */
const lowercase = {
  wordKey: (text: Sql) => `lower(${text})`,
  keyOf: (word: string) => word.trim().toLowerCase(),
  composed: unchanged,
};

const postgres: Dialect = {
  ...lowercase,
  title: 'PostgreSQL',
  literal,
  identifier: quoted('"'),
  text: castTo('text'),
  integer: 'bigint',
  trim: (text) => `trim(BOTH ' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) FROM ${text})`,
  matches: (text, pattern) => `${text} ~ ${literal(pattern)}`,
  space: '[:space:]',
  day: (moment, zone) => `CAST(${moment} AT TIME ZONE ${literal(zone)} AS date)`,
  bytewise: (text) => `${text} COLLATE "C"`,
  end: '',
};

/** Databases by the names that `--dialect` takes. */
export const dialects = {
  postgres,
  redshift: {
    ...postgres,
    title: 'Amazon Redshift',
    literal: (text) => `'${text.replaceAll('\0', '').replaceAll('\\', '\\\\').replaceAll("'", "''")}'`,
    bytewise: unchanged,
  },
  duckdb: {
    ...postgres,
    title: 'DuckDB',
    text: castTo('varchar'),
    trim: (text) => `trim(${text}, ' ' || chr(9) || chr(10) || chr(13) || chr(160))`,
    matches: (text, pattern) => `regexp_matches(${text}, ${literal(pattern)})`,
    space: '\\s',
    bytewise: unchanged,
  },
  bigquery: {
    ...lowercase,
    title: 'BigQuery',
    literal: escaped,
    identifier: (name) => `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``,
    text: castTo('STRING'),
    integer: 'INT64',
    trim: (text) => `TRIM(${text})`,
    matches: (text, pattern) => `REGEXP_CONTAINS(${text}, ${escaped(pattern)})`,
    space: '\\s',
    day: (moment, zone) => `DATE(${moment}, ${escaped(zone)})`,
    bytewise: unchanged,
    end: '',
  },
  snowflake: {
    ...lowercase,
    title: 'Snowflake',
    literal: escaped,
    // Names that were made without quotes are in capitals there, and found without quotes only.
    identifier: (name) => (/^[A-Za-z_]\w*$/.test(name) ? name : quoted('"')(name)),
    text: castTo('VARCHAR'),
    integer: 'BIGINT',
    trim: (text) => `TRIM(${text}, ' \\t\\n\\r\\u00a0')`,
    matches: (text, pattern) => `REGEXP_INSTR(${text}, ${escaped(pattern)}) > 0`,
    space: '\\s',
    day: (moment, zone) => `CAST(CONVERT_TIMEZONE(${escaped(zone)}, ${moment}) AS DATE)`,
    bytewise: unchanged,
    end: '',
  },
  databricks: {
    ...lowercase,
    title: 'Databricks',
    literal: escaped,
    identifier: quoted('`'),
    text: castTo('STRING'),
    integer: 'BIGINT',
    trim: (text) => `trim(BOTH ' \\t\\n\\r\\u00a0' FROM ${text})`,
    matches: (text, pattern) => `${text} RLIKE ${escaped(pattern)}`,
    space: '\\s',
    day: (moment, zone) => `CAST(convert_timezone(${escaped(zone)}, ${moment}) AS DATE)`,
    bytewise: unchanged,
    end: '',
  },
  trino: {
    ...postgres,
    title: 'Trino',
    text: castTo('varchar'),
    trim: (text) => `trim(${text})`,
    matches: (text, pattern) => `regexp_like(${text}, ${literal(pattern)})`,
    space: '\\s',
    bytewise: unchanged,
  },
  clickhouse: {
    ...lowercase,
    title: 'ClickHouse',
    literal: escaped,
    identifier: quoted('`'),
    text: castTo('Nullable(String)'),
    integer: 'Int64',
    trim: (text) => `trim(BOTH ' \\t\\n\\r' FROM ${text})`,
    matches: (text, pattern) => `match(${text}, ${escaped(pattern)})`,
    space: '\\s',
    day: (moment, zone) => `toDate(${moment}, ${escaped(zone)})`,
    bytewise: unchanged,
    // Otherwise a row without a match is joined with empty texts.
    end: '\nSETTINGS join_use_nulls = 1',
  },
} as const satisfies Record<string, Dialect>;

export type DialectName = keyof typeof dialects;

export function isDialect(name: string): name is DialectName {
  return Object.hasOwn(dialects, name);
}
