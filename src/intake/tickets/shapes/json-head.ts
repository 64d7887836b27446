/** What the beginning of a JSON file shows of its shape. */
export interface JsonOutline {
  kind: 'array' | 'object';
  /** Whether lists of tickets follow each other, or are in a list, as tools write pages one after the other. */
  lists: boolean;
  /** Keys of the first tickets, whether they lie in a list, in pages or one after the other. */
  keys: string[];
  /** Where the first tickets have values, also within objects but not within lists. */
  paths: string[][];
  /** Where the first object, if it is a page around tickets, holds them; a map where they are values of an object. */
  list: { path: string; map: boolean } | undefined;
}

/** The number of tickets to read for keys that only some have. */
const LOOKED_AT = 200;

/** Objects within objects are looked into so far. */
const DEEPEST = 4;
/** More different values are no fields, but a map of something. */
const MOST_PATHS = 4000;

interface Page {
  keys: Set<string>;
  /** The paths of values and of objects, as JSON. */
  values: Set<string>;
  objects: Set<string>;
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
  /** The page they would be in, if no place with a known name has tickets. */
  other?: (Page & { number: number }) | undefined;
  /** Its keys so far, if it is a ticket or could be one. */
  keys?: Set<string> | undefined;
  /** The keys that lead here within a ticket. */
  steps?: readonly string[] | undefined;
  /** Of that ticket. */
  of?: Page | undefined;
}

/**
 * Looks at the keys of the first tickets without needing the end of the file.
 *
 * @param text starts with `{` or `[`
 * @param places lists of a page that can have its tickets, the most likely first, or objects with a key for each
 */
export function outlineJson(
  text: string,
  places: {
    lists: readonly string[];
    maps: readonly string[];
    /** Whether an object with such keys can be a page around any list. */
    around?: (keys: ReadonlySet<string>) => boolean;
  },
): JsonOutline {
  const { lists, maps } = places;
  const kind = text.startsWith('[') ? 'array' : 'object';
  const outer = newPage(false);
  const others = new Map<string, Page & { number: number }>();
  const pages = new Map<string, Page>();
  const levels: Level[] = [];
  let last = '';
  let tickets = 0;
  let listEnd = text.length;
  for (const { 0: token, index } of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}:,]|[^\s"[\]{}:,]+/gs)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') {
      const next = enter(token === '[', level, outer);
      if (next.path !== undefined && (token === '[' ? lists : maps).includes(next.path)) {
        next.page = pages.get(next.path) ?? newPage(token === '{');
        pages.set(next.path, next.page);
      } else if (next.path !== undefined && token === '[') {
        next.other = others.get(next.path) ?? { ...newPage(false), number: 0 };
        others.set(next.path, next.other);
      }
      if (token === '{' && level?.other) {
        level.other.number++;
        Object.assign(next, { of: level.other, steps: [] });
      }
      if (token === '{' && level?.steps && level.of) level.of.objects.add(JSON.stringify([...level.steps, level.key]));
      if (next.keys !== undefined) tickets++;
      if (tickets > LOOKED_AT) break;
      levels.push(next);
    } else if (token === '}' || token === ']') {
      levels.pop();
      if (levels.length === 0 && kind === 'array') {
        listEnd = index + 1;
        break;
      }
    } else if (token === ':' && level) {
      level.key = last;
      level.keys?.add(last);
      if (level.steps && level.of && level.steps.length < DEEPEST && level.of.values.size < MOST_PATHS)
        level.of.values.add(JSON.stringify([...level.steps, last]));
    } else if (token.startsWith('"')) last = keyText(token);
  }
  const several = kind === 'array' && (/^\[\s*\[/.test(text) || text.slice(listEnd).trimStart().startsWith('['));
  // A ticket can have lists too, but a page has no id.
  const isPage = kind === 'object' ? !outer.keys.has('id') : !several && places.around?.(outer.keys);
  const found = !isPage ? [] : [...maps, ...lists].filter((path) => pages.has(path));
  const path = found.find((one) => pages.get(one)?.keys.size) ?? found[0];
  const page = path === undefined ? undefined : pages.get(path);
  if (path !== undefined && page)
    return { kind, lists: false, keys: [...page.keys], paths: pathsOf(page), list: { path, map: page.map } };
  const [most] = [...others].sort(([, a], [, b]) => b.number - a.number);
  if (most && kind === 'object' && most[1].values.size > 2 && places.around?.(outer.keys)) {
    const paths = pathsOf(most[1]);
    const objects = [...most[1].objects].map((one) => JSON.parse(one)[0] as string);
    const keys = [...new Set([...paths.map(([key = '']) => key), ...objects])];
    return { kind, lists: false, keys, paths, list: { path: most[0], map: false } };
  }
  return { kind, lists: several, keys: [...outer.keys], paths: pathsOf(outer), list: undefined };
}

function newPage(map: boolean): Page {
  return { keys: new Set(), values: new Set(), objects: new Set(), map };
}

/** A key that is an object in some tickets and empty in others is no value. */
function pathsOf({ values, objects }: Page): string[][] {
  return [...values].filter((one) => !objects.has(one)).map((one) => JSON.parse(one) as string[]);
}

function enter(list: boolean, parent: Level | undefined, outer: Page): Level {
  if (!parent)
    return list
      ? { list, path: undefined, key: '', page: outer }
      : { list, path: '', key: '', keys: outer.keys, of: outer, steps: [] };
  const path = parent.list || parent.path === undefined ? undefined : join(parent.path, parent.key);
  if (list) return { list, path, key: '', page: parent.page === outer ? outer : undefined };
  // Each object of the outermost list can be a page.
  if (parent.page === outer) return { list, path: '', key: '', keys: outer.keys, of: outer, steps: [] };
  if (parent.page) return { list, path, key: '', keys: parent.page.keys, of: parent.page, steps: [] };
  return { list, path, key: '', of: parent.of, steps: parent.steps && [...parent.steps, parent.key] };
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
