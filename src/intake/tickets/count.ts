import { leftOutReasons } from '#kb/tickets/imports/left-out.ts';
import type { LinkKind } from '#kb/tickets/records/ticket-links.ts';
import { NONE, OTHER } from '#kb/tickets/records/tickets.ts';
import { type LeftOutPlace, leftOutTypes } from './left-out.ts';
import { literal, type Sql, valuesTable } from './sql.ts';
import { ASTRAY, CLOSED, SATISFIED, UNSATISFIED } from './ticket-outcome.ts';

/** A word of the help desk that the company knows: claimed by a topic, or mapped in tickets.yaml. */
export interface KnownWord {
  /** As the export writes it. */
  from: string;
  /** The category it counts for, in the company's spelling. */
  category: string;
}

/** A category without a topic is shown if this many different people used it. */
export const MIN_REQUESTERS = 5;
/** If the export has no requesters, a word needs this many tickets instead of people. */
export const MIN_TICKETS_PER_WORD = 10;
/** A word of customers is learned if they used it on this many different days. */
export const MIN_DAYS_PER_WORD = 3;
/** A tag on more than a quarter of all tickets says nothing about what they ask. */
const COMMON_SHARE = 0.25;
const COMMON_TICKETS = 20;

/** The number of tickets with several versions that are compared at a time, to save memory. */
const COMPARED = 500_000;

/**
 * The tables for counting. They store hashes of the ticket's id and requester, never the values, so personal data stays
 * in memory only briefly and is never written to disk. A ticket takes about 30 bytes; a known category is stored as its
 * place in a list. Links are kept only for exports that have any, at 16 bytes per ticket and 8 per link.
 *
 * @param shown categories in the counts file already: enough people used them before
 * @param linked the columns of articles that the tickets have
 * @param leftOut what says in any of the exports that a ticket isn't a question
 */
export function createTables(
  words: readonly KnownWord[],
  shown: readonly string[],
  locales: readonly string[],
  linked: readonly LinkKind[],
  leftOut: readonly LeftOutPlace[],
): Sql[] {
  const known = [...new Set([NONE, ...words.map(({ category }) => category)])];
  return [
    `CREATE TYPE site_locale AS ENUM (${locales.map(literal).join(', ')})`,
    ...leftOutTypes(leftOut),
    `CREATE TYPE known_category AS ENUM (${known.map(literal).join(', ')})`,
    `CREATE TEMP TABLE words AS SELECT word_key("from") AS key, min(category)::known_category AS category
       FROM ${valuesTable(
         words.map(({ from, category }) => [from, category]),
         ['from', 'category'],
       )} GROUP BY key`,
    `CREATE TEMP TABLE shown AS SELECT word_key(word) AS key, min(word) AS category
       FROM ${valuesTable(
         shown.map((category) => [category]),
         ['word'],
       )} GROUP BY key`,
    'SET VARIABLE claimed_words = (SELECT coalesce(list(key), []) FROM words)',
    'SET VARIABLE common_words = []::VARCHAR[]',
    'CREATE SEQUENCE rows_read',
    // The database expects few rows in a text file, so it would keep all rows in memory for the join instead of the
    // words.
    "SET disabled_optimizers = 'build_side_probe_side'",
    `CREATE TEMP TABLE tickets (changed UINTEGER, id UBIGINT, day DATE, locale site_locale, known known_category,
       unknown VARCHAR, word UBIGINT, requester UINTEGER, left_out UTINYINT, left_place left_places,
       left_word left_words, closed UTINYINT, rating UTINYINT${linked.map((column) => `, ${column} UBIGINT[]`).join('')})`,
  ];
}

/** To read the tickets again. */
export const forgetTickets: Sql = 'TRUNCATE tickets';

/** One row: tickets read so far, also for another connection, because a sequence advances outside transactions. */
export const rowsRead: Sql =
  "SELECT coalesce(last_value, 0) AS rows FROM duckdb_sequences() WHERE sequence_name = 'rows_read'";

/** One row: how many tickets there are to read. */
export function countRows(from: Sql): Sql {
  return `SELECT count(*) AS rows FROM ${from}`;
}

/** Finds the tags that are on a large part of all tickets. */
export function findCommonTags(tags: Sql, from: Sql): Sql {
  return `SET VARIABLE common_words = (
    WITH tagged AS (SELECT list_transform(${tags}, lambda t: word_key(t)) AS tags FROM ${from}),
    frequent AS (SELECT tag FROM (SELECT unnest(list_distinct(tags)) AS tag FROM tagged) GROUP BY tag
      HAVING count(*) > greatest(${COMMON_TICKETS}, (SELECT count(*) FROM tagged) * ${COMMON_SHARE}))
    SELECT coalesce(list(tag), []) FROM frequent)`;
}

/** One row: whether the category's field had any value, or there was no ticket. */
export const anyCategory: Sql = `SELECT count(*) = 0 OR count(*) FILTER (known IS NULL OR known <> ${literal(NONE)}) > 0 AS "any" FROM tickets`;

/** One row: tickets read, and how many of them have no id. */
export const readTotals: Sql = 'SELECT count(*) AS read, count(*) FILTER (id IS NULL) AS "noId" FROM tickets';

/** Finds the few tickets with several versions. */
export const findTwice: Sql =
  'CREATE TEMP TABLE twice AS SELECT id FROM tickets WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1';

/** One row: the number of batches for comparing their versions, because the database cannot spill that to disk. */
export const batchesOfTwice: Sql = `SELECT ceil(count(*) / ${COMPARED})::INTEGER AS batches FROM twice`;

/**
 * Keeps the newest version of each ticket as `kept`, and of those the ones that count as `counted`. If two versions are
 * equally new, the choice depends on their content, never on their order.
 *
 * The others are not deleted: that would take 8 bytes of memory per ticket. Both are views, because a WITH is copied if
 * two parts of a statement use it.
 *
 * @param batches see {@link batchesOfTwice}
 */
export function keepNewest(batches: number): Sql[] {
  return [
    'CREATE TEMP TABLE newest AS FROM tickets LIMIT 0',
    ...Array.from(
      { length: batches },
      (_, batch) => `INSERT INTO newest SELECT unnest(max(version)) FROM tickets version
        WHERE id IN (SELECT id FROM twice WHERE id % ${batches} = ${batch}) GROUP BY id`,
    ),
    'CREATE TEMP VIEW kept AS FROM tickets ANTI JOIN twice USING (id) WHERE id IS NOT NULL UNION ALL FROM newest',
    'CREATE TEMP VIEW counted AS FROM kept WHERE day IS NOT NULL AND left_out = 0',
  ];
}

/** Frees the memory of the tickets, once nothing reads them any more. */
export const dropTickets: readonly Sql[] = [
  'DROP VIEW counted',
  'DROP VIEW kept',
  ...['tickets', 'newest', 'twice'].map((table) => `DROP TABLE ${table}`),
];

/** One row: different tickets, and how many of them cannot be counted; whether the export says who wrote. */
export const keptTotals: Sql = `SELECT count(*) AS tickets,
  ${leftOutReasons.map((reason, place) => `count(*) FILTER (left_out = ${place + 1}) AS "${reason}"`).join(', ')},
  count(*) FILTER (day IS NULL AND left_out = 0) AS "noDate", count(requester) > 0 AS "requesters" FROM kept`;

/** Per reason the place and the word that left out most tickets. */
export const leftOutExamples: Sql = `SELECT code, "column", "value" FROM (
    SELECT left_out AS code, left_place::VARCHAR AS "column", left_word::VARCHAR AS "value", count(*) AS tickets
    FROM kept WHERE left_place IS NOT NULL GROUP BY 1, 2, 3)
  QUALIFY row_number() OVER (PARTITION BY code ORDER BY tickets DESC, "column", "value") = 1`;

/**
 * One row: of the tickets that count, how many say whether they are closed, how many are, and how many have an answer
 * of each type.
 */
export const outcomeTotals: Sql = `SELECT count(*)::DOUBLE AS tickets, count(*) FILTER (closed > 0)::DOUBLE AS said,
  count(*) FILTER (closed = ${CLOSED})::DOUBLE AS closed, count(*) FILTER (rating = ${ASTRAY})::DOUBLE AS astray,
  count(*) FILTER (rating >= ${UNSATISFIED})::DOUBLE AS rated, count(*) FILTER (rating = ${SATISFIED})::DOUBLE AS satisfied
  FROM counted`;

/**
 * Names the categories that can be shown, besides those the company knows. Categories are compared by hashes: however
 * many there are, the database can spill numbers to disk, but not texts.
 */
export const nameWords: readonly Sql[] = [
  'SET VARIABLE people_known = (SELECT count(requester) > 0 FROM counted)',
  `CREATE TEMP TABLE frequent AS SELECT word FROM counted WHERE unknown IS NOT NULL GROUP BY word
    HAVING CASE WHEN getvariable('people_known') THEN count(DISTINCT requester) >= ${MIN_REQUESTERS} ELSE count(*) >= ${MIN_TICKETS_PER_WORD} END
    UNION SELECT hash(key) FROM shown`,
  `CREATE TEMP TABLE named AS
    SELECT word, coalesce(any_value(s.category), nfc_normalize(min(c.unknown))) AS category
    FROM (SELECT word, unknown FROM counted WHERE unknown IS NOT NULL) c
      JOIN frequent USING (word) LEFT JOIN shown s ON hash(s.key) = word
    WHERE word <> hash(${literal(OTHER)}) GROUP BY word`,
];

/** Which columns the daily counts have besides the number of tickets. */
export interface OutcomeColumns {
  closed: boolean;
  rated: boolean;
}

/** The daily counts, with the names of {@link nameWords}: with the links, all that ever leaves the database. */
export function dailyCounts({ closed, rated }: OutcomeColumns): Sql {
  const sums = {
    tickets: 'true',
    ...(closed && { closed: `closed = ${CLOSED}` }),
    ...(rated && { rated: `rating >= ${UNSATISFIED}`, satisfied: `rating = ${SATISFIED}` }),
  };
  const counts = Object.entries(sums).map(([name, which]) => `count(*) FILTER (${which}) AS n_${name}`);
  const totals = Object.keys(sums).map((name) => `sum(n_${name})::INTEGER AS ${name}`);
  return `
  WITH days AS (SELECT day, locale, known, n.word AS word, ${counts.join(', ')}
    FROM counted c LEFT JOIN named n ON n.word = c.word GROUP BY ALL)
  SELECT strftime(day, '%Y-%m-%d') AS day, locale::VARCHAR AS locale,
    coalesce(known::VARCHAR, category, ${literal(OTHER)}) AS category, ${totals.join(', ')}
  FROM days LEFT JOIN named USING (word)
  GROUP BY ALL ORDER BY ALL`;
}

/** What a thing is known by here; nothing for an empty one. */
export function hashed(value: Sql): Sql {
  return `CASE WHEN ${value} <> '' THEN hash(${value}) END`;
}
