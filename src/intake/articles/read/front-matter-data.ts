import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';

/** A language of front matter that isn't read, with the reason. */
export class UnreadLanguage extends Error {}

const PROGRAMS = new Set('js javascript cjs mjs ts typescript coffee coffeescript cson'.split(' '));
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

/** Parses front matter in one of the languages that site generators use. Throws on mistakes; nothing in it is run. */
export function readFrontMatterData(language: string, text: string): unknown {
  const name = language.toLowerCase();
  if (name === 'toml') return plain(parseToml(text));
  if (name === 'yaml' || name === 'yml') return readYaml(text);
  if (name === 'json') return readYaml(text.trim().startsWith('{') ? text : `{${text}}`);
  if (PROGRAMS.has(name)) throw new UnreadLanguage("The front matter is code; it wasn't run or read.");
  throw new UnreadLanguage(`The front matter is written in "${language}", which isn't supported; it wasn't read.`);
}
