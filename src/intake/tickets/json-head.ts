/** What the beginning of a JSON file shows of its shape. */
export interface JsonOutline {
  kind: 'array' | 'object';
  /** Keys of the first object: of the first ticket, or of the page around the tickets. */
  keys: string[];
  /** The key of the first object that holds the tickets, if it is such a page. */
  list: string | undefined;
  /** Keys of the first ticket in that list. */
  listKeys: string[];
}

/**
 * Looks at the keys of the first object, and of the first object in a list it holds, without
 * needing the end of the file.
 *
 * @param text begins with `{` or `[`
 * @param lists keys that may hold the list
 */
export function outlineJson(text: string, lists: readonly string[]): JsonOutline {
  const outline: JsonOutline = {
    kind: text.startsWith('[') ? 'array' : 'object',
    keys: [],
    list: undefined,
    listKeys: [],
  };
  const top = outline.kind === 'array' ? 2 : 1;
  const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}:,]|[^\s"[\]{}:,]+/gs;
  let depth = 0;
  let last = '';
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') {
      if (token === '[' && depth === top && outline.kind === 'object' && lists.includes(last)) outline.list = last;
      depth++;
    } else if (token === '}' || token === ']') {
      depth--;
      if (depth < top || (outline.list !== undefined && token === '}' && depth === top + 1)) break;
    } else if (token === ':') {
      if (outline.list === undefined && depth === top) outline.keys.push(last);
      else if (outline.list !== undefined && depth === top + 2) outline.listKeys.push(last);
    } else if (token.startsWith('"')) last = keyText(token);
  }
  return outline;
}

function keyText(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return '';
  }
}
