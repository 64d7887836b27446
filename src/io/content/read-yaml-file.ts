import { join } from 'node:path';
import type { z } from 'zod';
import type { Code } from '#kb/findings/codes.ts';
import { type Finding, finding } from '#kb/findings/finding.ts';
import { type Located, soundPart, validate } from '#kb/findings/validate.ts';
import { readYaml } from '#markdown/yaml.ts';
import { readText } from '../machine/files.ts';
import { unreadableFile } from './unreadable-file.ts';

export interface YamlFile<T> {
  /** `undefined` if the file is missing or invalid. */
  value: T | undefined;
  /** What is left of it without the invalid parts. */
  sound: T | undefined;
  /** What it says, before it is checked; if the YAML has mistakes, what is left without them. */
  raw?: unknown;
  /** Whether its YAML has no mistakes, so `raw` is all of it. */
  isReadable?: boolean;
  /** Whether the file exists. */
  exists: boolean;
  at: Located['at'];
  findings: Finding[];
}

/** Reads one of the company's YAML files and checks it against its schema. */
export async function readYamlFile<S extends z.ZodType>(
  dir: string,
  path: string,
  schema: S,
  code: Code,
): Promise<YamlFile<z.output<S>>> {
  const none = { value: undefined, sound: undefined };
  let text: string | undefined;
  try {
    text = await readText(join(dir, path));
  } catch (error) {
    return { ...none, exists: true, at: () => ({ path }), findings: [unreadableFile(code, path, error)] };
  }
  if (text === undefined) return { ...none, exists: false, at: () => ({ path }), findings: [] };
  const located = readYaml(text, path, code);
  const file = { exists: true, at: located.at };
  const hole = text.indexOf('\ufffd');
  if (hole >= 0) {
    const place = { path, line: text.slice(0, hole).split('\n').length };
    const says = "A character on this line isn't saved as UTF-8.";
    const fix = 'Type it again, and save the file as UTF-8 in your editor.';
    return { ...file, ...none, findings: [finding(code, place, says, fix)] };
  }
  if (located.findings.length > 0) {
    const { rest, findings } = located;
    return {
      ...file,
      value: undefined,
      sound: rest === undefined ? undefined : soundPart(schema, rest),
      raw: rest,
      findings,
    };
  }
  const { value, findings } = validate(schema, located, code);
  return {
    ...file,
    value,
    sound: value ?? soundPart(schema, located.value),
    raw: located.value,
    isReadable: true,
    findings,
  };
}
