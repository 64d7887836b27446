/** A name that every host can serve, from any text: lowercase ASCII letters and digits with hyphens between them. */
export function asciiFileName(text: string, fallback: string): string {
  const name = text
    // Letters without their accents.
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name || fallback;
}
