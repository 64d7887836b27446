import matter from 'gray-matter';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';

/** A language of front matter that isn't read, with the reason. */
export class UnreadLanguage extends Error {}

const PROGRAMS = 'js javascript cjs mjs ts typescript coffee coffeescript cson'.split(' ');
/** Numbers, dates and yes or no stay as they are written: version 1.10 isn't 1.1. */
const TYPED = new Set(['int', 'float', 'bool'].map((name) => `tag:yaml.org,2002:${name}`));

function readYaml(text: string): unknown {
  return parseYaml(text, {
    uniqueKeys: false,
    logLevel: 'error',
    merge: true,
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !TYPED.has(tag.tag)),
  });
}

/** Dates of TOML as text, so what is read is the same in every language. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}

function refuse(): never {
  throw new UnreadLanguage("The front matter is code; it wasn't run or read.");
}

/**
 * gray-matter runs `---js` through eval unless each engine that it knows by name is replaced, so every name that it knows
 * is listed here.
 */
const engines = {
  toml: (text: string) => plain(parseToml(text)) as object,
  yaml: (text: string) => readYaml(text) as object,
  yml: (text: string) => readYaml(text) as object,
  json: (text: string) => readYaml(text.trim().startsWith('{') ? text : `{${text}}`) as object,
  ...Object.fromEntries(PROGRAMS.map((name) => [name, refuse])),
};
/** No text has it, so gray-matter doesn't end the front matter at a line of dashes inside. */
const FENCE = '\0';

/** Parses front matter in one of the languages that site generators use. Throws on mistakes; nothing in it is run. */
export function readFrontMatterData(language: string, text: string): unknown {
  const name = language.toLowerCase();
  // gray-matter would also find names such as "constructor" in its table of engines.
  if (!Object.hasOwn(engines, name))
    throw new UnreadLanguage(`The front matter is written in "${language}", which isn't supported; it wasn't read.`);
  // An options object keeps gray-matter from caching every file it ever saw.
  return matter(`${FENCE}${name}\n${text}\n${FENCE}\n`, { engines, delimiters: FENCE, language: name }).data;
}
