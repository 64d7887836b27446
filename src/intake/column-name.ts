/** The name of a column so that `Created_At`, `createdAt` and `created at` are one; Zendesk puts the type behind the names of fields. */
export function plainName(name: string): string {
  return name
    .replace(/\s*\[\w+\]\s*$/, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[\s_.-]+/g, ' ')
    .trim();
}
