import type { Carrier, Scale } from '#kb/tickets/records/ticket-sources.ts';
import type { Sql } from './sql.ts';

export interface SqlColumn {
  /** As SQL names it. */
  name: Sql;
  type: 'VARCHAR' | 'JSON';
}

/** Where the parts of a ticket stand, as SQL over the columns of the export. */
export interface TicketSql {
  /** What may be read of a record; DuckDB loads of these only what a query uses. */
  columns: readonly SqlColumn[];
  id: Sql | undefined;
  created: Sql;
  updated: Sql | undefined;
  requester: Sql | undefined;
  /** True for the shell of a deleted ticket. */
  deleted: Sql;
  tags: Sql | undefined;
  /** A list of `{id, name, value}`. */
  fields: Sql | undefined;
  /** The language, where the export has a column that says so by its name. */
  locale: Sql | undefined;
  /** The text of a column, key, type, group or form; `undefined` where the export has none. */
  scalar(carrier: Carrier): Sql | undefined;
  /** Columns a category could stand in. */
  scalars: readonly Carrier[];
  /** What the customer wrote at first, and the columns to read for it besides the id; empty where the export has none. */
  words: { columns: readonly SqlColumn[]; texts: readonly Sql[] };
  /** What came of the ticket, where exports of this kind have it. */
  usual: TicketOutcome;
  /** All that stands in a column or key, in one text; `undefined` where the export has none. */
  whole(name: string): Sql | undefined;
  /** What agents wrote, or where the export does not have it all texts; read for links if somebody asks for that. */
  texts: readonly Sql[];
  /** Whether a column says by its name that it holds the category. */
  hinted(carrier: Carrier): boolean;
}

/** A part of a ticket that says what came of it. */
export interface OutcomeColumn {
  value: Sql;
  /** As tickets.yaml would name it. */
  place: string;
  /** By the name of a column or by what the desk may use it for; such a place may turn out to hold something else. */
  guessed: boolean;
}

export interface ClosedColumn extends OutcomeColumn {
  /** The values that mean closed, in small letters; without them any value does. */
  is?: readonly string[] | undefined;
}

export interface SatisfactionColumn extends OutcomeColumn {
  scale: Scale;
  /** Words that say that the customer did not answer, in small letters. */
  unanswered?: readonly string[] | undefined;
}

/** What an export says of the end of a ticket: whether it is closed, whether it helped, and with which articles. */
export interface TicketOutcome {
  closed?: ClosedColumn | undefined;
  satisfaction?: SatisfactionColumn | undefined;
  /** A list of ids and addresses. */
  links?: OutcomeColumn | undefined;
}

/** A column that tickets.yaml names and the export has not. */
export interface MissingColumn {
  key: 'id' | 'created' | 'updated' | 'requester' | 'locale' | 'category' | 'closed' | 'satisfaction' | 'links';
  name: string;
}
