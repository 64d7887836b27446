import { isData } from '#kb/values/data.ts';
import { findFrontMatter } from './front-matter-bounds.ts';
import { readFrontMatterData, UnreadLanguage } from './front-matter-data.ts';
import { quoteYamlLines, readYamlLines } from './front-matter-lines.ts';

/** A source file, split into front matter and body. */
export interface FrontMatter {
  /** Keys as written in the file, numbers and dates as text; empty without front matter. */
  data: Record<string, unknown>;
  /** Whether the file starts with front matter, readable or not. */
  present: boolean;
  /** The rest, with one blank line for each line of front matter: line numbers stay those of the file. */
  body: string;
  /** A sentence for the writer if the front matter could not be read properly. */
  problem?: string;
  /** Whether something in it wasn't read, which could say that the page is private. */
  unread: boolean;
  /** 1-based line of a top-level key; line 1 when it is not found. */
  lineOf(key: string): number;
}

const BROKEN = 'The front matter has a mistake and was read the way it was probably meant.';
const UNSURE = "The front matter has a mistake, and some of it couldn't be read. Decide who can see the article.";

/** Keys of front matter are single words; `Some words: here.` is a sentence. */
function hasKeys(value: unknown): value is Record<string, unknown> {
  return isData(value) && Object.keys(value).some((key) => !/\s/.test(key));
}

function without(body: string): FrontMatter {
  return { data: {}, present: false, body, unread: false, lineOf: () => 1 };
}

/**
 * Splits a file into front matter and body. `text` must have `\n` line ends and no byte order mark.
 *
 * Reads YAML, TOML and JSON, between fences or without an end. Never throws: broken front matter gives what could be
 * read of it line by line, and a `problem`.
 */
export function splitSourceFrontMatter(text: string): FrontMatter {
  const lines = text.split('\n');
  const bounds = findFrontMatter(lines);
  if (!bounds) return without(text);
  const { language, start, end, body: first } = bounds;
  const inside = `${lines.slice(start, end).join('\n')}\n`;
  const body = '\n'.repeat(first) + lines.slice(first).join('\n');
  const lineOf = (key: string) => {
    const at = lines.findIndex((line, index) => {
      const written = line.trimStart().replace(/^["']/, '').toLowerCase();
      return index >= start && index < end && written.startsWith(key.toLowerCase());
    });
    return at < 0 ? 1 : at + 1;
  };
  const found = (data: Record<string, unknown>, problem?: string, unread = false): FrontMatter => {
    return { data, present: true, body, ...(problem && { problem }), unread, lineOf };
  };

  let broken = false;
  for (const written of [inside, quoteYamlLines(inside)]) {
    try {
      const data = readFrontMatterData(language, written);
      if (hasKeys(data)) return found(data, broken ? BROKEN : undefined);
      break;
    } catch (error) {
      if (error instanceof UnreadLanguage) return found({}, error.message, true);
      broken = true;
    }
  }
  const data = readYamlLines(inside);
  const read = Object.keys(data).length;
  if (read > 0) {
    const written = inside.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#')).length;
    return read < written ? found(data, UNSURE, true) : found(data, BROKEN);
  }
  // Text between two horizontal rules looks like front matter until it is parsed.
  return inside.trim() === '' ? { ...without(text), body } : without(text);
}
