import { hashed } from '../count.ts';
import { type Sql, valuesTable } from '../sql.ts';
import type { TicketSql } from '../ticket-sql.ts';

/** More tickets of one topic and language teach little that is new. */
const MOST_TICKETS = 400;
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
  return `CREATE TEMP TABLE sample AS
    SELECT locale, topic, unnest(ids) AS id, unnest(requesters) AS requester, unnest(days) AS day FROM (
      SELECT locale, topic, arg_min(id, hash(id), ${MOST_TICKETS}) AS ids, arg_min(coalesce(requester::BIGINT, -1), hash(id), ${MOST_TICKETS}) AS requesters,
        arg_min(day, hash(id), ${MOST_TICKETS}) AS days
      FROM counted JOIN ${valuesTable(topics, ['category', 'topic'])} t ON known::VARCHAR = category
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
