import {
  parseAttribute,
  printAttribute,
  type Scale,
  scaleOf,
  type TicketAttribute,
  type TicketSource,
} from '#kb/tickets/records/ticket-sources.ts';
import { escapeRegExp } from '#kb/values/escape.ts';
import { wordKey } from '#kb/values/word-key.ts';
import { ticketValue } from './category.ts';
import { linkTexts, textLinks } from './link-texts.ts';
import { literal, type Sql } from './sql.ts';
import type { MissingColumn, TicketOutcome, TicketSql } from './ticket-sql.ts';

/** The attributes of the outcome in tickets.yaml, or else the usual ones of this format. */
export function outcomeOf(ticket: TicketSql, source: TicketSource): TicketOutcome | MissingColumn {
  const { closed, satisfaction, links, startedOn } = source;
  const outcome: TicketOutcome = { ...ticket.usual };
  if (closed) {
    const value = valueAt(ticket, closed.at);
    if (value === undefined) return { key: 'closed', name: closed.at };
    const is = closed.is?.map((word) => word.toLowerCase());
    outcome.closed = { value, is, place: closed.at, guessed: false };
  }
  const scale = satisfaction && scaleOf(satisfaction);
  if (scale) {
    const value = valueAt(ticket, satisfaction.at);
    if (value === undefined) return { key: 'satisfaction', name: satisfaction.at };
    outcome.satisfaction = { value, scale, place: satisfaction.at, guessed: false };
  }
  if (links !== undefined) {
    const attribute = parseAttribute(links);
    const value = attribute ? linkTexts(ticket, attribute) : textLinks(ticket);
    if (value === undefined) return { key: 'links', name: links };
    outcome.links = { value, place: links, guessed: false };
  }
  if (startedOn !== undefined) {
    const attribute = parseAttribute(startedOn);
    const value = attribute && linkTexts(ticket, attribute);
    if (value === undefined) return { key: 'startedOn', name: startedOn };
    outcome.startedOn = { value, place: startedOn, guessed: false };
  }
  return outcome;
}

function valueAt(ticket: TicketSql, place: string): Sql | undefined {
  const attribute = parseAttribute(place);
  return attribute && ticketValue(ticket, attribute);
}

/** A column by its name, for people. */
export function columnPlace(name: string): string {
  const attribute: TicketAttribute = { kind: 'column', name };
  return printAttribute(attribute);
}

/** What a ticket says about its outcome, as the columns `said_closed` and `said_answer`. */
export function outcomeValues({ closed, satisfaction }: TicketOutcome): Sql {
  return `${closed?.value ?? 'NULL'} AS said_closed, ${satisfaction?.value ?? 'NULL'} AS said_answer`;
}

/** The same as {@link closedCode} and {@link ratingCode} read it, of the columns of {@link outcomeValues}. */
export const outcomeKeys: Sql = 'word_key(said_closed) AS closing, word_key(said_answer) AS answer';

/** What help desks write if nothing was chosen. */
const empty = (value: Sql) => `${value} IS NULL OR ${value} IN ('', '-', 'null', '[]')`;

/** What {@link closedCode} gives for a closed ticket; 1 for others, 0 where the export says nothing. */
export const CLOSED = 2;

export function closedCode({ closed }: TicketOutcome): Sql {
  if (!closed) return '0';
  const open = `WHEN ${empty('closing')} THEN ${closed.is ? 0 : 1}`;
  return `CASE ${open} WHEN ${closed.is ? oneOf('closing', closed.is) : 'true'} THEN ${CLOSED} ELSE 1 END`;
}

/** Values of {@link ratingCode}; 0 if there is no answer. */
export const ASTRAY = 1;
export const UNSATISFIED = 2;
export const SATISFIED = 3;

export function ratingCode({ satisfaction }: TicketOutcome): Sql {
  if (!satisfaction) return '0';
  const { scale, unanswered = [] } = satisfaction;
  const none = unanswered.length === 0 ? '' : `WHEN ${oneOf('answer', unanswered)} THEN 0`;
  return `CASE WHEN ${empty('answer')} THEN 0 ${none} ${answers(scale)} ELSE ${ASTRAY} END`;
}

function answers(scale: Scale): Sql {
  if ('unsatisfied' in scale)
    return `WHEN ${oneOf('answer', scale.satisfied)} THEN ${SATISFIED} WHEN ${oneOf('answer', scale.unsatisfied)} THEN ${UNSATISFIED}`;
  const { worst, best, satisfied } = scale;
  const number = 'try_cast(answer AS DOUBLE)';
  const [low, high] = [Math.min(worst, best), Math.max(worst, best)];
  const good = `${number} ${best > worst ? '>=' : '<='} ${satisfied}`;
  return `WHEN ${number} BETWEEN ${low} AND ${high} THEN CASE WHEN ${good} THEN ${SATISFIED} ELSE ${UNSATISFIED} END`;
}

// One pattern costs the same for many words; a list of them is compared word by word.
function oneOf(value: Sql, words: readonly string[]): Sql {
  const keys = words.map((word) => escapeRegExp(wordKey(word)));
  return `regexp_full_match(${value}, ${literal(keys.join('|'))})`;
}
