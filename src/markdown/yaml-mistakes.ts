import { type Document, isScalar, visit, type YAMLParseError, type YAMLWarning } from 'yaml';
import { truncate } from './syntax/notes.ts';

export interface YamlMistake {
  /** The offset in the text, in UTF-16 code units from 0. */
  offset: number;
  says: string;
  fix: string;
}

type YamlProblem = YAMLParseError | YAMLWarning;

const quoteText = 'Put the whole text in straight double quotes, such as title: "Late: what now?".';
const quoteWithin = 'Put the whole text in straight double quotes, and write `\\"` for each quote inside it.';
const alignKeys = 'Indent it with spaces, as far as the lines above that it belongs with.';

/** The mistakes that the parser found, at most one per line, explained to people who do not know YAML. */
export function yamlMistakes(document: Document, text: string): YamlMistake[] {
  const deep = document.errors.find(isTooDeep);
  if (deep) {
    const says = 'Lists or brackets are nested too deeply here.';
    return [{ offset: deep.pos[0], says, fix: 'Close them earlier.' }];
  }
  // For the parser, an unknown tag is only a warning, but its value would be lost.
  const tags = document.warnings.filter((warning) => warning.code === 'TAG_RESOLVE_FAILED');
  // The parser often reports the same place several times.
  const byLine = new Map<number, YamlMistake>();
  for (const error of mainProblems([...document.errors, ...tags], text)) {
    const mistake = explain(error, document, text);
    const line = lineStart(text, mistake.offset);
    if (!byLine.has(line)) byLine.set(line, mistake);
  }
  return [...byLine.values()];
}

// If the stack overflows, the parser reports it once for each level.
function isTooDeep({ message }: YamlProblem): boolean {
  return message.includes('call stack');
}

/** The most precise error of each line: what looks like a colon in a text can be a wrongly indented line. */
function mainProblems(errors: readonly YamlProblem[], text: string): YamlProblem[] {
  const best = new Map<number, YamlProblem>();
  for (const error of errors) {
    const line = lineStart(text, error.pos[0]);
    const before = best.get(line);
    if (!before || (error.code === 'MULTILINE_IMPLICIT_KEY' && before.code === 'BLOCK_AS_IMPLICIT_KEY'))
      best.set(line, error);
  }
  return errors.filter((error) => best.get(lineStart(text, error.pos[0])) === error);
}

function explain(error: YamlProblem, document: Document, text: string): YamlMistake {
  const [offset, end] = error.pos;
  const found = truncate(text.slice(offset, end).trim().split('\n')[0] ?? '');
  switch (error.code) {
    case 'TAG_RESOLVE_FAILED':
      return {
        offset,
        says: `"${/!\S*/.exec(error.message)?.[0].replace(/\.$/, '') ?? '!'}" cannot be read, because "!" has a special meaning at the start of a value.`,
        fix: 'Put text that starts with "!" in double quotes.',
      };
    case 'MULTIPLE_DOCS':
      return { offset, says: 'A second document starts here with "---".', fix: 'Remove this line.' };
    case 'TAB_AS_INDENT':
      return {
        offset,
        says: 'This line is indented with a tab.',
        fix: 'Use spaces instead of tabs at the start of a line.',
      };
    case 'DUPLICATE_KEY':
      return {
        offset,
        says: `The key "${keyAt(text, offset)}" appears twice.`,
        fix: 'Keep only one of the two lines.',
      };
    case 'MULTILINE_IMPLICIT_KEY':
      return beginsLine(text, offset) ? noKey(text, offset) : outOfLine(text, offset + lastLine(text, error.pos));
    case 'BLOCK_AS_IMPLICIT_KEY': {
      const line = restOfLine(text, offset);
      if (!/:(?:\s|$)/.test(line)) break;
      return {
        offset,
        says: `"${truncate(line)}" contains a colon, which is read as the end of a key.`,
        fix: quoteText,
      };
    }
    case 'MISSING_CHAR': {
      if (!error.message.includes('quote')) return noKey(text, offset);
      const opened = openQuote(document, offset) ?? offset;
      return {
        offset: opened,
        says: `The quote before "${truncate(restOfLine(text, opened + 1))}" is never closed.`,
        fix: 'End the text with the same quote that it starts with.',
      };
    }
    case 'BAD_SCALAR_START':
      return { offset, says: `Text cannot start with "${text[offset]}" here.`, fix: quoteText };
    case 'BAD_INDENT': {
      const bracket = /end with a (?<close>[\]}])/.exec(error.message)?.groups?.close;
      if (!bracket) return outOfLine(text, offset);
      const open = bracket === ']' ? '[' : '{';
      return {
        offset,
        says: `The "${open}" before this line is never closed.`,
        fix: `Add "${bracket}" where it ends.`,
      };
    }
    case 'UNEXPECTED_TOKEN':
      if (beginsLine(text, offset)) return outOfLine(text, offset);
      if (error.message.includes('at node end'))
        return { offset, says: `"${found}" comes after the quote or bracket that ends the text.`, fix: quoteWithin };
      break;
  }
  const fix = 'Write "key: value", one per line, and put text with special characters in double quotes.';
  return { offset, says: unreadable(error), fix };
}

function unreadable({ message }: YamlProblem): string {
  const first = message.split('\n')[0]?.trim() ?? '';
  return `This is not valid YAML: ${/[.!?]$/.test(first) ? first : `${first}.`}`;
}

function noKey(text: string, offset: number): YamlMistake {
  const line = truncate(restOfLine(text, offset));
  return {
    offset,
    says: `"${line}" is not a key with a value.`,
    fix: 'Write "key: value", with a colon and a space after the key.',
  };
}

function outOfLine(text: string, offset: number): YamlMistake {
  const line = truncate(restOfLine(text, offset));
  return { offset, says: `"${line}" is not indented like the lines it belongs with.`, fix: alignKeys };
}

/** The offset of the last line within a range, after its indentation. */
function lastLine(text: string, [from, to]: readonly [number, number]): number {
  const stretch = text.slice(from, to);
  const start = stretch.lastIndexOf('\n') + 1;
  return start + (/^[ \t]*/.exec(stretch.slice(start))?.[0].length ?? 0);
}

function openQuote(document: Document, before: number): number | undefined {
  let opened: number | undefined;
  visit(document, {
    Scalar(_key, scalar) {
      if (isScalar(scalar) && scalar.type?.startsWith('QUOTE') && scalar.range && scalar.range[0] <= before)
        opened = scalar.range[0];
    },
  });
  return opened;
}

function keyAt(text: string, offset: number): string {
  return restOfLine(text, offset).split(':')[0]?.trim() ?? '';
}

function restOfLine(text: string, offset: number): string {
  return text.slice(offset).split('\n', 1)[0]?.trim() ?? '';
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function beginsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}
