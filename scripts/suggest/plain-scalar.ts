// Words that some YAML parsers read as a boolean, a number or null.
const reserved = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

/** A text as an entry of a YAML list, with quotes only if it needs them. */
export function plainScalar(text: string): string {
  return /^\p{L}[\p{L}\p{M}\p{N}' \u200c-]*$/u.test(text) && !reserved.test(text) ? text : JSON.stringify(text);
}
