/**
 * The name under which a page keeps something in the browser. Every site of a host shares its storage, so a help center
 * below `/help/` doesn't touch what the product keeps.
 */
export function storageKey(name: string): string {
  return `ohje:${import.meta.env.BASE_URL}:${name}`;
}
