/** Undoes percent encoding. A text that isn't validly encoded, such as `50%`, stays as it is. */
export function decodeAddress(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
