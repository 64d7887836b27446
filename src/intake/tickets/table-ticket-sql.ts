import { parseAttribute, type TicketAttribute, type TicketSource } from '#kb/tickets/records/ticket-sources.ts';
import { plainName } from '../column-name.ts';
import { itemText } from './choice-sql.ts';
import { columnNames } from './formats/column-names.ts';
import type { TableFormat } from './formats/format.ts';
import { namesId } from './formats/id-columns.ts';
import { timePlaces, timeRank } from './formats/time-columns.ts';
import { storesUtc } from './formats/utc-tables.ts';
import { canBeWord, pathValue, plainPath, type Steps } from './json-paths.ts';
import { fieldsAt } from './json-ticket-sql.ts';
import { type LeftOutPlace, leftOutPlaces } from './left-out.ts';
import { namesSum } from './shapes/summed-rows.ts';
import { identifier, type Sql } from './sql.ts';
import { columnPlace } from './ticket-outcome.ts';
import type { MissingColumn, SqlColumn, TicketSql } from './ticket-sql.ts';
import { zoneOfColumn } from './times/zones.ts';

/** Columns of times and amounts. */
const measured = /\b(?:at|date|time|minutes|hours|hrs|stations|interactions|reopens|replies|changed)\b/i;

/**
 * @param header the names of the columns, or the keys of the first tickets
 * @param by how SQL names the columns: by their places, because several can have the same name, or by their names, and
 *   values within JSON objects by their paths
 */
export function tableTicketSql(
  format: TableFormat,
  source: TicketSource,
  keys: readonly string[],
  by: 'numbered' | { paths: ReadonlyMap<string, Steps> },
): TicketSql | MissingColumn {
  const paths = by === 'numbered' ? undefined : by.paths;
  const header = paths ? [...keys, ...morePaths(keys, paths, source)] : keys;
  const steps = header.map((name) => paths?.get(name) ?? (keys.includes(name) ? [name] : name.split('.')));
  const cell = (index: number) => (paths ? pathValue(steps[index] ?? []) : `"c${index}"`);
  const plain = header.map((name, index) => (paths ? plainPath(steps[index] ?? []) : plainName(name)));
  /** The places of the columns that go by a name. */
  const named = (name: string): number[] => {
    const exact = placesOf(header, name);
    return exact.length > 0 ? exact : placesOf(plain, plainName(name));
  };
  const known = (names: readonly string[]): number[] => names.map(named).find((at) => at.length > 0) ?? [];
  const sql = (places: readonly number[]): Sql | undefined =>
    places.length > 1
      ? `coalesce(${places.map((index) => `nullif(${cell(index)}, '')`).join(', ')})`
      : places[0] === undefined
        ? undefined
        : cell(places[0]);
  const timeNames = paths ? plain : header;
  const at = { id: [] as number[], created: [] as number[], updated: [] as number[], requester: [] as number[] };
  for (const key of ['id', 'created', 'updated', 'requester'] as const) {
    const wanted = source[key];
    const usual = () => {
      if (key === 'created' || key === 'updated') return timePlaces(key, timeNames);
      const listed = known(format[key]);
      return key === 'id' && listed.length === 0 ? numbersOfTickets(plain) : listed;
    };
    at[key] = (wanted === undefined ? usual() : named(wanted)).slice(0, 1);
    if (wanted !== undefined && at[key].length === 0) return { key, name: wanted };
  }
  const created = sql(at.created);
  if (created === undefined) return { key: 'created', name: '' };
  const tags = known(format.tags);
  const locale = known(format.locale);
  const texts = format.texts.map((names) => known(names).slice(0, 1));
  const taken = new Set([...Object.values(at).flat(), ...tags, ...locale, ...texts.flat()]);
  const ignored = new Set(format.ignored);
  const mail = known(format.mail).filter((index) => !at.requester.includes(index));
  const outcome = <At extends { at: readonly string[]; beside?: string }>(places: readonly At[]) => {
    const found = places.find(({ at, beside }) => known(at).length > 0 && (!beside || named(beside).length > 0));
    const [index = 0] = found ? known(found.at) : [];
    return found && { ...found, value: cell(index), place: columnPlace(header[index] ?? ''), guessed: true };
  };
  const whole = (all: readonly number[]): Sql | undefined =>
    all.length > 1 ? `concat_ws(' ', ${all.map(cell).join(', ')})` : sql(all);
  const fields = paths ? known(listsOfFields).slice(0, 1) : [];
  const merged = { name: 'closed_by_merge', written: 'closed_by_merge' };
  const tagged = tags.map(
    (index): LeftOutPlace => ({ reason: 'merged', name: header[index] ?? '', value: cell(index), tag: merged }),
  );
  const columns = paths
    ? [...new Set(steps.map(([top = '']) => top))].map((top): SqlColumn => ({ name: identifier(top), type: 'VARCHAR' }))
    : header.map((_, index): SqlColumn => ({ name: cell(index), type: 'VARCHAR' }));
  const place = ([index]: readonly number[]) => (index === undefined ? undefined : header[index]);
  return {
    readFrom: {
      created: place(at.created) ?? '',
      id: place(at.id),
      updated: place(at.updated),
      requester: place(at.requester),
      locale: place(locale),
    },
    createdChoices:
      source.created === undefined ? timePlaces('created', timeNames).map((index) => header[index] ?? '') : [],
    times: zoneOfColumn(place(at.created) ?? '') ?? (storesUtc(header) ? 'UTC' : undefined),
    columns,
    id: sql(at.id),
    created,
    updated: sql(at.updated),
    requester: sql(at.requester),
    leftOut: [
      ...leftOutPlaces(header, plain, columnNames.status, paths ? [] : [0, ...at.id, ...at.created], cell),
      ...tagged,
    ],
    tags: tagsIn(tags.map(cell)),
    fields: fields.length === 0 ? undefined : fieldsAt(fields.map(cell), undefined),
    locale: sql(locale),
    scalar(attribute) {
      if (attribute.kind === 'column') return choicesIn(named(attribute.name).map(cell));
      return attribute.kind === 'type' || attribute.kind === 'group' || attribute.kind === 'form'
        ? worded(sql(known(format[attribute.kind])))
        : undefined;
    },
    scalars: header.flatMap((name, index): TicketAttribute[] =>
      taken.has(index) ||
      ignored.has(plain[index] ?? '') ||
      measured.test(name) ||
      timeRank('created', timeNames[index] ?? '') !== undefined ||
      timeRank('updated', timeNames[index] ?? '') !== undefined ||
      fields.includes(index) ||
      !canBeWord(steps[index] ?? []) ||
      name.trim() === '' ||
      header.indexOf(name) !== index
        ? []
        : [{ kind: 'column', name }],
    ),
    words: { columns, texts: texts.flatMap((places) => sql(places) ?? []), mail: sql(mail) },
    usual: { closed: outcome(format.closed), satisfaction: outcome(format.satisfaction) },
    whole: (name) => whole(named(name)),
    texts: [...texts.flat(), ...known(format.replies)].map(cell),
    hinted: (attribute) =>
      attribute.kind === 'column' &&
      named(attribute.name).some((index) => format.category.includes(plain[index] ?? '')),
  };
}

/** Lists of custom fields as `{id, name, value}`, by their names. */
const listsOfFields = ['custom fields', 'customfields', 'custom field values'];

/** Paths that tickets.yaml names although the first tickets have no such value. */
function morePaths(keys: readonly string[], paths: ReadonlyMap<string, Steps>, source: TicketSource): string[] {
  const tops = new Set([...keys, ...[...paths.values()].map(([top = '']) => top)]);
  const places = [source.category, source.locale, source.closed?.at, source.satisfaction?.at, source.links];
  const columns = places.flatMap((text) => {
    const attribute = text === undefined ? undefined : parseAttribute(text);
    return attribute?.kind === 'column' ? [attribute.name] : [];
  });
  return [source.id, source.created, source.updated, source.requester, ...columns].filter(
    (name) => name?.includes('.') && !keys.includes(name) && tops.has(name.split('.')[0] ?? ''),
  ) as string[];
}

function placesOf(names: readonly string[], name: string): number[] {
  return names.flatMap((one, index) => (one === name ? [index] : []));
}

/** What was chosen in a field: Jira writes every choice of it into a column of its own, all with one name. */
function choicesIn(cells: readonly Sql[]): Sql | undefined {
  if (cells.length < 2) return worded(cells[0]);
  return `nullif(concat_ws(chr(10), ${cells.map((cell) => worded(`nullif(${cell}, '')`)).join(', ')}), '')`;
}

/** Some desks write a dash where a list has no choice. */
function worded(cell: Sql | undefined): Sql | undefined {
  return cell && `nullif(${cell}, '-')`;
}

/** Redmine calls its numbers "#". */
function numbersOfTickets(plain: readonly string[]): number[] {
  const isId = (name: string) => (namesId(name) && !namesSum(name)) || (name === '#' && plain.includes('tracker'));
  return plain.flatMap((name, index) => (isId(name) ? [index] : []));
}

/** The tags in one cell, or in several columns of one name. A tag can contain spaces only if commas separate the tags. */
function tagsIn(cells: readonly Sql[]): Sql | undefined {
  const lists = cells.map(
    (
      cell,
    ) => String.raw`CASE WHEN starts_with(${cell}, '[') AND json_valid(${cell}) THEN list_transform(from_json(${cell}, '["JSON"]'), lambda t: ${itemText('t')})
      WHEN regexp_full_match(${cell}, '\{[^{}]*\}') THEN list_transform(regexp_split_to_array(trim(${cell}, '{}'), '\s*,\s*'), lambda t: trim(t, '"'))
      WHEN starts_with(${cell}, '[') THEN regexp_split_to_array(trim(${cell}, '[] "'''), '["'']?\s*,\s*["'']?')
      WHEN regexp_matches(${cell}, '[,;|\n]') THEN regexp_split_to_array(${cell}, '\s*[,;|\n]\s*') ELSE regexp_split_to_array(${cell}, '\s+') END`,
  );
  if (lists.length < 2) return lists[0];
  return `list_filter(flatten([${lists.map((list) => `coalesce(${list}, [])`).join(', ')}]), lambda t: t <> '')`;
}
