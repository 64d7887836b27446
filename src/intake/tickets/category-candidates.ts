import type { ScoredAttribute } from '#kb/tickets/imports/imported-tickets.ts';
import { printAttribute, type TicketAttribute } from '#kb/tickets/records/ticket-sources.ts';
import { compareText } from '#kb/values/text.ts';
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

/** What the first rows have in a column. */
export interface ColumnProbe {
  /** Different values. */
  distinct: number;
  /** Their average length in characters; `null` if there are none. */
  length: number | null;
}

/** Columns with more or longer values contain texts, times, or people. */
export function holdsWords({ distinct, length }: ColumnProbe): boolean {
  return distinct >= 1 && distinct <= MAX_DISTINCT && (length ?? 0) <= MAX_LENGTH;
}

/** Those with most known words first, then the fullest. */
export function compareCandidates(a: ScoredAttribute, b: ScoredAttribute): number {
  return (
    b.claimed - a.claimed ||
    b.filled - a.filled ||
    compareText(printAttribute(a.attribute), printAttribute(b.attribute))
  );
}

const claimed = 'word_key(value) IN (SELECT key FROM words)';

/** What the first rows of a file have in some columns: one row per column, in no order. */
export function probeScalars(scalars: readonly Sql[], from: Sql): Sql {
  const probes = scalars.map(
    (_, index) =>
      `SELECT ${index} AS place, count(DISTINCT v${index})::DOUBLE AS "distinct", avg(length(v${index})) AS length FROM rows`,
  );
  const values = scalars.map((sql, index) => `bare(${sql}) AS v${index}`).join(', ');
  return `WITH rows AS MATERIALIZED (SELECT ${values} FROM ${from} LIMIT ${SAMPLE_ROWS}) ${probes.join(' UNION ALL ')}`;
}

/** How columns are filled, in one reading of the file. */
export function scoreScalars(attributes: readonly { attribute: TicketAttribute; sql: Sql }[], from: Sql): Sql {
  const columns = attributes.map((_, index) => `v${index}`);
  const values = attributes.map(({ sql }, index) => `${sql} AS v${index}`).join(', ');
  const which = columns.map((column, index) => `WHEN grouping(${column}) = 0 THEN ${index}`).join(' ');
  const names = attributes.map(({ attribute }) => literal(printAttribute(attribute))).join(', ');
  return `WITH counted AS (SELECT CASE ${which} END AS place, bare(coalesce(${columns.join(', ')})) AS value, count(*) AS n
      FROM (SELECT ${values} FROM ${from}) GROUP BY GROUPING SETS (${columns.map((column) => `(${column})`).join(', ')}))
    SELECT [${names}][place + 1] AS name, coalesce(sum(n) FILTER (value IS NOT NULL), 0)::DOUBLE AS filled, count(DISTINCT value)::DOUBLE AS "distinct",
      coalesce(sum(n) FILTER (${claimed}), 0)::DOUBLE AS claimed, sum(n)::DOUBLE AS tickets
    FROM counted GROUP BY place ORDER BY place`;
}

/** How the custom fields are filled. */
export function scoreFields(fields: Sql, from: Sql): Sql {
  return `WITH filled AS (SELECT coalesce(f.name, f.id) AS field, bare(CASE json_type(f.value) WHEN 'ARRAY' THEN f.value->>0 ELSE f.value->>'$' END) AS value
      FROM (SELECT unnest(${fields}) AS f FROM ${from}))
    SELECT 'field:' || field AS name, count(*)::DOUBLE AS filled, count(DISTINCT hash(value))::DOUBLE AS "distinct",
      count(*) FILTER (${claimed})::DOUBLE AS claimed
    FROM filled WHERE value IS NOT NULL AND field IS NOT NULL GROUP BY field ORDER BY field`;
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
