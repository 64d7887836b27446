/** What a text shows of other files. */
export interface ShownParts {
  /** Names of snippets. */
  snippets: string[];
  /** Names of facts. */
  facts: string[];
}

/**
 * The snippets and facts that a text shows, by their names.
 *
 * In a code sample they are only text, and still found: one name too many does no harm here.
 */
export function shownParts(text: string): ShownParts {
  const all = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort();
  return {
    snippets: all(/<Snippet\s[^>]*\bname=["']([^"']+)["']/g),
    facts: all(/\{\s*facts\.([A-Za-z0-9]+)\s*\}/g),
  };
}
