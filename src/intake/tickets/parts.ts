import { type Carrier, parseCarrier, type TicketSource } from '#kb/ticket-sources.ts';
import type { CsvFormat, JsonFormat, TicketFormat } from './format.ts';
import { identifier, literal, type Sql } from './sql.ts';

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
  /** A list of `{id, value}`. */
  fields: Sql | undefined;
  /** The language, where the export has a column that says so by its name. */
  locale: Sql | undefined;
  /** The text of a column, key, type, group or form; `undefined` where the export has none. */
  scalar(carrier: Carrier): Sql | undefined;
  /** Columns a category could stand in. */
  scalars: readonly Carrier[];
  /** What the customer wrote at first, and the columns to read for it besides the id; empty where the export has none. */
  words: { columns: readonly Column[]; texts: readonly Sql[] };
  /** Whether a column says by its name that it holds the category. */
  hinted(carrier: Carrier): boolean;
}

/** A column that tickets.yaml names and the export has not. */
export interface Missing {
  key: 'id' | 'created' | 'updated' | 'requester' | 'locale' | 'category';
  name: string;
}

/** @param header the column names of a CSV file, as written */
export function partsOf(format: TicketFormat, source: TicketSource, header: readonly string[]): Parts | Missing {
  return format.layout === 'json' ? jsonParts(format, source) : csvParts(format, source, header);
}

function jsonParts(format: JsonFormat, source: TicketSource): Parts {
  const lists = format.fields.map((key) => `from_json(${identifier(key)}, '[{"id":"VARCHAR","value":"JSON"}]')`);
  const id = source.id ?? format.id;
  const created = source.created ?? format.created;
  const updated = source.updated ?? format.updated;
  const requester = source.requester ?? format.requester;
  const named = [source.category, source.locale].flatMap((text) => {
    const carrier = text === undefined ? undefined : parseCarrier(text);
    return carrier?.kind === 'column' ? [carrier.name] : [];
  });
  const listed = new Set([format.tags, ...format.fields]);
  const keys = new Set([
    id,
    created,
    updated,
    requester,
    format.deleted.key,
    format.type,
    format.group,
    format.form,
    ...named,
  ]);
  return {
    columns: [
      ...[...keys].filter((key) => !listed.has(key)).map((key): Column => ({ name: identifier(key), type: 'VARCHAR' })),
      ...[...listed].map((key): Column => ({ name: identifier(key), type: 'JSON' })),
    ],
    id: identifier(id),
    created: identifier(created),
    updated: identifier(updated),
    requester: identifier(requester),
    deleted: `coalesce(${identifier(format.deleted.key)} = ${literal(format.deleted.value)}, false)`,
    tags: `from_json(${identifier(format.tags)}, '["VARCHAR"]')`,
    fields: `coalesce(${lists.join(', ')})`,
    locale: undefined,
    scalar(carrier) {
      if (carrier.kind === 'column') return identifier(carrier.name);
      if (carrier.kind === 'type' || carrier.kind === 'group' || carrier.kind === 'form')
        return identifier(format[carrier.kind]);
      return undefined;
    },
    scalars: [{ kind: 'form' }, { kind: 'group' }, { kind: 'type' }],
    words: {
      columns: [...new Set([id, ...format.texts])].map((key) => ({ name: identifier(key), type: 'VARCHAR' })),
      texts: format.texts.map(identifier),
    },
    hinted: () => false,
  };
}

function csvParts(format: CsvFormat, source: TicketSource, header: readonly string[]): Parts | Missing {
  const named = (name: string) => {
    const exact = header.indexOf(name);
    return exact >= 0 ? exact : header.findIndex((one) => plainName(one) === plainName(name));
  };
  const known = (names: readonly string[]) => {
    const index = names.map(named).find((at) => at >= 0);
    return index === undefined ? undefined : index;
  };
  const at: Partial<Record<'id' | 'created' | 'updated' | 'requester', number>> = {};
  for (const key of ['id', 'created', 'updated', 'requester'] as const) {
    const wanted = source[key];
    const index = wanted === undefined ? known(format[key]) : named(wanted);
    if (index === -1) return { key, name: wanted ?? '' };
    if (index !== undefined) at[key] = index;
  }
  if (at.created === undefined) return { key: 'created', name: '' };
  const sql = (index: number | undefined) => (index === undefined ? undefined : cell(index));
  const tags = known(format.tags);
  const locale = known(format.locale);
  const taken = new Set([...Object.values(at), tags, locale]);
  const ignored = new Set(format.ignored);
  const columns = header.map((_, index): Column => ({ name: cell(index), type: 'VARCHAR' }));
  return {
    columns,
    id: sql(at.id),
    created: cell(at.created),
    updated: sql(at.updated),
    requester: sql(at.requester),
    deleted: 'false',
    tags: tags === undefined ? undefined : String.raw`regexp_split_to_array(${cell(tags)}, '[\s,;]+')`,
    fields: undefined,
    locale: sql(locale),
    scalar(carrier) {
      if (carrier.kind === 'column') {
        const index = named(carrier.name);
        return index < 0 ? undefined : cell(index);
      }
      return carrier.kind === 'type' || carrier.kind === 'group' || carrier.kind === 'form'
        ? sql(known(format[carrier.kind]))
        : undefined;
    },
    scalars: header.flatMap((name, index): Carrier[] =>
      taken.has(index) || ignored.has(plainName(name)) || name.trim() === '' || header.indexOf(name) !== index
        ? []
        : [{ kind: 'column', name }],
    ),
    words: { columns, texts: format.texts.flatMap((names) => sql(known(names)) ?? []) },
    hinted: (carrier) => carrier.kind === 'column' && format.category.includes(plainName(carrier.name)),
  };
}

function cell(index: number): Sql {
  return `"c${index}"`;
}

/** `Created_At` and `created at` are one name; Zendesk puts the type behind the names of fields. */
function plainName(name: string): string {
  return name
    .replace(/\s*\[\w+\]\s*$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[\s_.-]+/g, ' ')
    .trim();
}
