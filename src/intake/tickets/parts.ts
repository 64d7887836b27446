import type { Carrier, TicketSource } from '#kb/ticket-sources.ts';
import { jsonParts } from './json-parts.ts';
import type { Outcome } from './outcome.ts';
import type { Recognised } from './recognise.ts';
import type { Sql } from './sql.ts';
import { tableParts } from './table-parts.ts';

export interface Column {
  /** As SQL names it. */
  name: Sql;
  type: 'VARCHAR' | 'JSON';
}

/** Where the parts of a ticket stand, as SQL over the columns of the export. */
export interface Parts {
  /** What may be read of a record; DuckDB loads of these only what a query uses. */
  columns: readonly Column[];
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
  words: { columns: readonly Column[]; texts: readonly Sql[] };
  /** What came of the ticket, where exports of this kind have it. */
  usual: Outcome;
  /** All that stands in a column or key, in one text; `undefined` where the export has none. */
  whole(name: string): Sql | undefined;
  /** What agents wrote, or where the export does not have it all texts; read for links if somebody asks for that. */
  texts: readonly Sql[];
  /** Whether a column says by its name that it holds the category. */
  hinted(carrier: Carrier): boolean;
}

/** A column that tickets.yaml names and the export has not. */
export interface Missing {
  key: 'id' | 'created' | 'updated' | 'requester' | 'locale' | 'category' | 'closed' | 'satisfaction' | 'links';
  name: string;
}

export function partsOf({ format, layout, keys }: Recognised, source: TicketSource): Parts | Missing {
  return format.layout === 'json'
    ? jsonParts(format, source, keys)
    : tableParts(format, source, keys, layout.kind === 'rows');
}
