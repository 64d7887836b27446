import matter from 'gray-matter';
import { parse as parseYaml } from 'yaml';
import { quoteYamlLines, readTomlLines, readYamlLines } from './front-matter-lines.ts';

/** A source file, split into front matter and body. */
export interface FrontMatter {
  /** Keys as written in the file; empty without front matter. */
  data: Record<string, unknown>;
  /** Whether the file starts with front matter, readable or not. */
  present: boolean;
  /** The rest, with one empty line for each line of front matter: line numbers stay those of the file. */
  body: string;
  /** A sentence for the writer if the front matter could not be read properly. */
  problem?: string;
  /** 1-based line of a top-level key; line 1 when it is not found. */
  lineOf(key: string): number;
}

const TOML = '+++';
const YAML = '---';
const BROKEN = 'The front matter has a mistake and was read the way it was probably meant.';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

class Program extends Error {}

/** Keys of front matter are single words; `Some words: here.` is a sentence. */
function hasKeys(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && Object.keys(value).some((key) => !/\s/.test(key));
}

function refuse(): never {
  throw new Program("The front matter is code; it wasn't run or read.");
}

/**
 * gray-matter runs `---js` through eval unless each engine it knows by name is replaced, so every name that it knows is
 * listed here.
 */
const engines = {
  yaml: (text: string) => parseYaml(text, { uniqueKeys: false, logLevel: 'error' }) as object,
  yml: (text: string) => parseYaml(text, { uniqueKeys: false, logLevel: 'error' }) as object,
  json: (text: string) => JSON.parse(text) as object,
  toml: readTomlLines,
  js: refuse,
  javascript: refuse,
  cjs: refuse,
  mjs: refuse,
  ts: refuse,
  coffee: refuse,
  coffeescript: refuse,
  cson: refuse,
};

function without(text: string): FrontMatter {
  return { data: {}, present: false, body: text, lineOf: () => 1 };
}

/**
 * Splits a file into front matter and body. `text` must have `\n` line ends and no byte order mark.
 *
 * Reads YAML and JSON between `---` lines and the simple lines of TOML between `+++` lines.
 * Never throws: broken front matter gives what could be read of it line by line, and a `problem`.
 */
export function splitSourceFrontMatter(text: string): FrontMatter {
  const fence = text.startsWith(TOML) ? TOML : YAML;
  const end = text.startsWith(fence) ? text.indexOf(`\n${fence}`, fence.length) : -1;
  // Four dashes are a horizontal rule.
  if (end < 0 || text[fence.length] === fence[0]) return without(text);

  const opening = text.slice(fence.length, text.indexOf('\n')).trim();
  const inside = text.slice(text.indexOf('\n') + 1, end + 1);
  const closingEnd = text.indexOf('\n', end + 1);
  const rest = closingEnd < 0 ? '' : text.slice(closingEnd + 1);
  const lines = text.slice(0, text.length - rest.length).split('\n').length - 1;
  const body = '\n'.repeat(lines) + rest;
  const lineOf = (key: string) => {
    const at = inside.split('\n').findIndex((line) => line.replace(/^["']/, '').startsWith(key));
    return at < 0 ? 1 : at + 2;
  };

  const read = (yaml: string): Record<string, unknown> | undefined => {
    const whole = `${fence}${opening}\n${yaml}${fence}\n`;
    // An options object keeps gray-matter from caching every file it ever saw.
    const { data } = matter(whole, { engines, delimiters: fence, language: fence === TOML ? 'toml' : 'yaml' });
    return hasKeys(data) ? data : undefined;
  };
  const found = (data: Record<string, unknown>, problem?: string): FrontMatter => {
    return { data, present: true, body, ...(problem && { problem }), lineOf };
  };

  // gray-matter would also find names such as "constructor" in its table of engines.
  if (opening !== '' && !Object.hasOwn(engines, opening)) {
    return found({}, `The front matter is written in "${opening}", which isn't supported; it wasn't read.`);
  }
  let broken = false;
  for (const text of [inside, quoteYamlLines(inside)]) {
    try {
      const data = read(text);
      if (data) return found(data, broken ? BROKEN : undefined);
      break;
    } catch (error) {
      if (error instanceof Program) return found({}, error.message);
      broken = true;
    }
  }
  const data = readYamlLines(inside);
  if (Object.keys(data).length > 0) return found(data, BROKEN);
  // Text between two horizontal rules looks like front matter until it is parsed.
  return inside.trim() === '' ? { ...without(text), body } : without(text);
}
