import type { Sql } from './sql.ts';

const readable = ['name', 'display_value', 'displayName', 'label', 'title', 'tag', 'value', 'text', 'slug'];

/** The text of a JSON list's item: of an object, what people read of it. */
export function itemText(item: Sql): Sql {
  const read = readable.map((key) => `${item}->>'$.${key}'`).join(', ');
  return `CASE json_type(${item}) WHEN 'OBJECT' THEN coalesce(${read}) WHEN 'ARRAY' THEN NULL ELSE ${item}->>'$' END`;
}

/**
 * `choices` lists what was chosen in a field with several choices: the items of a JSON list, what people read of a JSON
 * object, the items of PostgreSQL's `{a,b}`, or what semicolons, pipes, line breaks or commas separate.
 *
 * `chosen` is the one that counts: the whole text if a topic claims it, otherwise the first choice that a topic claims,
 * otherwise the first. A comma can be part of a category's name, so unless a topic claims a part, commas separate only if
 * the column is known to hold lists of them. The words that topics claim must be in the variable `claimed_words`.
 */
export const choiceMacros: readonly Sql[] = [
  `CREATE TEMP MACRO json_choices(v) AS CASE json_type(v)
    WHEN 'ARRAY' THEN list_transform(from_json(v, '["JSON"]'), lambda t: ${itemText('t')})
    WHEN 'OBJECT' THEN [${itemText('v::JSON')}] ELSE [v] END`,
  String.raw`CREATE TEMP MACRO choices(v) AS list_filter(list_transform(CASE
    WHEN regexp_matches(v, '^\s*[\[{]') AND json_valid(v) THEN json_choices(v)
    WHEN regexp_full_match(v, '\{[^{}]*\}') THEN list_transform(regexp_split_to_array(trim(v, '{}'), '\s*,\s*'), lambda c: trim(c, '"'))
    WHEN regexp_matches(v, '[;|\n]') THEN regexp_split_to_array(v, '\s*[;|\n]\s*')
    ELSE regexp_split_to_array(v, '\s*,\s*') END, lambda c: bare(c)), lambda c: c IS NOT NULL)`,
  `CREATE TEMP MACRO chosen_of(v, several, commas) AS coalesce(
    list_filter(several, lambda c: list_contains(getvariable('claimed_words'), word_key(c)))[1],
    CASE WHEN commas OR regexp_matches(v, '[;|\\n\\[{]') THEN several[1] ELSE v END)`,
  `CREATE TEMP MACRO chosen(v, commas) AS CASE WHEN v IS NULL OR NOT regexp_matches(v, '[,;|\\n\\[{]') THEN v
    WHEN list_contains(getvariable('claimed_words'), word_key(v)) THEN v
    ELSE chosen_of(v, choices(v), commas) END`,
];

/**
 * One row: whether commas separate choices in a column. They do if a part of some value is a value of its own, or first
 * in one list and later in another.
 *
 * @param rows so many are looked at
 */
export function findCommas(value: Sql, from: Sql, rows: number): Sql {
  return `WITH seen AS (SELECT DISTINCT bare(v) AS v FROM (SELECT ${value} AS v FROM ${from} LIMIT ${rows})
      WHERE v IS NOT NULL AND NOT regexp_matches(v, '[;|\\n\\[{]') AND length(v) <= 200 LIMIT 5000),
    parts AS (SELECT unnest(list_transform(regexp_split_to_array(v, ','), lambda c: word_key(c))) AS part,
        unnest(range(len(regexp_split_to_array(v, ',')))) AS place FROM seen)
    SELECT count(*) > 0 AS commas FROM (SELECT part FROM parts WHERE part <> '' GROUP BY part
      HAVING count(*) FILTER (place > 0) > 0 AND count(*) FILTER (place = 0) > 0)`;
}
