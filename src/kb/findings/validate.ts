import { z } from 'zod';
import type { Code } from './codes.ts';
import { type Finding, finding, type Place } from './finding.ts';
import { didYouMean, nearest, suggest } from './suggest.ts';

type Key = PropertyKey;

/** The value of a YAML file, and where each of its keys is. */
export interface Located {
  value: unknown;
  /** The place of a key path, or of the longest part of it that is in the file. */
  at(keys: readonly Key[]): Place;
}

/**
 * Checks a value against its schema and describes every mistake in words a writer understands.
 *
 * @returns the parsed value, or all findings at once
 */
export function validate<S extends z.ZodType>(
  schema: S,
  { value, at }: Located,
  code: Code,
): { value: z.output<S>; findings: [] } | { value: undefined; findings: Finding[] } {
  const result = parse(schema, value);
  if (result.success) return { value: result.data, findings: [] };
  const findings = result.error.issues.flatMap((issue) =>
    explain(schema, value, issue).map(({ keys, says, fix }) => finding(code, at(keys), says, fix)),
  );
  return { value: undefined, findings };
}

/** What remains of a value without its invalid parts; `undefined` if one of them is required. */
export function soundPart<S extends z.ZodType>(schema: S, value: unknown): z.output<S> | undefined {
  const rest = structuredClone(value);
  for (;;) {
    const result = parse(schema, rest);
    if (result.success) return result.data;
    const wrong = result.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path],
    );
    const parts = wrong.map((keys) => partWith(rest, keys));
    for (const keys of parts) {
      if (keys === undefined) return undefined;
      Reflect.deleteProperty(Object(valueAt(rest, keys.slice(0, -1))), keys.at(-1) ?? '');
    }
  }
}

// Zod's own messages are for programmers, so every message that a schema does not define is written here.
function parse<S extends z.ZodType>(schema: S, value: unknown) {
  return schema.safeParse(value ?? {}, { error: () => '' });
}

/** The keys of the smallest part that can be removed along with the value at `keys`; a list is removed as a whole. */
function partWith(value: unknown, keys: readonly Key[]): readonly Key[] | undefined {
  for (let length = keys.length; length > 0; length--) {
    const around = valueAt(value, keys.slice(0, length - 1));
    if (typeof around === 'object' && around !== null && !Array.isArray(around))
      if (Object.hasOwn(around, keys[length - 1] ?? '')) return keys.slice(0, length);
  }
  return undefined;
}

interface Explained {
  keys: readonly Key[];
  says: string;
  fix: string;
}

// People count from one: `topics, entry 2`.
function nameOf(keys: readonly Key[]): string {
  const name = keys.reduce<string>((before, key) => {
    if (typeof key !== 'number') return before === '' ? String(key) : `${before}.${String(key)}`;
    return before === '' ? `entry ${key + 1}` : `${before}, entry ${key + 1}`;
  }, '');
  return name;
}

/** Keys of other tools, and the key of ours that says the same. */
const KEYS_OF_OTHERS = new Map([
  ...['description', 'excerpt', 'abstract'].map((key) => [key, 'summary'] as const),
  ...['tags', 'keywords', 'labels', 'synonyms'].map((key) => [key, 'aliases'] as const),
  ...['weight', 'position', 'sidebar_position', 'nav_order'].map((key) => [key, 'order'] as const),
  ...['redirect_from', 'old_url'].map((key) => [key, 'redirectFrom'] as const),
  ...['author', 'authors'].map((key) => [key, 'owner'] as const),
  ...['lastReviewed', 'last_reviewed'].map((key) => [key, 'reviewed'] as const),
  ...['date', 'publishDate', 'publish_date'].map((key) => [key, 'publishOn'] as const),
  ...['expiryDate', 'expires'].map((key) => [key, 'archiveOn'] as const),
  ...['draft', 'hidden', 'unlisted', 'published', 'status'].map((key) => [key, 'confidence'] as const),
  ...['visibility', 'private', 'internal'].map((key) => [key, 'audience'] as const),
]);
const EXAMPLES = new Map([
  ['confidence', ' For a draft, write "confidence: work-in-progress".'],
  ['audience', ' For the support team only, write "audience: internal".'],
]);

function fixForOtherTool(key: string, known: readonly string[]): string | undefined {
  const own = KEYS_OF_OTHERS.get(key);
  return own !== undefined && known.includes(own) ? `Use "${own}" instead.${EXAMPLES.get(own) ?? ''}` : undefined;
}

function explain(schema: z.ZodType, value: unknown, issue: z.core.$ZodIssue): Explained[] {
  const keys = issue.path;
  if (issue.code === 'unrecognized_keys') {
    const known = keysOf(at(schema, keys));
    return issue.keys.map((key) => ({
      keys: [...keys, key],
      says: `Unknown key "${key}".`,
      fix: known.length > 0 ? (fixForOtherTool(key, known) ?? suggest(key, known)) : 'Remove it.',
    }));
  }
  if (issue.code === 'invalid_union') {
    const [meant, ...others] = issue.errors.filter((issues) => !issues.some(isOtherShape));
    if (meant && others.length === 0)
      return meant.flatMap((one) => explain(schema, value, { ...one, path: [...keys, ...one.path] }));
  }
  const name = nameOf(keys);
  const subject = keys.length === 0 ? 'The file' : `"${name}"`;
  const hint = lowerFirst(describe(schema, keys) ?? 'a value that the documentation lists for this key');
  if (issue.code === 'invalid_key') {
    const [own] = issue.issues;
    return [
      { keys, says: `${quote(keys.at(-1))} is not a valid name here.`, fix: own?.message || sentence(`Write ${hint}`) },
    ];
  }
  const found = valueAt(value, keys);
  if (found === undefined && keys.length > 0)
    return [{ keys, says: `"${name}" is missing.`, fix: sentence(`Add it: ${hint}`) }];
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const near = nearest(String(found), values);
    const fix = near ? didYouMean(near) : `Use ${choices.format(values)}.`;
    return [{ keys, says: `${quote(found)} is not a valid value for "${name}".`, fix }];
  }
  const fix = issue.message || sentence(`Write ${hint}`);
  if (issue.code !== 'invalid_type') return [{ keys, says: invalid(subject, found), fix }];
  const type = expected[issue.expected] ?? issue.expected;
  return [{ keys, says: `${subject} must be ${type}, but it is ${quote(found)}.`, fix }];
}

function invalid(subject: string, found: unknown): string {
  if (found === '' || (Array.isArray(found) && found.length === 0)) return `${subject} is empty.`;
  // Too long to be quoted.
  if (typeof found === 'object' && found !== null) return `${subject} is not valid.`;
  return `${quote(found)} is not a valid value for ${subject.charAt(0).toLowerCase()}${subject.slice(1)}.`;
}

const choices = new Intl.ListFormat('en', { type: 'disjunction' });

// If either text or a group of keys is allowed, only the messages for the one that was written are shown.
function isOtherShape({ code, path }: z.core.$ZodIssue): boolean {
  return code === 'invalid_type' && path.length === 0;
}

const expected: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

function at(schema: z.ZodType, keys: readonly Key[]): z.ZodType | undefined {
  let here: z.ZodType | undefined = schema;
  for (const key of keys) {
    here = unwrap(here);
    if (here instanceof z.ZodUnion) here = here.options.map((one) => unwrap(one as z.ZodType)).find(isGroup);
    if (here instanceof z.ZodObject)
      here = Object.hasOwn(here.shape, key) ? (here.shape[String(key)] as z.ZodType) : undefined;
    else if (here instanceof z.ZodRecord) here = here.valueType as z.ZodType;
    else if (here instanceof z.ZodArray) here = here.element as z.ZodType;
    else return undefined;
  }
  return here;
}

function isGroup(schema: z.ZodType | undefined): boolean {
  return schema instanceof z.ZodObject || schema instanceof z.ZodRecord;
}

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  let here = schema;
  for (;;) {
    if (here instanceof z.ZodDefault || here instanceof z.ZodOptional || here instanceof z.ZodPrefault)
      here = here.unwrap() as z.ZodType;
    else if (here instanceof z.ZodPipe) here = here.in as z.ZodType;
    else return here;
  }
}

function keysOf(schema: z.ZodType | undefined): string[] {
  const own = unwrap(schema);
  const here = own instanceof z.ZodUnion ? own.options.map((one) => unwrap(one as z.ZodType)).find(isGroup) : own;
  if (here instanceof z.ZodObject) return Object.keys(here.shape);
  return here instanceof z.ZodRecord && here.keyType instanceof z.ZodEnum ? here.keyType.options.map(String) : [];
}

function valueAt(value: unknown, keys: readonly Key[]): unknown {
  return keys.reduce(
    (here, key) =>
      typeof here === 'object' && here !== null && Object.hasOwn(here, key)
        ? (here as Record<Key, unknown>)[key]
        : undefined,
    value,
  );
}

/** The description of the key, or of the nearest group around it that has one. */
function describe(schema: z.ZodType, keys: readonly Key[]): string | undefined {
  for (let length = keys.length; length > 0; length--) {
    const here = at(schema, keys.slice(0, length));
    const text = here?.description ?? unwrap(here)?.description;
    if (text) return text;
  }
  return undefined;
}

function quote(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of keys';
  const text = String(value);
  return `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
}

function sentence(text: string): string {
  return /[.?]$/.test(text) ? text : `${text}.`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
