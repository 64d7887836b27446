import type { TicketAttribute } from '#kb/tickets/records/ticket-sources.ts';
import { fieldNamed, startsWith } from './category.ts';
import { literal, type Sql } from './sql.ts';
import type { TicketSql } from './ticket-sql.ts';

/** What separates links in one cell, also in a list written as JSON. */
const BETWEEN = String.raw`[\s,;|"\[\]<>]+`;
/** An address in a text, up to a character that ends it; the end of a sentence is not part of it. */
const ADDRESS = String.raw`https?://[^\s"'<>()\[\]{}|\\^]*[^\s"'<>()\[\]{}|\\^.,;:!?*_]`;

/**
 * The ids and addresses in an attribute, as a list of texts.
 *
 * @returns `undefined` if this format has no such attribute
 */
export function linkTexts(ticket: TicketSql, attribute: TicketAttribute): Sql | undefined {
  const cell = cellOf(ticket, attribute);
  return cell === undefined ? undefined : `regexp_split_to_array(${cell}, ${literal(BETWEEN)})`;
}

function cellOf(ticket: TicketSql, attribute: TicketAttribute): Sql | undefined {
  const { tags, fields } = ticket;
  if (attribute.kind === 'field')
    return fields === undefined ? undefined : `(${fieldNamed(fields, attribute.name)}->>'$')`;
  if (attribute.kind === 'column') return ticket.whole(attribute.name);
  if (attribute.kind !== 'tag-prefix' || tags === undefined) return undefined;
  const marked = `list_filter(${tags}, lambda t: ${startsWith('t', attribute.name)})`;
  return `array_to_string(list_transform(${marked}, lambda t: substr(t, ${[...attribute.name].length + 1})), ' ')`;
}

/** The addresses in the agents' replies or, if the export has none, in all texts of the ticket. */
export function textLinks(ticket: TicketSql): Sql | undefined {
  const { texts } = ticket;
  if (texts.length === 0) return undefined;
  const all = texts.map((text) => `coalesce(${text}, '')`).join(', ');
  return `regexp_extract_all(concat_ws(chr(10), ${all}), ${literal(ADDRESS)})`;
}
