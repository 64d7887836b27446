import { literal, type Sql } from '../sql.ts';
import { type Dialect, dialects } from './dialects.ts';

const { trim } = dialects.postgres;

/** What separates the values of a list once it is a text. */
const BETWEEN = 'chr(10)';

/** An array as a text with a value per line. */
export function arrayText(cell: Sql): Sql {
  return `array_to_string(${cell}, ${BETWEEN})`;
}

/** JSON as a text: a list has a value per line, and of an object what people read counts. */
export function jsonText(cell: Sql): Sql {
  const json = `CAST(${cell} AS jsonb)`;
  const read = (one: Sql) =>
    `coalesce(${['name', 'label', 'title', 'value'].map((key) => `${one} ->> '${key}'`).join(', ')})`;
  return `CASE jsonb_typeof(${json})
    WHEN 'array' THEN (SELECT string_agg(CASE jsonb_typeof(one) WHEN 'object' THEN ${read('one')} ELSE one #>> '{}' END, ${BETWEEN} ORDER BY place)
      FROM jsonb_array_elements(${json}) WITH ORDINALITY AS all_of (one, place))
    WHEN 'object' THEN ${read(json)} ELSE ${json} #>> '{}' END`;
}

/** The values of a text as an array, whether lines, commas or spaces separate them. */
export function textArray(cell: Sql): Sql {
  return `regexp_split_to_array(${cell}, CASE WHEN ${cell} ~ '[,;|\\n]' THEN '\\s*[,;|\\n]\\s*' ELSE '\\s+' END)`;
}

/**
 * The value that counts of several in a text, as `chosen` does for files: the whole if a topic claims it, otherwise the
 * first that a topic claims, otherwise the first, unless only commas separate them.
 *
 * @param words that topics claim, as the dialect compares them
 */
export function chosenText(cell: Sql, words: readonly string[], { wordKey }: Pick<Dialect, 'wordKey'>): Sql {
  const known = words.length === 0 ? 'false' : `IN (${words.map(literal).join(', ')})`;
  const claims = (value: Sql) => (words.length === 0 ? 'false' : `${wordKey(trim(value))} ${known}`);
  const parts = `regexp_split_to_table(${cell}, CASE WHEN ${cell} ~ '[;|\\n]' THEN '[;|\\n]' ELSE ',' END) WITH ORDINALITY AS parts (part, place)`;
  return `CASE WHEN ${cell} !~ '[,;|\\n]' OR ${claims(cell)} THEN ${cell} ELSE coalesce(
    (SELECT ${trim('part')} FROM ${parts} WHERE ${claims('part')} ORDER BY place LIMIT 1),
    CASE WHEN ${cell} ~ '[;|\\n]' THEN (SELECT ${trim('part')} FROM ${parts} WHERE ${trim('part')} <> '' ORDER BY place LIMIT 1) END, ${cell}) END`;
}
