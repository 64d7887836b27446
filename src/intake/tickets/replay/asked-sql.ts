import { hashed } from '../count.ts';
import { literal, type Sql, valuesTable } from '../sql.ts';
import type { TicketSql } from '../ticket-sql.ts';

/** In characters. What follows is history. */
const MOST_LETTERS = 20_000;

/** Tickets of one language and topic whose replies link the same articles. */
export interface TicketGroup {
  locale: string;
  /** Empty without one. */
  topic: string;
  /** The ids of linked articles, separated by spaces. */
  articles: string;
  /** Whether they are in a language that the site doesn't have. */
  foreign: boolean;
  tickets: number;
}

/** A ticket to ask. One that comes twice is given twice. */
export interface AskedRow {
  /** The place of its group in the list that {@link chooseAsked} was given. */
  place: number;
  /** A hash, in digits. */
  id: string;
  requester: number | null;
  /** The requester by email address, if the export has both, as a hash. */
  mail: string | null;
  /** `YYYY-MM-DD` */
  day: string;
  /** Whether the export has several versions of it. */
  twice: boolean;
  /** What the customer wrote at first, as exported: the subject, the message, or both. */
  texts: (string | null)[];
}

/** A table for the ids of tickets in other languages than the site's. */
export const createForeign: Sql = 'CREATE TEMP TABLE foreign_tickets (id UBIGINT)';

/** The different values of a column, as far as they can be languages. */
export function writtenLocales(written: Sql, from: Sql): Sql {
  return `SELECT DISTINCT ${written} AS written FROM ${from} WHERE length(${written}) BETWEEN 1 AND 40 LIMIT 2000`;
}

export function insertForeign({ id = 'NULL' }: TicketSql, written: Sql, others: readonly string[], from: Sql): Sql {
  return `INSERT INTO foreign_tickets SELECT DISTINCT ${hashed(id)} FROM ${from} WHERE ${written} IN (${others.map(literal).join(', ')})`;
}

/**
 * The counted tickets with their topics, as `to_ask`.
 *
 * @param topics categories, each with the topic that claims it
 * @param linked whether the export says which articles the replies link; their names must be there
 */
export function createToAsk(topics: readonly (readonly [category: string, topic: string])[], linked: boolean): Sql[] {
  return [
    `CREATE TEMP TABLE claims AS FROM ${valuesTable(topics, ['category', 'topic'])}`,
    `CREATE TEMP VIEW to_ask AS SELECT c.id, c.requester, c.day, c.locale::VARCHAR AS locale, coalesce(t.topic, '') AS topic,
      ${linked ? "coalesce(l.articles, '')" : "''"} AS articles, f.id IS NOT NULL AS foreign
      FROM counted c LEFT JOIN claims t ON c.known::VARCHAR = t.category LEFT JOIN foreign_tickets f ON f.id = c.id
      ${linked ? 'LEFT JOIN link_names l ON l.links = c.links' : ''}`,
  ];
}

/** Rows of {@link TicketGroup}. */
export const ticketGroups: Sql =
  'SELECT locale, topic, articles, "foreign", count(*)::DOUBLE AS tickets FROM to_ask GROUP BY ALL ORDER BY ALL';

/**
 * Chooses the tickets to ask, by the hash of their ids: a simple random sample that is always the same for an export.
 *
 * @param most how many
 */
export function chooseAsked(groups: readonly TicketGroup[], most: number): Sql[] {
  const rows = groups.map(({ locale, topic, articles }, place) => [String(place), locale, topic, articles]);
  return [
    `CREATE TEMP TABLE askable AS SELECT place::INTEGER AS place, locale, topic, articles
      FROM ${valuesTable(rows, ['place', 'locale', 'topic', 'articles'])}`,
    `CREATE TEMP TABLE asked AS SELECT id, requester, day, place FROM to_ask JOIN askable USING (locale, topic, articles)
      WHERE NOT "foreign" ORDER BY hash(id, 1) LIMIT ${most}`,
  ];
}

/** Rows: how many tickets of each group were chosen. */
export const chosenGroups: Sql = 'SELECT place, count(*)::DOUBLE AS tickets FROM asked GROUP BY place';

/** The chosen tickets of a file, with their texts. */
export function readAsked({ id = 'NULL', words }: TicketSql, from: Sql): Sql {
  const texts = words.texts.map((text) => `left(${text}, ${MOST_LETTERS})`).join(', ');
  const mail = words.mail === undefined ? 'NULL' : hashed(`person(${words.mail})`);
  return `SELECT place, id::VARCHAR AS id, requester, mail::VARCHAR AS mail, strftime(day, '%Y-%m-%d') AS day,
    id IN (SELECT id FROM twice) AS twice, texts
    FROM (SELECT ${hashed(id)} AS id, ${mail} AS mail, [${texts}]::VARCHAR[] AS texts FROM ${from}) JOIN asked USING (id)`;
}

/** What tells the rows of a table without ids apart: all that is in them. Only tables have all columns for every query. */
export function rowId({ columns, words }: TicketSql): Sql | undefined {
  if (words.columns.length === 0 || words.columns !== columns) return undefined;
  return `concat_ws(chr(31), ${columns.map(({ name }) => `coalesce(${name}, '')`).join(', ')})`;
}
