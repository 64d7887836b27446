import type { LinkKind } from '#kb/tickets/records/ticket-links.ts';
import { NONE, OTHER } from '#kb/tickets/records/tickets.ts';
import type { Value } from './category.ts';
import { hashed } from './count.ts';
import { leftOutColumn, leftOutSql } from './left-out.ts';
import { linkHashes } from './links.ts';
import { literal, type Sql } from './sql.ts';
import type { SpokenLocale } from './ticket-locale.ts';
import { closedCode, outcomeKeys, outcomeValues, ratingCode } from './ticket-outcome.ts';
import type { TicketOutcome, TicketSql } from './ticket-sql.ts';

/**
 * Reads the tickets of a file into the table of `createTables`.
 *
 * Each SELECT reads only columns of the one inside it. The macros repeat their arguments, so an expression inside a
 * macro inside a macro would make a plan of thousands of parts: seconds before the first ticket is read.
 */
export function insertTickets(
  ticket: TicketSql,
  { written, value, short, numbered }: Value,
  { spoken, locale }: SpokenLocale,
  outcome: TicketOutcome,
  linked: readonly LinkKind[],
  from: Sql,
): Sql {
  const { id, created, updated, requester } = ticket;
  const leftOut = leftOutSql(ticket.leftOut);
  const isKnown = `value IS NULL OR w.key IS NOT NULL${short ? ' OR s.key IS NOT NULL' : ''}`;
  const isPersonal = numbered ? 'length(value) > 60' : 'personal(value)';
  const raw = `SELECT ${created} AS said_created, ${updated ?? 'NULL'} AS said_updated,
      ${id === undefined ? 'hash(uuid())' : hashed(id)} AS id, ${requester === undefined ? 'NULL' : `person(${requester})`} AS person,
      ${written} AS written, ${spoken} AS spoken,
      ${leftOut.values.map((value, place) => `${value} AS ${leftOutColumn(place)}, `).join('')}
      ${outcomeValues(outcome)}${linked.map((column) => `, ${linkHashes(outcome[column]?.value)} AS ${column}`).join('')}
    FROM ${from} WHERE nextval('rows_read') > 0`;
  const read = `SELECT *, moment(said_created) AS created, ${updated === undefined ? 'NULL::TIMESTAMPTZ' : 'moment(said_updated)'} AS updated, word_key(spoken) AS spoken_key,
      ${value('written')} AS chosen_value, ${short?.('written') ?? 'NULL'} AS short_value, ${outcomeKeys} FROM (${raw})`;
  const tidy = `SELECT *, coalesce(try_cast(epoch(updated) AS UINTEGER), try_cast(epoch(created) AS UINTEGER), 0) AS changed,
      opened_on(said_created, created) AS day, ${locale('spoken', 'spoken_key')} AS locale,
      bare(chosen_value) AS value, bare(short_value) AS short,
      (${hashed('person')} % 4294967296)::UINTEGER AS requester FROM (${read})`;
  const keyed = `SELECT *, word_key(value) AS key, word_key(short) AS short_key, ${leftOut.code} AS left_out FROM (${tidy})`;
  return `INSERT INTO tickets
    SELECT changed, id, day, locale::site_locale,
      CASE WHEN value IS NULL THEN ${literal(NONE)}::known_category ELSE ${short ? 'coalesce(w.category, s.category)' : 'w.category'} END,
      CASE WHEN ${isKnown} THEN NULL WHEN ${isPersonal} THEN ${literal(OTHER)} ELSE value END,
      CASE WHEN ${isKnown} THEN NULL WHEN ${isPersonal} THEN hash(${literal(OTHER)}) ELSE ${hashed('x.key')} END,
      requester, left_out, ${leftOut.place}, ${leftOut.word}, ${closedCode(outcome)}, ${ratingCode(outcome)}${linked.map((column) => `, ${column}`).join('')}
    FROM (${keyed}) x
    LEFT JOIN words w ON w.key = x.key
    ${short ? 'LEFT JOIN words s ON s.key = x.short_key' : ''}`;
}
