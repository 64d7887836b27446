import {
  type Alias,
  type Document,
  isCollection,
  isMap,
  isPair,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import type { Code } from '#kb/findings/codes.ts';
import { type Finding, finding } from '#kb/findings/finding.ts';
import type { Located } from '#kb/findings/validate.ts';
import { yamlMistakes } from './yaml-mistakes.ts';

/**
 * Reads YAML, and gives every mistake in it with its line.
 *
 * @param path named in findings, relative to the content folder
 * @param firstLine the line of the file on which `text` starts
 * @returns the value with the places of its keys, or what is wrong with the YAML itself and what is left without it
 */
export function readYaml(
  text: string,
  path: string,
  code: Code,
  firstLine = 1,
): Located & { findings: Finding[]; rest?: unknown } {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    logLevel: 'error',
  });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { path, line: line + firstLine - 1, column: col };
  };
  const mistakes = yamlMistakes(document, text);
  const findings = mistakes.map(({ offset, says, fix }) => finding(code, place(offset), says, fix));
  let value: unknown;
  try {
    if (findings.length === 0) value = document.toJS({ maxAliasCount: 100 });
    if (containsItself(value)) {
      value = undefined;
      throw new Error('The value contains itself.');
    }
  } catch (error) {
    // An undefined or endlessly nested alias is found only when the parser resolves it.
    const alias = firstAlias(document);
    findings.push(
      finding(
        code,
        place(alias?.range?.[0] ?? 0),
        error instanceof ReferenceError && alias && /unresolved/i.test(error.message)
          ? `"*${alias.source}" starts with "*", which refers to a value named earlier.`
          : 'The file refers to itself too many times to be read.',
        'Put text that starts with "*" or "&" in double quotes.',
      ),
    );
  }
  return {
    value,
    findings,
    rest: findings.length > 0 ? readableRest(text) : undefined,
    at(keys) {
      let node: unknown = document.contents;
      let offset = document.contents?.range?.[0] ?? 0;
      for (const key of keys) {
        if (!isCollection(node)) break;
        const item: unknown = isMap(node)
          ? node.items.find(
              (pair) => String((pair.key as Node & { value?: unknown })?.value ?? pair.key) === String(key),
            )
          : node.items[Number(key)];
        const at = isPair(item) ? (item.key as Node) : (item as Node | undefined);
        if (!at?.range) break;
        offset = at.range[0];
        node = isPair(item) ? item.value : item;
      }
      return place(offset);
    },
  };
}

/** The first undefined alias, else the first alias. */
function firstAlias(document: Document): Alias | undefined {
  const aliases: Alias[] = [];
  visit(document, {
    Alias(_key, alias) {
      aliases.push(alias);
    },
  });
  return aliases.find((alias) => alias.resolve(document) === undefined) ?? aliases[0];
}

/** Whether a value has itself somewhere in it, because an alias names what it is in. Nothing could walk through it. */
function containsItself(value: unknown): boolean {
  const open = new Set<unknown>();
  const done = new Set<unknown>();
  const visitValue = (one: unknown): boolean => {
    if (typeof one !== 'object' || one === null || done.has(one)) return false;
    if (open.has(one)) return true;
    open.add(one);
    const found = Object.values(one).some(visitValue);
    open.delete(one);
    done.add(one);
    return found;
  };
  return visitValue(value);
}

const MOST_REPAIRS = 20;

/** The value without the lines that cannot be read; `undefined` if nothing is left. */
function readableRest(text: string): unknown {
  if (text.length > 100_000) return undefined;
  for (const wide of [false, true]) {
    const lines = text.split('\n');
    for (let repairs = 0; repairs < MOST_REPAIRS; repairs++) {
      const counter = new LineCounter();
      const document = parseDocument(lines.join('\n'), {
        lineCounter: counter,
        prettyErrors: false,
        logLevel: 'error',
      });
      const wrong = document.errors.map(({ pos }) => counter.linePos(pos[0]).line - 1);
      if (wrong.length === 0) return asValue(document);
      const before = lines.join('\n');
      for (const line of wrong) removeLines(lines, line, wide);
      if (lines.join('\n') === before) break;
    }
  }
  return undefined;
}

function asValue(document: Document): unknown {
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return containsItself(value) ? undefined : value;
  } catch {
    return undefined;
  }
}

/**
 * Empties a line and those that belong to it.
 *
 * @param wide whether everything below the same key of the top level is emptied, with the key before if the line starts
 * one: an open bracket or quote is noticed only there
 */
function removeLines(lines: string[], line: number, wide: boolean): void {
  const indent = (at: number) => /^[ \t]*/.exec(lines[at] ?? '')?.[0].length ?? 0;
  const isBlank = (at: number) => (lines[at] ?? '').trim() === '';
  let start = line;
  if (wide) {
    while (start > 0 && (isBlank(start) || indent(start) > 0)) start--;
    if (start === line) for (start--; start > 0 && (isBlank(start) || indent(start) > 0); ) start--;
    start = Math.max(0, start);
  }
  const level = wide ? 0 : indent(line);
  let end = line + 1;
  while (end < lines.length && (isBlank(end) || indent(end) > level)) end++;
  lines.fill('', start, end);
}
