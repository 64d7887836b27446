import type { Sql } from './sql.ts';

const readable = ['name', 'display_value', 'displayName', 'label', 'title', 'tag', 'value', 'text', 'slug'];

/** The text of a JSON list's item: of an object, what people read of it. */
export function itemText(item: Sql): Sql {
  const read = readable.map((key) => `${item}->>'$.${key}'`).join(', ');
  return `CASE json_type(${item}) WHEN 'OBJECT' THEN coalesce(${read}) WHEN 'ARRAY' THEN NULL ELSE ${item}->>'$' END`;
}
