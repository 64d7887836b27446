import { parseAttribute, type TicketAttribute, type TicketSource } from '#kb/tickets/records/ticket-sources.ts';
import { plainName } from '../column-name.ts';
import { columnNames } from './formats/column-names.ts';
import type { JsonFormat, Path } from './formats/format.ts';
import type { LeftOutPlace } from './left-out.ts';
import { identifier, literal, type Sql } from './sql.ts';
import { columnPlace } from './ticket-outcome.ts';
import type { SqlColumn, TicketOutcome, TicketSql } from './ticket-sql.ts';

/** @param keys the keys of the first tickets */
export function jsonTicketSql(format: JsonFormat, source: TicketSource, keys: readonly string[]): TicketSql {
  const named = (key: 'id' | 'created' | 'updated' | 'requester') => {
    const name = source[key];
    return name === undefined ? format[key] : [name];
  };
  const settings = [source.category, source.locale, source.closed?.at, source.satisfaction?.at, source.links];
  const namedColumns = settings.flatMap((text) => {
    const attribute = text === undefined ? undefined : parseAttribute(text);
    return attribute?.kind === 'column' ? [attribute.name] : [];
  });
  const own = ownKeys(format, keys);
  const has = (path: Path | undefined) => path !== undefined && keys.includes(topKey(path));
  const closed = format.closed?.find(({ at }) => at.some(has));
  const satisfaction = format.satisfaction?.at.some(has) ? format.satisfaction : undefined;
  const links = has(format.links) ? format.links : undefined;
  const replies = has(format.replies?.at) ? format.replies : undefined;
  const leftOut = format.leftOut ?? [];
  const spoken = [...format.locale, ...keys.filter((key) => columnNames.locale.includes(plainName(key)))];
  const plain = [
    ...named('id'),
    ...named('created'),
    ...named('updated'),
    ...named('requester'),
    ...spoken,
    ...format.type,
    ...format.group,
    ...format.form,
    ...leftOut.map(({ at }) => at),
    ...(format.beside ? [format.beside.by] : []),
    ...(closed?.at ?? []),
    ...(satisfaction?.at ?? []),
    ...(links ? [links] : []),
    ...namedColumns,
    ...own,
  ];
  const texts = format.texts.flat();
  const searched = source.links === 'text';
  const trees = [...(format.tags?.at ?? []), ...format.fields, ...(searched && replies ? [replies.at] : [])];
  const columns = columnsOf([...plain, ...(searched && !replies ? texts : [])], trees.map(topKey));
  const mail = source.requester === undefined ? format.mail : undefined;
  const words = columnsOf([...named('id'), ...texts, ...(mail ?? [])], []);
  const type = (all: readonly SqlColumn[]) => new Map(all.map((column) => [column.name, column.type]));
  const types = type(columns);
  const wordTypes = type(words);
  const first = (paths: readonly Path[], of = types) =>
    paths.length === 0 ? undefined : coalesced(paths.map((path) => valueAt(path, of)));
  const usual: TicketOutcome = {
    closed: closed && { value: first(closed.at) ?? 'NULL', is: closed.is, ...usualPlace(closed.at) },
    satisfaction: satisfaction && {
      ...satisfaction,
      value: coalesced(satisfaction.at.map((path) => textAt(path, types))),
      ...usualPlace(satisfaction.at),
    },
    // Only actual links show whether the company uses the help desk's way of linking articles.
    links: links === undefined ? undefined : { value: valueAt(links, types), place: links, guessed: true },
  };
  // The company can name a key that the first tickets lack.
  const place = (key: 'id' | 'created' | 'updated' | 'requester') => named(key).find(has) ?? source[key];
  return {
    readFrom: {
      created: place('created') ?? '',
      id: place('id'),
      updated: place('updated'),
      requester: place('requester'),
      locale: spoken.find(has),
    },
    createdChoices: [],
    times: undefined,
    columns,
    id: first(named('id')),
    created: first(named('created')) ?? 'NULL',
    updated: place('updated') === undefined ? undefined : first(named('updated')),
    requester: first(named('requester')),
    leftOut: [
      ...leftOut.map(({ reason, at, is }) => ({ reason, name: at, is, value: valueAt(at, types) })),
      ...(format.leftOutTags ?? []).flatMap(({ reason, tag }): LeftOutPlace[] => {
        const [path] = format.tags?.at ?? [];
        const value = path && `${treeAt(path)}::VARCHAR`;
        return value ? [{ reason, name: path, value, tag: { name: tag, written: JSON.stringify(tag) } }] : [];
      }),
    ],
    tags:
      format.tags && `coalesce(${format.tags.at.map((path) => tagsAt(treeAt(path), format.tags?.text)).join(', ')})`,
    fields: format.fields.length === 0 ? undefined : fieldsAt(format.fields.map(treeAt), format.fieldText),
    locale: first(spoken),
    scalar(attribute) {
      if (attribute.kind === 'column') return valueAt(attribute.name, types);
      return attribute.kind === 'type' || attribute.kind === 'group' || attribute.kind === 'form'
        ? first(format[attribute.kind])
        : undefined;
    },
    scalars: [
      ...own.map((name): TicketAttribute => ({ kind: 'column', name })),
      ...(['form', 'group', 'type'] as const).filter((kind) => format[kind].length > 0).map((kind) => ({ kind })),
    ],
    words: {
      columns: words,
      texts: format.texts.flatMap((paths) => first(paths, wordTypes) ?? []),
      mail: first(mail ?? [], wordTypes),
    },
    usual,
    whole: (name) => valueAt(name, types),
    texts: replies ? [repliesAt(replies, first(named('requester')))] : texts.map((path) => valueAt(path, types)),
    hinted: (attribute) => attribute.kind === 'column' && isCategory(attribute.name),
  };
}

/** Custom fields: keys that aren't the help desk's or, if those aren't known, keys named like a category. */
function ownKeys({ deskKeys, id, created, updated, requester }: JsonFormat, keys: readonly string[]): string[] {
  if (deskKeys === undefined) return keys.filter(isCategory);
  const known = new Set([...deskKeys, ...[...id, ...created, ...updated, ...requester].map(topKey)]);
  return keys.filter((key) => !known.has(key));
}

function isCategory(key: string): boolean {
  return columnNames.category.includes(plainName(key));
}

/** A key that is only read whole is loaded as text, and one that is looked into as JSON. */
function columnsOf(plain: readonly Path[], trees: readonly string[]): SqlColumn[] {
  const looked = new Set([...trees, ...plain.filter((path) => path.includes('.')).map(topKey)]);
  return [...new Set([...plain.map(topKey), ...trees])].map((key) => ({
    name: identifier(key),
    type: looked.has(key) ? 'JSON' : 'VARCHAR',
  }));
}

function topKey(path: Path): string {
  return path.split('.')[0] ?? '';
}

function valueAt(path: Path, types: ReadonlyMap<Sql, SqlColumn['type']>): Sql {
  const column = identifier(topKey(path));
  return types.get(column) === 'VARCHAR' ? column : `(${column}->>${inner(path)})`;
}

/** The same, but nothing for an object. */
function textAt(path: Path, types: ReadonlyMap<Sql, SqlColumn['type']>): Sql {
  const value = valueAt(path, types);
  return types.get(identifier(topKey(path))) === 'VARCHAR'
    ? value
    : `(CASE json_type(${treeAt(path)}) WHEN 'OBJECT' THEN NULL ELSE ${value} END)`;
}

function treeAt(path: Path): Sql {
  return path.includes('.') ? `(${identifier(topKey(path))}->${inner(path)})` : identifier(path);
}

/** What follows the first key, as JSONPath. */
function inner(path: Path): Sql {
  const steps = path.split('.').slice(1);
  return literal(
    `$${steps.map((step) => (/^(?:\d+|\*)$/.test(step) ? `[${step}]` : `."${step.replaceAll('"', '')}"`)).join('')}`,
  );
}

function coalesced(values: readonly Sql[]): Sql {
  return values.length === 1
    ? (values[0] ?? 'NULL')
    : `coalesce(${values.map((value) => `nullif(${value}, '')`).join(', ')})`;
}

function tagsAt(tree: Sql, text: string | undefined): Sql {
  if (text === undefined) return `from_json(${tree}, '["VARCHAR"]')`;
  const one = `CASE json_type(t) WHEN 'OBJECT' THEN t->>${literal(`$."${text}"`)} ELSE t->>'$' END`;
  return `CASE json_type(${tree}) WHEN 'ARRAY' THEN list_transform(from_json(${tree}, '["JSON"]'), lambda t: ${one}) END`;
}

/** One list of `{id, name, value}`, whether the desk writes lists or objects. */
export function fieldsAt(trees: readonly Sql[], text: string | undefined): Sql {
  const empty = `'""', 'null'`;
  const value =
    text === undefined ? 'f.value' : `CASE WHEN f.text IN (${empty}) THEN f.value ELSE coalesce(f.text, f.value) END`;
  const whole = trees.map((tree) => {
    const list = `from_json(${tree}, '[{"id":"VARCHAR","fieldId":"VARCHAR","name":"VARCHAR","label":"VARCHAR","value":"JSON"${text === undefined ? '' : `,"${text}":"JSON"`}}]')`;
    return `CASE json_type(${tree})
      WHEN 'ARRAY' THEN list_transform(${list}, lambda f: {id: coalesce(f.id, f.fieldId), name: coalesce(f.name, f.label), value: ${value}})
      WHEN 'OBJECT' THEN list_transform(map_entries(from_json(${tree}, '"MAP(VARCHAR,JSON)"')), lambda f: {id: f.key, name: NULL::VARCHAR, value: f.value}) END`;
  });
  return whole.length === 1 ? (whole[0] ?? 'NULL') : `coalesce(${whole.join(', ')})`;
}

function usualPlace([path = '']: readonly Path[]): { place: string; guessed: boolean } {
  return { place: columnPlace(path), guessed: false };
}

/** What was not written by the customer, in one text. */
function repliesAt({ at, text, customers }: NonNullable<JsonFormat['replies']>, requester: Sql | undefined): Sql {
  const tree = treeAt(at);
  const key = (path: Path) => `(r->>${inner(`r.${path}`)})`;
  const author = key(customers.at);
  const theirs =
    customers.is === 'requester'
      ? `${author} = ${requester ?? 'NULL'}`
      : `${author} IN (${customers.is.map(literal).join(', ')})`;
  const messages = `list_filter(from_json(${tree}, '["JSON"]'), lambda r: NOT coalesce(${theirs}, false))`;
  const one = `concat_ws(chr(10), ${text.map(key).join(', ')})`;
  return `CASE json_type(${tree}) WHEN 'ARRAY' THEN array_to_string(list_transform(${messages}, lambda r: ${one}), chr(10)) END`;
}
