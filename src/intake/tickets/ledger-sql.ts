import { type LinkKind, linkKinds } from '#kb/tickets/records/ticket-links.ts';
import { OTHER } from '#kb/tickets/records/tickets.ts';
import { fileLiteral, literal, type Sql } from './sql.ts';
import { CLOSED, SATISFIED, UNSATISFIED } from './ticket-outcome.ts';

// The ledger of a source has one row per ticket, and nothing that leads to it:
//
//   key       keyed hash of the ticket's id
//   changed   when this version of the ticket was last changed, in seconds
//   seen      when the ticket was last known to exist, or not to exist any more: the time of the newest export that says
//   day, locale, category, closed, rating, links, startedOn   as they are counted
//   word      keyed hash of a category that is not shown and counts as "(other)", so it can be named later
//   state     one of the following
//   note      what the last import did with it

/** The ticket counts. */
export const COUNTS = 0;
/** Its newest version doesn't count, such as a merged one. */
export const LEFT_OUT = 1;
/** An export of all tickets of its day lacks it. */
export const GONE = 2;

/** What the last import did with a ticket; `absent` if it wasn't in the export. */
export const note = { absent: 0, unchanged: 1, added: 2, changed: 3, removed: 4, older: 5 } as const;

/**
 * Makes `ticket_key` and `ticket_word`.
 *
 * The database's own hash comes first because it is there already; the key makes sure that no one can try out ids.
 */
export function keyMacros(key: string): Sql[] {
  return [
    // Much faster than the same bits from md5_number_lower.
    `CREATE TEMP MACRO keyed_hash(t) AS (md5_number(t) & 18446744073709551615::UHUGEINT)::UBIGINT`,
    `CREATE TEMP MACRO ticket_key(id) AS keyed_hash(${literal(key)} || id)`,
    `CREATE TEMP MACRO ticket_word(w) AS keyed_hash(${literal(`${key} word `)} || word_key(w))`,
  ];
}

/** One row: changes with the key, and with what the database makes of ids. */
export const keyCheck: Sql = `SELECT ticket_key(hash('check'))::VARCHAR AS "check"`;

/** A time of change so long after the last ticket was opened is a mistake. */
const MOST_DAYS_LATER = 400;

/**
 * One row: the earliest and latest change of the kept tickets in seconds since 1970, the day of the earliest one, and the
 * first and last day of those that count, `YYYY-MM-DD`.
 */
export const exportTimes: Sql = `WITH days AS (SELECT min(day) AS first, max(day) AS last FROM counted)
  SELECT min(changed) FILTER (changed > 0)::DOUBLE AS earliest, strftime(to_timestamp(earliest)::DATE, '%Y-%m-%d') AS "since",
    max(changed) FILTER (changed < epoch(last::TIMESTAMP) + ${MOST_DAYS_LATER * 86_400})::DOUBLE AS latest,
    any_value(strftime(first, '%Y-%m-%d')) AS first, any_value(strftime(last, '%Y-%m-%d')) AS last FROM kept, days`;

export interface FreshColumns {
  /** The time of the export, in seconds. */
  asOf: number;
  /** Whether the export says when tickets were changed. */
  dated: boolean;
  closed: boolean;
  rated: boolean;
  linked: readonly LinkKind[];
}

/** Turns the hashes of links into ids of articles, which can be compared with later exports. */
export function createLinkNames(columns: readonly LinkKind[]): Sql {
  const all = columns.map((column) => `SELECT ${column} AS links FROM counted WHERE len(${column}) > 0`);
  return `CREATE TEMP TABLE link_names AS
  SELECT links, array_to_string(coalesce(list_sort(list(DISTINCT article) FILTER (article IS NOT NULL)), []), ' ') AS articles
  FROM (SELECT links, unnest(links) AS key FROM (SELECT DISTINCT links FROM (${all.join(' UNION ALL ')}))) LEFT JOIN link_keys USING (key)
  GROUP BY links`;
}

/** The tickets of an export as rows of a ledger; those whose day can't be read are without one. */
export function freshRows({ asOf, dated, closed, rated, linked }: FreshColumns): Sql {
  return `SELECT ticket_key(k.id) AS key, ${dated ? 'changed' : `${asOf}::UINTEGER`} AS changed, ${asOf}::UINTEGER AS seen,
    day, locale::VARCHAR AS locale, coalesce(known::VARCHAR, n.category, ${literal(OTHER)}) AS category,
    CASE WHEN known IS NULL AND n.category IS NULL AND unknown <> ${literal(OTHER)} THEN ticket_word(unknown) END AS word,
    ${closed ? `closed = ${CLOSED}` : 'NULL::BOOLEAN'} AS closed, ${rated ? 'rating' : 'NULL::UTINYINT'} AS rating,
    ${linkKinds.map((column) => `${linked.includes(column) ? `CASE WHEN len(k.${column}) > 0 THEN ${column}_names.articles ELSE '' END` : 'NULL::VARCHAR'} AS ${column},`).join(' ')}
    CASE WHEN left_out > 0 THEN ${LEFT_OUT} ELSE ${COUNTS} END::UTINYINT AS state,
    CASE WHEN left_out > 0 THEN ${note.unchanged} ELSE ${note.added} END::UTINYINT AS note
    FROM kept k LEFT JOIN named n ON n.word = k.word ${linked.map((column) => `LEFT JOIN link_names ${column}_names ON ${column}_names.links = k.${column}`).join(' ')}`;
}

/** Writes rows with a day as a ledger, with what it says about itself. */
export function writeLedger(rows: Sql, file: string, about: string): Sql {
  return writeRows(`FROM (${rows}) WHERE day IS NOT NULL`, file, about);
}

/** Writes rows to a Parquet file. */
export function writeRows(rows: Sql, file: string, about = ''): Sql {
  return `COPY (${rows}) TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {ohje: ${literal(about)}})`;
}

export function rowsOf(file: string): Sql {
  return `read_parquet(${fileLiteral(file)})`;
}

/** One row: what {@link writeLedger} wrote about the ledger. Fails if the file is damaged. */
export function aboutRows(file: string): Sql {
  return `SELECT decode(value) AS about FROM parquet_kv_metadata(${fileLiteral(file)}) WHERE decode(key) = 'ohje'`;
}

/** One row if the file has all columns of a ledger. */
export function probeRows(file: string): Sql {
  return `SELECT key, changed, seen, day, locale, category, word, closed, rating, links, startedOn, state, note FROM ${rowsOf(file)} LIMIT 1`;
}

export interface ExportSpan {
  first: string;
  last: string;
  /** In seconds: the earliest change in the export, and its time. */
  earliest: number;
  asOf: number;
}

/** How many tickets of each day between the first and the last are known, and how many of those an export lacks. */
export function missingRows(ledger: string, fresh: string, { first, last, earliest, asOf }: ExportSpan): Sql {
  const when = {
    before: `changed < ${earliest}`,
    since: `changed BETWEEN ${earliest} AND ${asOf}`,
    later: `changed > ${asOf}`,
  };
  const counts = Object.entries(when).flatMap(([name, which]) => [
    `count(*) FILTER (${which})::DOUBLE AS "${name}"`,
    `count(*) FILTER (${which} AND key_of_fresh IS NULL)::DOUBLE AS "${name}Missing"`,
  ]);
  return `SELECT strftime(day, '%Y-%m-%d') AS day, ${counts.join(', ')}
    FROM (SELECT l.day, l.changed, f.key AS key_of_fresh
      FROM (SELECT key, day, changed FROM ${rowsOf(ledger)} WHERE state = ${COUNTS} AND ${inside('day', { first, last })}) l
      LEFT JOIN (SELECT key FROM ${rowsOf(fresh)}) f ON f.key = l.key)
    GROUP BY day`;
}

/** The names of categories that were not shown before, by their keyed hashes. */
export const createWordNames: Sql = `CREATE TEMP TABLE word_names AS
  SELECT word, arg_min(category, rank) AS category FROM (
    SELECT ticket_word(key) AS word, category::VARCHAR AS category, 0 AS rank FROM words
    UNION ALL SELECT ticket_word(key), category, 1 FROM shown
    UNION ALL SELECT ticket_word(category), category, 2 FROM named)
  GROUP BY word`;

/** The types of texts in both files, because texts would take most of the memory. */
export function createTextTypes(ledger: string, fresh: string): Sql[] {
  return ['locale', 'category', ...linkKinds].flatMap((column) => [
    `CREATE TYPE ledger_${column} AS ENUM (SELECT DISTINCT ${column} FROM (
      SELECT ${column} FROM ${rowsOf(ledger)} UNION SELECT ${column} FROM ${rowsOf(fresh)} ${
        column === 'category' ? 'UNION SELECT category FROM word_names' : ''
      } UNION SELECT '') WHERE ${column} IS NOT NULL)`,
  ]);
}

/** An export of all tickets of its days that was imported earlier. */
export interface CompleteSpan {
  first: string;
  last: string;
  asOf: number;
}

/** One row: tickets of these days in an export, and those of them that are not in the ledger. */
export function unknownRows(ledger: string, fresh: string, { first, last }: CompleteSpan): Sql {
  return `SELECT count(*)::DOUBLE AS tickets, count(*) FILTER (l.key IS NULL)::DOUBLE AS "unknown"
    FROM (FROM ${rowsOf(fresh)} WHERE state = ${COUNTS} AND ${inside('day', { first, last })}) f
    LEFT JOIN (SELECT key FROM ${rowsOf(ledger)}) l ON l.key = f.key`;
}

function inside(day: Sql, { first, last }: { first: string; last: string }): Sql {
  return `${day} > DATE '${first}' AND ${day} < DATE '${last}'`;
}

export interface MergeOptions extends ExportSpan {
  /** Whether tickets that the export lacks are gone. */
  full: boolean;
  /** Newer exports: a ticket of their days that they lack was gone at their time. */
  newer: readonly CompleteSpan[];
}

/**
 * The rows of a ledger after one more export.
 *
 * Of each ticket the version that was changed last is kept, and of two that were changed at the same time, the one
 * imported later. Whether the ticket exists is known from the newest export that says so.
 */
export function mergedRows(ledger: string, fresh: string, { first, last, asOf, full, newer }: MergeOptions): Sql {
  const typed = (file: string) =>
    `SELECT * REPLACE (locale::ledger_locale AS locale, category::ledger_category AS category, links::ledger_links AS links, startedOn::ledger_startedOn AS startedOn) FROM ${rowsOf(file)}`;
  const isGone = full ? `f.key IS NULL AND ${inside('l.day', { first, last })} AND l.seen <= ${asOf}` : 'false';
  const wasGone = newer.length === 0 ? 'false' : newer.map((one) => `(${inside('f.day', one)})`).join(' OR ');
  const newest = Math.max(asOf, ...newer.map((one) => one.asOf));
  // What the export doesn't say is still as it was known.
  const optional = ['closed', 'rating', ...linkKinds];
  const values = [
    ...['locale', 'category', 'word'].map((column) => [column, `f.${column}`] as const),
    ...optional.map((column) => [column, `coalesce(f.${column}, l.${column})`] as const),
  ];
  const differs = [['day', 'f.day'] as const, ...values].filter(([column]) => column !== 'word');
  return `SELECT key, changed,
      (CASE WHEN before IS NULL THEN CASE WHEN state = ${GONE} THEN ${newest} ELSE ${asOf} END
        WHEN present OR missing THEN greatest(last_seen, ${asOf})
        ELSE last_seen END)::UINTEGER AS seen, day, locale::VARCHAR AS locale, coalesce(w.category, m.category::VARCHAR) AS category,
      CASE WHEN w.category IS NULL THEN m.word END AS word, closed, rating, links::VARCHAR AS links,
      startedOn::VARCHAR AS startedOn, state,
      (CASE WHEN state = ${COUNTS} AND before IS DISTINCT FROM ${COUNTS} THEN ${note.added}
        WHEN state <> ${COUNTS} AND before = ${COUNTS} THEN ${note.removed}
        WHEN NOT present THEN ${note.absent}
        WHEN NOT fresh OR (state = ${GONE} AND before IS NULL) THEN ${note.older}
        WHEN differs THEN ${note.changed} ELSE ${note.unchanged} END)::UTINYINT AS note
    FROM (SELECT coalesce(f.key, l.key) AS key, l.state AS before, l.seen AS last_seen, f.key IS NOT NULL AS present, ${isGone} AS missing,
        f.key IS NOT NULL AND (l.key IS NULL OR (f.changed >= l.changed AND (f.day IS NOT NULL OR f.state <> ${COUNTS}))) AS fresh,
        CASE WHEN fresh THEN f.changed ELSE l.changed END AS changed,
        CASE WHEN fresh THEN coalesce(f.day, l.day) ELSE l.day END AS day,
        ${values.map(([column, value]) => `CASE WHEN fresh THEN ${value} ELSE l.${column} END AS ${column}`).join(',\n        ')},
        (CASE WHEN l.key IS NULL THEN CASE WHEN f.state = ${COUNTS} AND (${wasGone}) THEN ${GONE} ELSE f.state END
          WHEN missing THEN ${GONE}
          WHEN f.key IS NULL OR (l.state = ${GONE} AND l.seen > ${asOf}) THEN l.state
          WHEN fresh OR l.state = ${GONE} THEN f.state
          ELSE l.state END)::UTINYINT AS state,
        ${differs.map(([column, value]) => `${value} IS DISTINCT FROM l.${column}`).join(' OR ')} AS differs
      FROM (${typed(ledger)}) l FULL JOIN (${typed(fresh)}) f ON f.key = l.key) m
    LEFT JOIN word_names w ON w.word = m.word`;
}

/** How many tickets have each note of the last import. Those that were left out before and now don't count as known. */
export function noteTotals(file: string): Sql {
  return `SELECT note, count(*)::DOUBLE AS tickets FROM ${rowsOf(file)}
    WHERE state <> ${LEFT_OUT} OR note <> ${note.unchanged} GROUP BY note`;
}

/** The daily counts of a ledger; an outcome is left out if nothing is known about it. */
export function countRowsOf(file: string): Sql {
  return `SELECT strftime(day, '%Y-%m-%d') AS day, locale, category, count(*)::INTEGER AS tickets,
      CASE WHEN count(closed) > 0 THEN count(*) FILTER (closed)::INTEGER END AS closed,
      CASE WHEN count(rating) > 0 THEN count(*) FILTER (rating >= ${UNSATISFIED})::INTEGER END AS rated,
      CASE WHEN count(rating) > 0 THEN count(*) FILTER (rating = ${SATISFIED})::INTEGER END AS satisfied
    FROM ${rowsOf(file)} WHERE state = ${COUNTS} GROUP BY ALL ORDER BY ALL`;
}

/** The links of closed tickets, or of all if nothing says which are closed; all tickets were started on an article. */
export function linkRowsOf(file: string, column: LinkKind): Sql {
  const which = column === 'links' ? 'AND closed IS NOT FALSE' : '';
  return `SELECT strftime(day, '%Y-%m-%d') AS day, locale, ${column} AS articles, count(*)::INTEGER AS tickets
    FROM ${rowsOf(file)} WHERE state = ${COUNTS} AND ${column} <> '' ${which} GROUP BY ALL ORDER BY ALL`;
}
