import type { RuinedIds } from '#kb/tickets/imports/imported-tickets.ts';
import type { Sql } from './sql.ts';

/** Spreadsheets change all long numbers of a column alike, so some rows are enough to notice it. */
const ROWS = 20_000;
const FEW = 10;

/** What {@link readIds} answers with. */
export interface IdRow {
  ids: number;
  /** Ids such as 3.60E+11, and one of them. */
  rounded: number;
  example: string | null;
  /** Ids of more digits than spreadsheets keep, and how many of them end in zeros instead. */
  long: number;
  zeros: number;
  longExample: string | null;
  /** Tickets of the id with most different times of opening. */
  most: number;
  mostExample: string | null;
}

/** One row about the ids of an export. */
export function readIds(id: Sql, created: Sql, from: Sql): Sql {
  const rounded = "regexp_full_match(id, '[0-9](?:[.,][0-9]+)?[eE][+]?[0-9]+')";
  const zeros = "regexp_full_match(id, '[0-9]{15}0+')";
  return `WITH first_rows AS (SELECT bare(${id}::VARCHAR) AS id, ${created}::VARCHAR AS created FROM ${from} LIMIT ${ROWS}),
    filled AS (FROM first_rows WHERE id IS NOT NULL),
    often AS (SELECT id, count(DISTINCT created) AS times FROM filled GROUP BY id ORDER BY times DESC, id LIMIT 1)
    SELECT count(*)::DOUBLE AS ids, (count(*) FILTER (${rounded}))::DOUBLE AS rounded, min(id) FILTER (${rounded}) AS example,
      (count(*) FILTER (regexp_full_match(id, '[0-9]{16,}')))::DOUBLE AS "long", (count(*) FILTER (${zeros}))::DOUBLE AS zeros,
      min(id) FILTER (${zeros}) AS "longExample", coalesce((SELECT times FROM often), 0)::DOUBLE AS most, (SELECT id FROM often) AS "mostExample"
    FROM filled`;
}

/** Why the ids of an export can't tell its tickets apart; `undefined` if they can. */
export function ruinedIds({
  ids,
  rounded,
  example,
  long,
  zeros,
  longExample,
  most,
  mostExample,
}: IdRow): RuinedIds | undefined {
  if (rounded > 0 && rounded >= ids / 10) return { how: 'rounded', example: example ?? '' };
  // By chance, every tenth number ends in a zero.
  if (long >= FEW && zeros >= long * 0.9) return { how: 'rounded', example: longExample ?? '' };
  if (ids >= FEW && most >= Math.max(FEW, ids / 5)) return { how: 'repeated', example: mostExample ?? '' };
  return undefined;
}
