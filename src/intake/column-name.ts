/**
 * The name of a column to compare by: `Created_At`, `createdAt`, and `created at` are the same. The type that Zendesk
 * appends to the names of fields is dropped.
 */
export function plainName(name: string): string {
  return name
    .replace(/\s*\[\w+\]\s*$/, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[\s_.-]+/g, ' ')
    .trim();
}
