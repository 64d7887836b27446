/** A piece of SQL. */
export type Sql = string;

/** A text as an SQL literal. */
export function literal(text: string): Sql {
  return `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`;
}

/** A path as an SQL literal that means one file, whatever characters it contains. */
export function fileLiteral(path: string): Sql {
  return literal(path.replace(/[*?[]/g, (sign) => `[${sign}]`));
}

/** A name as an SQL identifier. */
export function identifier(name: string): Sql {
  return `"${name.replaceAll('\0', '').replaceAll('"', '""')}"`;
}

/** Rows of texts as a table `t(a, b, …)`; DuckDB has no empty VALUES, so none becomes a row that is filtered out. */
export function valuesTable(rows: readonly (readonly string[])[], columns: readonly string[]): Sql {
  const names = columns.map(identifier).join(', ');
  if (rows.length === 0) return `(SELECT ${columns.map((name) => `'' AS ${identifier(name)}`).join(', ')} WHERE false)`;
  const values = rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ');
  return `(SELECT * FROM (VALUES ${values}) AS t(${names}))`;
}

/** The database's name for `personKey`, which the connection provides. */
export const PERSON_KEY = 'person_key';

/** The database's name for the function that reads times which are written in other ways; the connection provides it. */
export const TIME_READER = 'written_time_of';

/**
 * The macros of every count, besides those of words and choices.
 *
 * `moment` reads ISO 8601 in the spellings that exports use, Unix seconds and milliseconds, and days as Excel counts
 * them, fast, and other ways to write a time with {@link TIME_READER}. A time without a zone is taken to be in the
 * database's zone: the company's, or the one that the export's times are in. `person` is the same for all ways to write one person. `personal` finds values that can be about one person: an address, many digits in a row such as a phone or card number, a long text.
 */
export const macros: readonly Sql[] = [
  // Only what starts with a year is given to the database to read: it takes "20/11/26" for a day of the year 20, and BST
  // for the time of Bangladesh.
  String.raw`CREATE TEMP MACRO plain_moment(v) AS CASE
    WHEN substr(v, 5, 1) IN ('-', '/') AND (starts_with(v, '20') OR starts_with(v, '19')) THEN
      CASE WHEN right(v, 1) <= '9' OR right(v, 1) = 'Z' THEN coalesce(
          try_cast(v AS TIMESTAMPTZ),
          try_cast(regexp_replace(v, '\s*(?:UTC|GMT)?\s*([+-]\d\d):?(\d\d)$', '\1:\2') AS TIMESTAMPTZ),
          try_cast(regexp_replace(v, '^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d)(Z|[+-].*)$', '\1:00\2') AS TIMESTAMPTZ))
        WHEN ends_with(v, ' UTC') THEN try_cast(replace(v, ' UTC', '+00:00') AS TIMESTAMPTZ) END
    WHEN regexp_full_match(v, '\d{9,10}') THEN to_timestamp(try_cast(v AS BIGINT))
    WHEN regexp_full_match(v, '\d{13}') THEN to_timestamp(try_cast(v AS BIGINT) / 1000)
    WHEN regexp_full_match(v, '\d{9,10}\.\d*') THEN to_timestamp(try_cast(v AS DOUBLE))
    WHEN regexp_full_match(v, '[3-6]\d{4}(?:\.\d*)?') THEN
      (TIMESTAMP '1899-12-30' + to_microseconds(round(try_cast(v AS DOUBLE) * 86400)::BIGINT * 1000000))::TIMESTAMPTZ END`,
  `CREATE TEMP MACRO other_moment(v) AS try_cast(${TIME_READER}(v) AS TIMESTAMPTZ)`,
  'CREATE TEMP MACRO moment(v) AS coalesce(plain_moment(v), other_moment(v))',
  // A number and a plain address need no look from outside the database, which takes most of the time of an import.
  `CREATE TEMP MACRO plain_mailbox(l, domain) AS left(l, 1) || split_part(substr(l, 2), '+', 1) || '@' ||
    CASE domain WHEN 'googlemail.com' THEN 'gmail.com' ELSE domain END`,
  // Within CASE, what is written twice is computed twice; almost no address has a tag.
  String.raw`CREATE TEMP MACRO person(v) AS CASE WHEN regexp_full_match(v, '\d*') THEN v
    WHEN regexp_full_match(v, '[A-Za-z0-9._=-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}') AND NOT ends_with(lower(v), '@googlemail.com')
      THEN replace(lower(split_part(v, '@', 1)), '.', '') || '@' || lower(split_part(v, '@', 2))
    WHEN regexp_full_match(v, '[A-Za-z0-9._+=-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}')
      THEN plain_mailbox(replace(split_part(lower(v), '@', 1), '.', ''), split_part(lower(v), '@', 2))
    ELSE ${PERSON_KEY}(v) END`,
  `CREATE TEMP MACRO day_of(t) AS CASE WHEN t BETWEEN TIMESTAMPTZ '0001-01-01 00:00:00+00' AND TIMESTAMPTZ '9999-12-31 23:59:59+00' THEN t::DATE END`,
  // Of a text and the moment that it is.
  'CREATE TEMP MACRO opened_on(v, t) AS day_of(t)',
  String.raw`CREATE TEMP MACRO personal(v) AS length(v) > 60 OR contains(v, '@')
    OR regexp_matches(v, '\d(?:[\s().+/-]{0,2}\d){6}')`,
];

/** The macro for times in UTC, whose days need no calendar of zones: it takes a tenth of the time of counting. */
export const daysInUtc: Sql = `CREATE OR REPLACE TEMP MACRO day_of(t) AS CASE WHEN t BETWEEN TIMESTAMPTZ '0001-01-01 00:00:00+00' AND TIMESTAMPTZ '9999-12-31 23:59:59+00' THEN make_timestamp(epoch_us(t))::DATE END`;

/**
 * The macros for an export whose times are in another zone than the company's. A day without a time is a day of the
 * company all the same.
 */
export function daysIn(timezone: string): Sql[] {
  const zone = literal(timezone);
  return [
    `CREATE OR REPLACE TEMP MACRO day_of(t) AS CASE WHEN t BETWEEN TIMESTAMPTZ '0001-01-02 00:00:00+00' AND TIMESTAMPTZ '9999-12-30 00:00:00+00' THEN (t AT TIME ZONE ${zone})::DATE END`,
    `CREATE OR REPLACE TEMP MACRO opened_on(v, t) AS CASE WHEN contains(v, ':') OR regexp_matches(v, '\\d{9}|\\d[.,]\\d{5}') OR t::TIMESTAMP::TIME <> TIME '00:00:00'
      THEN day_of(t) ELSE t::DATE END`,
  ];
}
