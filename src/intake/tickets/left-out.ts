import { type LeftOutReason, leftOutReasons } from '#kb/tickets/imports/left-out.ts';
import { escapeRegExp } from '#kb/values/escape.ts';
import { wordKey } from '#kb/values/word-key.ts';
import { channelColumns, flags, moreStatuses, no, statuses, totals, yes } from './formats/left-out-words.ts';
import { literal, type Sql } from './sql.ts';

/** A place in a ticket that says that it isn't a customer's question. */
export interface LeftOutPlace {
  reason: LeftOutReason;
  /** The column or key, as the export writes it. */
  name: string;
  /** Its text. */
  value: Sql;
  /** The values that say so, in lowercase; without them, any value does except one that means no. */
  is?: readonly string[] | undefined;
  /** Instead: a tag in a list of them, and how it is written there. */
  tag?: { name: string; written: string } | undefined;
  /** Whether it says so only in a row without a readable date. */
  undated?: boolean | undefined;
}

/**
 * The places of a table that say that a row isn't a question.
 *
 * @param header the names of its columns
 * @param plain the same in lowercase with single spaces
 * @param statusNames names of columns with a status
 * @param labels the places of columns in which a row of sums is named
 */
export function leftOutPlaces(
  header: readonly string[],
  plain: readonly string[],
  statusNames: readonly string[],
  labels: readonly number[],
  cell: (index: number) => Sql,
): LeftOutPlace[] {
  const found = plain.flatMap((plainName, index): LeftOutPlace[] => {
    const at = { name: header[index] ?? '', value: cell(index) };
    const flagged = flags
      .filter(({ names, beside = [] }) => names.includes(plainName) && beside.every((name) => plain.includes(name)))
      .map(({ reason, is }): LeftOutPlace => ({ reason, ...at, is }));
    if (statusNames.includes(plainName) || moreStatuses.includes(plainName))
      return [
        ...leftOutReasons.flatMap((reason) => (statuses[reason] ? [{ reason, ...at, is: statuses[reason] }] : [])),
        ...flagged,
      ];
    if (channelColumns.includes(plainName))
      return [
        { reason: 'side-conversation', ...at, is: ['side_conversation', 'side conversation', 'side-conversation'] },
      ];
    return flagged;
  });
  const sums = [...new Set(labels)].map(
    (index): LeftOutPlace => ({
      reason: 'total',
      name: header[index] ?? '',
      value: cell(index),
      is: totals,
      undated: true,
    }),
  );
  return [...sums, ...found];
}

/** How a query finds the tickets that are left out. */
export interface LeftOutSql {
  /** What is read of a ticket, as columns with the names of {@link leftOutColumn}. */
  values: readonly Sql[];
  /** Of these columns and `day`, the code of the reason, counted from 1; 0 if the ticket counts. */
  code: Sql;
  /** Of these columns, `day` and the code as `left_out`: the name of the place that decided, and the known word in it. */
  place: Sql;
  word: Sql;
}

/** Where databases differ. */
export interface LeftOutDialect {
  /** A text in the form of `wordKey`. */
  key(value: Sql): Sql;
  /** Whether a text in that form is one of some words. */
  isOneOf(key: Sql, words: readonly string[]): Sql;
  contains(value: Sql, text: string): Sql;
  /** A text in that form if it is one of {@link shownWords}. */
  known(key: Sql): Sql;
}

/** DuckDB, with the macros of words and the types of {@link leftOutTypes}. */
const duckdb: LeftOutDialect = {
  key: (value) => `word_key(${value})`,
  // Almost no ticket is left out, so one pattern per column decides for almost all.
  isOneOf: (key, words) => `regexp_full_match(${key}, ${literal(words.map(escapeRegExp).join('|'))})`,
  contains: (value, text) => `contains(${value}, ${literal(text)})`,
  known: (key) => `try_cast(${key} AS left_words)`,
};

export function leftOutColumn(place: number): Sql {
  return `left_${place}`;
}

/** The words that can be shown as the value that decided: those of the help desks, and never anything else. */
export function shownWords(places: readonly LeftOutPlace[]): string[] {
  const words = [...yes, ...places.flatMap(({ is = [], tag }) => [...is.map(wordKey), ...(tag ? [tag.name] : [])])];
  return [...new Set(words)];
}

/** The types of the columns that hold what decided, for all exports of an import. */
export function leftOutTypes(places: readonly LeftOutPlace[]): Sql[] {
  const names = [...new Set(['', ...places.map(({ name }) => name.replaceAll('\0', ''))])];
  return [
    `CREATE TYPE left_places AS ENUM (${names.map(literal).join(', ')})`,
    `CREATE TYPE left_words AS ENUM (${shownWords(places).map(literal).join(', ')})`,
  ];
}

export function leftOutSql(places: readonly LeftOutPlace[], dialect: LeftOutDialect = duckdb): LeftOutSql {
  // Almost all rows have a date, so the words of the others are compared only for those.
  const read = ({ value, tag, undated }: LeftOutPlace) =>
    tag ? dialect.contains(`coalesce(${value}, '')`, tag.written) : undated ? value : dialect.key(value);
  const values = [...new Set(places.map(read))];
  const column = (place: LeftOutPlace) => leftOutColumn(values.indexOf(read(place)));
  const keyOf = (place: LeftOutPlace) => (place.undated ? dialect.key(column(place)) : column(place));
  const isSo = (key: Sql, words: readonly string[]) => dialect.isOneOf(key, words.map(wordKey));
  const condition = (place: LeftOutPlace) => {
    const key = keyOf(place);
    if (place.tag) return key;
    const when = place.is ? isSo(key, place.is) : `${key} <> '' AND NOT ${isSo(key, no)}`;
    return place.undated
      ? `CASE WHEN day IS NULL THEN coalesce(${when}, false) ELSE false END`
      : `coalesce(${when}, false)`;
  };
  const ordered = leftOutReasons.flatMap((reason) => places.filter((place) => place.reason === reason));
  if (ordered.length === 0) return { values, code: '0', place: 'NULL', word: 'NULL' };
  const cases = (then: (place: LeftOutPlace) => Sql) =>
    ordered.map((place) => `WHEN ${condition(place)} THEN ${then(place)}`).join(' ');
  const decided = (then: (place: LeftOutPlace) => Sql) => `CASE WHEN left_out = 0 THEN NULL ${cases(then)} END`;
  const any = [...Map.groupBy(places, (place) => `${place.undated === true} ${column(place)}`).values()].flatMap(
    (all) => {
      const [first] = all;
      if (!first) return [];
      const one = all.every(({ is }) => is) ? { ...first, is: [...new Set(all.flatMap(({ is }) => is ?? []))] } : first;
      return one.is || one.tag ? condition(one) : `${column(one)} <> ''`;
    },
  );
  const code = ({ reason }: LeftOutPlace) => String(leftOutReasons.indexOf(reason) + 1);
  return {
    values,
    code: `CASE WHEN NOT coalesce(${any.join(' OR ')}, false) THEN 0 ${cases(code)} ELSE 0 END`,
    place: decided(({ name }) => literal(name)),
    word: decided((place) => dialect.known(place.tag ? literal(place.tag.name) : keyOf(place))),
  };
}
