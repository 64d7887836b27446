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
  type YAMLParseError,
  type YAMLWarning,
} from 'yaml';
import type { Code } from '#kb/codes.ts';
import { type Finding, finding } from '#kb/finding.ts';
import type { Located } from '#kb/validate.ts';

/**
 * Reads YAML so that every mistake in it can be shown with its line.
 *
 * @param path named in findings, relative to the content folder
 * @param firstLine the line of the file on which `text` begins
 * @returns the value with the places of its keys, or what is wrong with the YAML itself
 */
export function readYaml(text: string, path: string, code: Code, firstLine = 1): Located & { findings: Finding[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { path, line: line + firstLine - 1, column: col };
  };
  // A tag that YAML does not know is only a warning to the parser, and would leave its value out.
  const tags = document.warnings.filter((warning) => warning.code === 'TAG_RESOLVE_FAILED');
  const deep = document.errors.find(isTooDeep);
  const findings = (deep ? [deep] : [...document.errors, ...tags]).map((error) => {
    const [says, fix] = worded(error);
    return finding(code, place(error.pos[0]), says, fix);
  });
  let value: unknown;
  try {
    if (findings.length === 0) value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    // A name that is not given, or names within names without end: the parser sees them only when it fills them in.
    const alias = firstAlias(document);
    findings.push(
      finding(
        code,
        place(alias?.range?.[0] ?? 0),
        error instanceof ReferenceError && alias && /unresolved/i.test(error.message)
          ? `"*${alias.source}" begins with "*", which in YAML refers to something named before.`
          : 'The file refers to itself too often to be read.',
        'Put text that begins with "*" or "&" between double quotes.',
      ),
    );
  }
  return {
    value,
    findings,
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

/** The first alias that leads nowhere, or the first there is. */
function firstAlias(document: Document): Alias | undefined {
  const aliases: Alias[] = [];
  visit(document, {
    Alias(_key, alias) {
      aliases.push(alias);
    },
  });
  return aliases.find((alias) => alias.resolve(document) === undefined) ?? aliases[0];
}

// The parser runs out of stack, and says so once for each level it comes back through.
function isTooDeep({ message }: YAMLParseError | YAMLWarning): boolean {
  return message.includes('call stack');
}

/** What is wrong and how to mend it, in words for people who do not know YAML. */
function worded(error: YAMLParseError | YAMLWarning): [says: string, fix: string] {
  if (isTooDeep(error)) return ['Lists or brackets stand in each other too deep here.', 'Close them earlier.'];
  const unreadable = `This is not readable as YAML: ${plain(error.message)}`;
  switch (error.code) {
    case 'TAG_RESOLVE_FAILED':
      return [
        `"${/!\S*/.exec(error.message)?.[0].replace(/\.$/, '') ?? '!'}" is not readable as YAML, where "!" begins the name of a kind of value.`,
        'Put text that begins with "!" between double quotes.',
      ];
    case 'MULTIPLE_DOCS':
      return ['A second file seems to begin here with "---".', 'Take the line out.'];
    case 'TAB_AS_INDENT':
      return [unreadable, 'Use spaces instead of tabs at the beginning of a line.'];
    case 'DUPLICATE_KEY':
      return [unreadable, 'Keep one of the two lines with the same key.'];
    case 'MISSING_CHAR':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return [
        unreadable,
        'Put text that contains ":" or quotes between double quotes, and close every quote and bracket.',
      ];
    default:
      return [unreadable, 'Write "key: value", one to a line; put text with special characters between double quotes.'];
  }
}

function plain(message: string): string {
  const first = message.split('\n')[0]?.trim() ?? '';
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
