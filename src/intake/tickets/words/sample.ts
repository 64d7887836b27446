import { hashed } from '../count.ts';
import { type Sql, valuesTable } from '../sql.ts';
import type { TicketSql } from '../ticket-sql.ts';

/** More tickets of one topic and language teach little that is new. */
const MOST_TICKETS = 400;
/**
 * So many tickets are expected among those looked at, the ones with the smallest hashes. Fewer than {@link MOST_TICKETS}
 * would be 23 standard deviations less.
 */
const SURELY_ENOUGH = 3 * MOST_TICKETS;
const LARGEST_HASH = '18446744073709551615';
/** Longer texts are cut off: what follows is history. */
const MOST_LETTERS = 2000;
/** Rows to look at before an export counts as one without texts. */
const PROBED_ROWS = 1000;

/** A row of {@link readSample}. */
export interface SampleRow {
  locale: string;
  topic: string;
  /** Hashes, in digits. */
  id: string;
  requester: string | null;
  /** The requester by email address, if the export has both. */
  mail: string | null;
  /** The day in the company's time zone, `YYYY-MM-DD`. */
  day: string;
  text: string;
}

/** One row: whether anything is written in the beginning of the export. */
export function anyText({ words }: TicketSql, from: Sql): Sql {
  const filled = words.texts.map((text) => `count(nullif(${text}, ''))`).join(' + ');
  return `SELECT ${filled} > 0 AS "any" FROM (FROM ${from} LIMIT ${PROBED_ROWS})`;
}

/**
 * Chooses from the counted tickets those whose texts are read: of each topic and language some, by the hash of their
 * ids, so an export of millions costs little, and the same export gives the same sample.
 *
 * @param topics categories, each with the topic that claims it
 */
export function chooseSample(topics: readonly (readonly [category: string, topic: string])[]): Sql {
  const smallest = (value: Sql) => `arg_min(${value}, hash(id), ${MOST_TICKETS})`;
  return `CREATE TEMP TABLE sample AS
    WITH sizes AS (
      SELECT locale, known, topic, sum(n) OVER (PARTITION BY locale, topic) AS tickets
      FROM (SELECT locale, known, count(*) AS n FROM counted GROUP BY ALL)
      JOIN ${valuesTable(topics, ['category', 'topic'])} t ON known::VARCHAR = category),
    limits AS (SELECT locale, known, topic, least(1, ${SURELY_ENOUGH} / tickets) * ${LARGEST_HASH} AS most FROM sizes)
    SELECT locale, topic, unnest(ids) AS id, unnest(requesters) AS requester, unnest(days) AS day FROM (
      SELECT c.locale, topic, ${smallest('id')} AS ids, ${smallest('coalesce(requester::BIGINT, -1)')} AS requesters,
        ${smallest('day')} AS days
      FROM counted c JOIN limits l ON c.locale = l.locale AND c.known = l.known WHERE hash(id)::DOUBLE <= most
      GROUP BY ALL)`;
}

/** The chosen tickets of a file. One that comes twice is given twice. */
export function readSample({ id = 'NULL', words }: TicketSql, from: Sql): Sql {
  const texts = words.texts.map((text) => `coalesce(${text}, '')`).join(', ');
  return `SELECT locale::VARCHAR AS locale, topic, id::VARCHAR AS id, nullif(requester, -1)::VARCHAR AS requester, mail::VARCHAR AS mail,
    strftime(day, '%Y-%m-%d') AS day, ${withoutTags('text')} AS text
    FROM (SELECT ${hashed(id)} AS id, ${words.mail === undefined ? 'NULL' : hashed(`person(${words.mail})`)} AS mail, left(concat_ws(chr(10), ${texts}), ${MOST_LETTERS}) AS text FROM ${from})
    JOIN sample USING (id)`;
}

/** Some help desks store the message as HTML, whose tags aren't words of customers. */
function withoutTags(text: Sql): Sql {
  return `regexp_replace(regexp_replace(${text}, '</?[A-Za-z!][^<>]*>', ' ', 'g'), '&(?:#\\w+|[A-Za-z]+);', ' ', 'g')`;
}
