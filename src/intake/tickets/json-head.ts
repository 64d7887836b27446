/** What the beginning of a JSON file shows of its shape. */
export interface JsonOutline {
  kind: 'array' | 'object';
  /** Keys of the first tickets, whether they lie in a list, in pages or one after the other. */
  keys: string[];
  /** Where the first object, if it is a page around tickets, holds them; a map where they are values of an object. */
  list: { path: string; map: boolean } | undefined;
}

/** The number of tickets to read for keys that only some have. */
const LOOKED_AT = 200;

interface Page {
  keys: Set<string>;
  map: boolean;
}

interface Level {
  list: boolean;
  /** The keys that lead here, with dots between them; none within a list. */
  path: string | undefined;
  /** The key that was read last. */
  key: string;
  /** The page, if the objects in it are tickets. */
  page?: Page | undefined;
  /** Its keys so far, if it is a ticket or could be one. */
  keys?: Set<string> | undefined;
}

/**
 * Looks at the keys of the first tickets without needing the end of the file.
 *
 * @param text starts with `{` or `[`
 * @param places lists of a page that can have its tickets, the most likely first, or objects with a key for each
 */
export function outlineJson(text: string, places: { lists: readonly string[]; maps: readonly string[] }): JsonOutline {
  const { lists, maps } = places;
  const kind = text.startsWith('[') ? 'array' : 'object';
  const outer: Page = { keys: new Set(), map: false };
  const pages = new Map<string, Page>();
  const levels: Level[] = [];
  let last = '';
  let tickets = 0;
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}:,]|[^\s"[\]{}:,]+/gs)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') {
      const next = enter(token === '[', level, outer);
      if (next.path !== undefined && (token === '[' ? lists : maps).includes(next.path)) {
        next.page = pages.get(next.path) ?? { keys: new Set(), map: token === '{' };
        pages.set(next.path, next.page);
      }
      if (next.keys !== undefined) tickets++;
      if (tickets > LOOKED_AT) break;
      levels.push(next);
    } else if (token === '}' || token === ']') {
      levels.pop();
      if (levels.length === 0 && kind === 'array') break;
    } else if (token === ':' && level) {
      level.key = last;
      level.keys?.add(last);
    } else if (token.startsWith('"')) last = keyText(token);
  }
  // A ticket can have lists too, but a page has no id.
  const found = outer.keys.has('id') ? [] : [...maps, ...lists].filter((path) => pages.has(path));
  const path = found.find((one) => pages.get(one)?.keys.size) ?? found[0];
  const page = path === undefined ? undefined : pages.get(path);
  return path === undefined || !page
    ? { kind, keys: [...outer.keys], list: undefined }
    : { kind, keys: [...page.keys], list: { path, map: page.map } };
}

function enter(list: boolean, parent: Level | undefined, outer: Page): Level {
  if (!parent)
    return list ? { list, path: undefined, key: '', page: outer } : { list, path: '', key: '', keys: outer.keys };
  const path = parent.list || parent.path === undefined ? undefined : join(parent.path, parent.key);
  return { list, path, key: '', keys: list ? undefined : parent.page?.keys };
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function keyText(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return '';
  }
}
