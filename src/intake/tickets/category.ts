import type { TicketAttribute } from '#kb/tickets/records/ticket-sources.ts';
import { wordKey } from '#kb/values/word-key.ts';
import { literal, type Sql } from './sql.ts';
import type { TicketSql } from './ticket-sql.ts';

/**
 * The category as the export has it, and a second spelling that topics can use for it.
 *
 * It is read in two steps, because the macros repeat their argument: if that is more than a column, the database takes
 * seconds to plan the query, however few tickets there are.
 */
export interface Value {
  /** What to read of the ticket. */
  written: Sql;
  /** The category, of a column that contains `written`. */
  value(written: Sql): Sql;
  /** Without its prefix. */
  short?: ((written: Sql) => Sql) | undefined;
  /** Numbers of groups and forms are not phone numbers. */
  numbered: boolean;
}

/**
 * The SQL that takes the value of an attribute from a ticket.
 *
 * With `tag`, a ticket's category is its first tag that a topic claims, and otherwise its first that is not on a large
 * part of all tickets, as "web" or "vip" are. The database must have both lists of words in the variables
 * `claimed_words` and `common_words`.
 *
 * A column or field with several choices gives the one that counts; see `choiceMacros`.
 *
 * @param languagePrefix the start of tags that name the language, which are not categories
 * @param commas whether commas separate choices
 * @returns `undefined` if this type of export has no such part
 */
export function categoryValue(
  ticket: TicketSql,
  attribute: TicketAttribute,
  languagePrefix?: string,
  commas = false,
): Value | undefined {
  const { tags } = ticket;
  switch (attribute.kind) {
    case 'field':
    case 'column': {
      const written = writtenValue(ticket, attribute);
      if (written === undefined) return undefined;
      return { written, value: (column) => `chosen(${column}, ${commas})`, numbered: false };
    }
    case 'tag-prefix': {
      if (tags === undefined) return undefined;
      return {
        written: `list_filter(${tags}, lambda t: ${startsWith('t', attribute.name)})[1]`,
        value: (tag) => tag,
        short: (tag) => `substr(${tag}, ${[...attribute.name].length + 1})`,
        numbered: false,
      };
    }
    case 'tag': {
      if (tags === undefined) return undefined;
      const language = languagePrefix ? `AND NOT ${startsWith('t', languagePrefix)}` : '';
      return {
        written: tags,
        value: (list) => `coalesce(
          list_filter(${list}, lambda t: list_contains(getvariable('claimed_words'), word_key(t)))[1],
          list_filter(${list}, lambda t: bare(t) IS NOT NULL ${language}
            AND NOT list_contains(getvariable('common_words'), word_key(t)))[1])`,
        numbered: false,
      };
    }
    default: {
      const written = ticket.scalar(attribute);
      if (written === undefined) return undefined;
      return { written, value: (column) => column, numbered: attribute.kind === 'group' || attribute.kind === 'form' };
    }
  }
}

/** A column or custom field as the export has it, with all choices. */
export function writtenValue(ticket: TicketSql, attribute: TicketAttribute): Sql | undefined {
  if (attribute.kind !== 'field') return ticket.scalar(attribute);
  return ticket.fields === undefined ? undefined : `(${fieldNamed(ticket.fields, attribute.name)}->>'$')`;
}

/** The value of an attribute; for a tag, without its prefix. */
export function ticketValue(ticket: TicketSql, attribute: TicketAttribute): Sql | undefined {
  const found = categoryValue(ticket, attribute);
  return found && (found.short ?? found.value)(found.written);
}

export function startsWith(tag: Sql, prefix: string): Sql {
  return `starts_with(word_key(${tag}), ${literal(wordKey(`${prefix}.`).slice(0, -1))})`;
}

/** A custom field as JSON. */
export function fieldNamed(fields: Sql, id: string): Sql {
  return `list_filter(${fields}, lambda f: f.id = ${literal(id)} OR f.name = ${literal(id)})[1].value`;
}
