import type { ScoredAttribute } from '#kb/tickets/imports/imported-tickets.ts';
import { printAttribute, type TicketAttribute } from '#kb/tickets/records/ticket-sources.ts';
import { compareText } from '#kb/values/text.ts';
import { MOSTLY, namesOtherThings, otherMeanings } from './shapes/not-categories.ts';
import { literal, type Sql } from './sql.ts';

/** What the queries below answer with. */
export interface CandidateRow {
  name: string;
  filled: number;
  distinct: number;
  claimed: number;
  /** All tickets of the file, if the query has their number. */
  tickets?: number;
}

/** The number of rows that decide whether a column contains words. */
export const SAMPLE_ROWS = 20_000;
const MAX_DISTINCT = 500;
const MAX_LENGTH = 60;
/** Below this share of the filled rows, words that a topic claims can occur by chance. */
const MIN_CLAIMED = 0.05;
/** A category is used again and again, if there are enough tickets to see it. */
const MIN_USES = 3;
const FEW_ROWS = 30;

/** What the first rows have in a column. */
export interface ColumnProbe {
  /** Rows with a value. */
  filled: number;
  /** Different values. */
  distinct: number;
  /** Their average length in characters; `null` if there are none. */
  length: number | null;
  /** The largest number of different values that mean the same other thing, such as a status. */
  other: number;
  /** Rows with a value that a topic claims. */
  claimed: number;
}

/**
 * Whether a column can hold the category. Columns with more or longer values contain texts, times, or people; others
 * hold a flag, a status, a channel, a language. A word that a topic claims counts for more than all of this.
 *
 * @param hinted whether its name says that it holds the category
 */
export function holdsWords(
  { filled, distinct, length, other, claimed }: ColumnProbe,
  attribute: TicketAttribute,
  hinted: boolean,
): boolean {
  if (distinct < 1 || distinct > MAX_DISTINCT || (length ?? 0) > MAX_LENGTH) return false;
  if (claimed >= filled * MIN_CLAIMED && claimed > 0) return true;
  if (hinted) return true;
  const numbered = attribute.kind === 'form' || attribute.kind === 'group';
  return (
    distinct >= 2 &&
    (distinct * MIN_USES <= filled || filled < FEW_ROWS) &&
    (numbered || (other < distinct * MOSTLY && !namesOtherThings(attribute)))
  );
}

/** Those with most known words first, then the fullest. */
export function compareCandidates(a: ScoredAttribute, b: ScoredAttribute): number {
  return (
    b.claimed - a.claimed ||
    b.filled - a.filled ||
    compareText(printAttribute(a.attribute), printAttribute(b.attribute))
  );
}

/** Columns at a time that the database groups side by side. */
const SIDE_BY_SIDE = 16;
/** Cells that are looked at in a file with very many columns. */
const MOST_CELLS = 4_000_000;

/** The cells of some columns as rows of `place` and `v`, filled ones only. */
function cells(scalars: readonly Sql[], from: Sql): Sql {
  return `SELECT place, bare(v) AS v FROM (SELECT unnest(range(${scalars.length})) AS place, unnest([${scalars.map((sql) => `${sql}::VARCHAR`).join(', ')}]) AS v FROM ${from}) WHERE bare(v) IS NOT NULL`;
}

const meaning = (value: Sql) =>
  otherMeanings.map((pattern) => `count(*) FILTER (regexp_full_match(${value}, ${literal(pattern)}))`).join(', ');

/** A `ColumnProbe` for each `place` with values, out of rows of `place` and `v`. */
function probeOf(rows: Sql): Sql {
  return `WITH grouped AS (SELECT place, v, count(*) AS n FROM (${rows}) GROUP BY ALL),
      known AS (SELECT place, v, n, word_key(v) AS whole, word_key(c) AS key FROM (SELECT *, chosen(v, false) AS c FROM grouped))
    SELECT place, sum(n)::DOUBLE AS filled, count(DISTINCT key)::DOUBLE AS "distinct", sum(n * length(v)) / sum(n) AS length,
      greatest(${meaning('whole')})::DOUBLE AS other, coalesce(sum(n) FILTER (key IN (SELECT key FROM words)), 0)::DOUBLE AS claimed
    FROM known GROUP BY place`;
}

/** What the first rows of a file have in some columns: one row per column with values, in no order. */
export function probeScalars(scalars: readonly Sql[], from: Sql): Sql {
  const rows = Math.min(SAMPLE_ROWS, Math.ceil(MOST_CELLS / scalars.length));
  return probeOf(cells(scalars, `(FROM ${from} LIMIT ${rows})`));
}

/** The same of the custom fields; `place` is the name or id of the field. */
export function probeFields(fields: Sql, from: Sql): Sql {
  return probeOf(`SELECT coalesce(f.name, f.id) AS place, bare(f.value->>'$') AS v
    FROM (SELECT unnest(${fields}) AS f FROM (FROM ${from} LIMIT ${SAMPLE_ROWS})) WHERE bare(f.value->>'$') IS NOT NULL`);
}

/** How columns are filled, in one reading of the file. */
export function scoreScalars(attributes: readonly { attribute: TicketAttribute; sql: Sql }[], from: Sql): Sql {
  const names = attributes.map(({ attribute }) => literal(printAttribute(attribute))).join(', ');
  const columns = attributes.map((_, index) => `v${index}`);
  const values = attributes.map(({ sql }, index) => `${sql} AS v${index}`).join(', ');
  const which = columns.map((column, index) => `WHEN grouping(${column}) = 0 THEN ${index}`).join(' ');
  const counted =
    attributes.length <= SIDE_BY_SIDE
      ? `SELECT CASE ${which} END AS place, bare(coalesce(${columns.join(', ')})) AS v, count(*) AS n
      FROM (SELECT ${values} FROM ${from}) GROUP BY GROUPING SETS (${columns.map((column) => `(${column})`).join(', ')})`
      : `SELECT place, v, count(*) AS n FROM (${cells(
          attributes.map(({ sql }) => sql),
          from,
        )}) GROUP BY ALL`;
  return `WITH counted AS (${counted}),
      chosen AS (SELECT place, n, v AS value, word_key(c) AS key FROM (SELECT *, chosen(v, false) AS c FROM counted))
    SELECT [${names}][place + 1] AS name, coalesce(sum(n) FILTER (value IS NOT NULL), 0)::DOUBLE AS filled, count(DISTINCT key)::DOUBLE AS "distinct",
      coalesce(sum(n) FILTER (key IN (SELECT key FROM words)), 0)::DOUBLE AS claimed, sum(n)::DOUBLE AS tickets
    FROM chosen GROUP BY place ORDER BY place`;
}

/**
 * How custom fields are filled.
 *
 * @param names the names or ids of the fields
 */
export function scoreFields(fields: Sql, names: readonly string[], from: Sql): Sql {
  return `WITH filled AS (SELECT coalesce(f.name, f.id) AS field, bare(f.value->>'$') AS v
      FROM (SELECT unnest(${fields}) AS f FROM ${from})),
      counted AS (SELECT field, v, count(*) AS n FROM filled WHERE v IS NOT NULL AND field IN (${names.map(literal).join(', ')}) GROUP BY ALL),
      chosen AS (SELECT field, n, word_key(c) AS key FROM (SELECT *, chosen(v, false) AS c FROM counted))
    SELECT 'field:' || field AS name, sum(n)::DOUBLE AS filled, count(DISTINCT key)::DOUBLE AS "distinct",
      coalesce(sum(n) FILTER (key IN (SELECT key FROM words)), 0)::DOUBLE AS claimed
    FROM chosen GROUP BY field ORDER BY field`;
}

// Counted like tags: tickets with any tag, and tickets with a tag that is a category. `word_key` never returns a
// leading space, so they differ from all tags.
const ANY = literal(' any');
const CLAIMED = literal(' claimed');
const isTag = `tag NOT IN (${ANY}, ${CLAIMED})`;

/** Counts all tags in one reading of the file. */
export function countTags(tags: Sql, from: Sql): Sql {
  return `CREATE OR REPLACE TEMP TABLE tag_counts AS
    WITH keyed AS (SELECT list_filter(list_transform(${tags}, lambda t: word_key(t)), lambda t: t <> '') AS keys FROM ${from})
    SELECT tag, count(*) AS n FROM (SELECT unnest(list_concat(keys,
      CASE WHEN len(keys) > 0 THEN [${ANY}] ELSE [] END,
      CASE WHEN list_has_any(keys, getvariable('claimed_words')) THEN [${CLAIMED}] ELSE [] END)) AS tag FROM keyed)
    GROUP BY tag`;
}

/** How many tickets have a tag that a topic claims, of what {@link countTags} counted. */
export const scoreTags: Sql = `SELECT 'tag' AS name, coalesce(sum(n) FILTER (tag = ${ANY}), 0)::DOUBLE AS filled,
    count(*) FILTER (${isTag})::DOUBLE AS "distinct", coalesce(sum(n) FILTER (tag = ${CLAIMED}), 0)::DOUBLE AS claimed
  FROM tag_counts`;

/** Prefixes of tags that are followed by a category of topics.yaml, as in `topic_card_arrival`. */
export const scorePrefixes: Sql = `WITH counted AS (SELECT tag, n FROM tag_counts WHERE ${isTag} ORDER BY n DESC, tag LIMIT 2000),
    parted AS (SELECT left(tag, length(tag) - length(key)) AS prefix, n FROM counted, words
      WHERE ends_with(tag, key) AND tag <> key AND tag NOT IN (SELECT key FROM words)),
    whole AS (SELECT prefix, sum(n) AS claimed, count(*) AS tags FROM parted
      WHERE regexp_full_match(prefix, '[a-z0-9]{1,20}[-_:./]+') GROUP BY prefix HAVING count(*) >= 2)
    SELECT 'tag-prefix:' || prefix AS name, sum(n)::DOUBLE AS filled, count(*)::DOUBLE AS "distinct", any_value(claimed)::DOUBLE AS claimed
    FROM whole, counted WHERE starts_with(tag, prefix) GROUP BY prefix ORDER BY prefix`;
