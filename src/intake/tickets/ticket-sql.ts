import type { ReadFrom } from '#kb/tickets/imports/imported-tickets.ts';
import type { Scale, TicketAttribute } from '#kb/tickets/records/ticket-sources.ts';
import type { LeftOutPlace } from './left-out.ts';
import type { Sql } from './sql.ts';

export interface SqlColumn {
  /** As SQL names it. */
  name: Sql;
  type: 'VARCHAR' | 'JSON';
}

/** The fields of a ticket, as SQL over the columns of the export. */
export interface TicketSql {
  /** For people, and as tickets.yaml would name them. */
  readFrom: ReadFrom;
  /** All columns that can be the day of opening by their names, the surest first. */
  createdChoices: readonly string[];
  /** The time zone of times without one, if the export shows it. */
  times: string | undefined;
  /** The columns that can be read; DuckDB loads only those that a query uses. */
  columns: readonly SqlColumn[];
  id: Sql | undefined;
  created: Sql;
  updated: Sql | undefined;
  requester: Sql | undefined;
  /** What says that a ticket isn't a customer's question. */
  leftOut: readonly LeftOutPlace[];
  tags: Sql | undefined;
  /** A list of `{id, name, value}`. */
  fields: Sql | undefined;
  /** The language, where the export has a column that says so by its name. */
  locale: Sql | undefined;
  /** The text of a column, key, type, group or form; `undefined` where the export has none. */
  scalar(attribute: TicketAttribute): Sql | undefined;
  /** Columns that could be the category. */
  scalars: readonly TicketAttribute[];
  /** What the customer wrote at first, and the columns to read for it besides the id; empty where the export has none. */
  words: {
    columns: readonly SqlColumn[];
    texts: readonly Sql[];
    /** The customer's email address, if the requester is something else. */
    mail?: Sql | undefined;
  };
  /** What became of the ticket, if this format has it. */
  usual: TicketOutcome;
  /** The whole content of a column or key as one text; `undefined` if the export has none. */
  whole(name: string): Sql | undefined;
  /** What agents wrote or, if the export doesn't have it, all texts; searched for links if tickets.yaml says so. */
  texts: readonly Sql[];
  /** Whether a column says by its name that it holds the category. */
  hinted(attribute: TicketAttribute): boolean;
}

/** A field that says what became of a ticket. */
export interface OutcomeColumn {
  value: Sql;
  /** As tickets.yaml would name it. */
  place: string;
  /** Whether it was guessed from the name of a column; then it can turn out to contain something else. */
  guessed: boolean;
}

export interface ClosedColumn extends OutcomeColumn {
  /** The values that mean closed, in lowercase letters; without them any value does. */
  is?: readonly string[] | undefined;
}

export interface SatisfactionColumn extends OutcomeColumn {
  scale: Scale;
  /** Words that say that the customer did not answer, in lowercase letters. */
  unanswered?: readonly string[] | undefined;
}

/** What an export says about the end of a ticket: whether it is closed, whether it helped, and with which articles. */
export interface TicketOutcome {
  closed?: ClosedColumn | undefined;
  satisfaction?: SatisfactionColumn | undefined;
  /** A list of ids and addresses. */
  links?: OutcomeColumn | undefined;
  /** The articles that customers had read when they wrote, as such a list. */
  startedOn?: OutcomeColumn | undefined;
}

/** A column named in tickets.yaml that the export lacks. */
export interface MissingColumn {
  key:
    | 'id'
    | 'created'
    | 'updated'
    | 'requester'
    | 'locale'
    | 'category'
    | 'closed'
    | 'satisfaction'
    | 'links'
    | 'startedOn';
  name: string;
}
