import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { isData } from '#kb/values/data.ts';
import type { SourceFile } from '../imported-site.ts';
import { readStaticModule, type StaticValues } from './static-values.ts';

/** The data of a JSON, YAML, TOML or JavaScript file, as far as it is written out; nothing if it can't be read. */
export function readDataOf({ path, text }: SourceFile): unknown {
  try {
    if (/\.toml$/i.test(path)) return parseToml(text);
    if (/\.[cm]?[jt]sx?$/i.test(path)) return readStaticModule(text)?.exports.get('default');
    if (/\.(?:json5?|ya?ml)$/i.test(path)) {
      // Numbers stay as they are written: version 1.10 isn't 1.1. MkDocs has tags of Python, which aren't data.
      return parseYaml(text, {
        logLevel: 'silent',
        uniqueKeys: false,
        merge: true,
        customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !/:(?:int|float)$/.test(tag.tag)),
      });
    }
  } catch {
    // A file with a mistake has no data.
  }
  return undefined;
}

/** What other files can import from a data file, by name; `default` is all of it. */
export function readDataFile(file: SourceFile): StaticValues {
  if (/\.[cm]?[jt]sx?$/i.test(file.path)) return readStaticModule(file.text)?.exports ?? new Map();
  const data = readDataOf(file);
  return new Map([['default', data], ...(isData(data) ? Object.entries(data) : [])]);
}
