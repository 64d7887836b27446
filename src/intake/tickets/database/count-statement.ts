import { NONE, OTHER } from '#kb/tickets/records/tickets.ts';
import { type KnownWord, MIN_REQUESTERS, MIN_TICKETS_PER_WORD } from '../count.ts';
import { type LeftOutSql, leftOutColumn } from '../left-out.ts';
import type { Sql } from '../sql.ts';
import { localeNames } from '../ticket-locale.ts';
import type { Dialect } from './dialects.ts';

/** The SQL of each field of a ticket in a table: texts, except the times. */
export interface TableColumns {
  id?: Sql | undefined;
  /** Moments. */
  created: Sql;
  updated?: Sql | undefined;
  requester?: Sql | undefined;
  category: Sql;
  /** A second spelling that topics can use for the category: without its prefix. */
  short?: Sql | undefined;
  /** Numbers of groups and forms are not phone numbers. */
  numbered?: boolean | undefined;
  /** With it, tickets that aren't questions are counted apart. */
  leftOut?: LeftOutSql | undefined;
  /** Without it, all tickets are in the language of {@link CountedTable.locale}. */
  locale?: Sql | undefined;
}

export interface CountedTable {
  columns: TableColumns;
  /** The table, or a query in brackets with a name behind it. */
  from: Sql;
  /** Words that topics claim or the company maps. */
  words: readonly KnownWord[];
  /** Categories that the source's counts already contain. */
  shown: readonly string[];
  site: { locales: readonly string[]; defaultLocale: string };
  /** The language of tickets without a language of the site. */
  locale: string;
  timezone: string;
}

/** Days outside are slips of a clock or of a hand; an import finds them, and more, by itself. */
const FIRST_DAY = '1990-01-01';
const LAST_DAY = '2099-12-31';

/**
 * One statement that does to a table what the import does to a file, and answers with daily counts alone: rows of
 * `day`, `locale`, `category` and `tickets`, in their order. Tickets that are left out are rows without these, but with
 * the code of the reason as `left_out`, and what decided as `left_place` and `left_word`. Words that too few people used,
 * or that look personal, are summed under {@link OTHER} before anything leaves the database.
 *
 * @param undated whether tickets without a day are counted as well, with no day
 */
export function countStatement(dialect: Dialect, table: CountedTable, undated: boolean): Sql {
  const { columns, from, site } = table;
  const { literal, text, trim, wordKey } = dialect;
  const { leftOut } = columns;
  const kept = leftOut ? leftOut.values.map((_, place) => `, ${leftOutColumn(place)}`).join('') : '';
  const isQuestion = leftOut ? ' AND left_out = 0' : '';
  const ofQuestions = (column: Sql) => (leftOut ? `CASE WHEN left_out = 0 THEN ${column} END AS ${column}` : column);
  const decided = leftOut ? `, left_out, ${text(leftOut.place)} AS left_place, ${text(leftOut.word)} AS left_word` : '';
  const reasons = leftOut ? ', left_out, left_place, left_word' : '';
  const absent = text('NULL');
  const known = (key: string) => (columns.short === undefined ? `w.${key}` : `coalesce(w.${key}, s.${key})`);
  const places = site.locales.map((tag, place) => `WHEN ${literal(tag)} THEN ${place}`).join(' ');
  const enough =
    columns.requester === undefined
      ? `u.tickets >= ${MIN_TICKETS_PER_WORD}`
      : `CASE WHEN (SELECT count(requester) FROM counted WHERE day IS NOT NULL${isQuestion}) > 0 THEN u.people >= ${MIN_REQUESTERS} ELSE u.tickets >= ${MIN_TICKETS_PER_WORD} END`;
  return `WITH words AS (
${rowsOf(dialect, knownWords(table.words, dialect))}
), shown AS (
${rowsOf(dialect, shownWords(table.shown, dialect))}
), tickets AS (
  SELECT ${columns.id ?? absent} AS id, coalesce(${columns.updated ?? columns.created}, ${columns.created}) AS changed,
    ${dialect.day(columns.created, table.timezone)} AS day, ${columns.locale ?? absent} AS locale,
    nullif(${trim(columns.category)}, '') AS category, ${columns.short === undefined ? absent : trim(columns.short)} AS short,
    nullif(lower(${trim(columns.requester ?? absent)}), '') AS requester${leftOut ? leftOut.values.map((value, place) => `, ${value} AS ${leftOutColumn(place)}`).join('') : ''}
  FROM ${from}
), named AS (
  SELECT r.id AS id, r.changed AS changed, r.requester AS requester, ${languageCase(dialect, table)} AS locale,
    ${undated ? 'r.day' : `CASE WHEN r.day BETWEEN DATE '${FIRST_DAY}' AND DATE '${LAST_DAY}' THEN r.day END`} AS day,
    CASE WHEN r.category IS NULL THEN ${literal(NONE)} ELSE ${known('category')} END AS known,
    CASE WHEN r.category IS NULL THEN 0 ELSE ${known('place')} END AS place,
    CASE WHEN r.category IS NULL OR ${known('word')} IS NOT NULL THEN NULL
      WHEN ${dialect.matches('r.category', personal(dialect, columns.numbered === true))} THEN ${literal(OTHER)} ELSE r.category END AS other${leftOut ? `, ${leftOut.code} AS left_out` : ''}${kept}
  FROM tickets r LEFT JOIN words w ON w.word = ${wordKey('r.category')}${columns.short === undefined ? '' : ` LEFT JOIN words s ON s.word = ${wordKey('r.short')}`}
), counted AS (${
    columns.id === undefined
      ? `
  SELECT day, locale, known, other, ${wordKey('other')} AS word, requester${decided} FROM named`
      : `
  SELECT day, locale, known, other, ${wordKey('other')} AS word, requester${decided} FROM (
    SELECT day, locale, known, other, requester${leftOut ? ', left_out' : ''}${kept}, row_number() OVER (PARTITION BY ${dialect.bytewise('id')} ORDER BY changed DESC NULLS LAST,
      day DESC NULLS FIRST, CASE locale ${places} END DESC, place DESC NULLS FIRST, ${dialect.bytewise('other')} DESC NULLS FIRST${leftOut ? ', left_out DESC' : ''}) AS version
    FROM named WHERE id <> '') v
  WHERE version = 1`
  }
), used AS (
  SELECT word, min(${dialect.bytewise('other')}) AS category, count(*) AS tickets, count(DISTINCT requester) AS people
  FROM counted WHERE day IS NOT NULL AND word IS NOT NULL${isQuestion} GROUP BY word
), enough AS (
  SELECT u.word AS word, coalesce(s.category, ${dialect.composed('u.category')}) AS category
  FROM used u LEFT JOIN shown s ON s.word = u.word
  WHERE u.word <> ${literal(OTHER)} AND (s.word IS NOT NULL OR ${enough})
), daily AS (
  SELECT day, locale, known, word, count(*) AS tickets${reasons}
  FROM (SELECT ${['day', 'locale', 'known', 'word'].map(ofQuestions).join(', ')}${reasons} FROM counted${undated ? '' : ' WHERE day IS NOT NULL'}) q
  GROUP BY day, locale, known, word${reasons}
), renamed AS (
  SELECT d.day AS day, d.locale AS locale, coalesce(d.known, e.category, ${literal(OTHER)}) AS category, d.tickets AS tickets${reasons}
  FROM daily d LEFT JOIN enough e ON e.word = d.word
)
SELECT day, locale, category, CAST(sum(tickets) AS ${dialect.integer}) AS tickets${reasons}
FROM renamed GROUP BY day, locale, category${reasons} ORDER BY day, locale, category${dialect.end}`;
}

/** Of each word its category, and the place of that among all. */
function knownWords(
  words: readonly KnownWord[],
  { keyOf }: Dialect,
): [word: string, category: string, place: number][] {
  const places = new Map(
    [...new Set([NONE, ...words.map(({ category }) => category)])].map((category, place) => [category, place]),
  );
  const known = new Map<string, string>();
  for (const { from, category } of words) {
    const before = known.get(keyOf(from));
    if (before === undefined || category < before) known.set(keyOf(from), category);
  }
  return [...known].map(([word, category]) => [word, category, places.get(category) ?? 0]);
}

function shownWords(shown: readonly string[], { keyOf }: Dialect): [word: string, category: string, place: number][] {
  const words = new Map<string, string>();
  for (const category of shown) {
    const before = words.get(keyOf(category));
    if (before === undefined || category < before) words.set(keyOf(category), category);
  }
  return [...words].map(([word, category]) => [word, category, 0]);
}

/** Rows without VALUES, which not every database has; the first, which no ticket matches, names the columns. */
function rowsOf({ literal, text }: Dialect, rows: readonly (readonly [string, string, number])[]): Sql {
  return [
    `  SELECT ${text("''")} AS word, ${text("''")} AS category, 0 AS place`,
    ...rows.map(([word, category, place]) => `  UNION ALL SELECT ${literal(word)}, ${literal(category)}, ${place}`),
  ].join('\n');
}

/** As `localeSql` does for files: by its tag, then by the whole name, then by the part before its first hyphen. */
function languageCase({ literal, trim }: Dialect, { columns, site, locale }: CountedTable): Sql {
  if (columns.locale === undefined) return literal(locale);
  const spoken = `replace(lower(${trim('r.locale')}), '_', '-')`;
  const names = [...localeNames(site)];
  const tags = site.locales.map((tag) => `WHEN r.locale = ${literal(tag)} THEN ${literal(tag)}`);
  const whole = names.map(([name, tag]) => `WHEN ${spoken} = ${literal(name)} THEN ${literal(tag)}`);
  const begun = names
    .filter(([name]) => !name.includes('-'))
    .map(([name, tag]) => `WHEN ${spoken} LIKE ${literal(`${name}-%`)} THEN ${literal(tag)}`);
  return `CASE ${[...tags, ...whole, ...begun].join(' ')} ELSE ${literal(locale)} END`;
}

/** Values that can identify a person: a long text, an address, many digits in a row. */
function personal({ space }: Dialect, numbered: boolean): string {
  return numbered ? '^.{61}' : `@|[^@]{61}|[0-9]([${space}().+/-]{0,2}[0-9]){6}`;
}
