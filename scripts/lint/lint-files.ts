import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { grammarProblems } from './grammar.ts';
import type { HouseWords } from './house-words.ts';
import { joined, type ProsePassage, placeIn } from './passage.ts';
import { readPassages } from './read-passages.ts';

/** Something to write differently. Lines and columns count from 1. */
export interface Advice {
  path: string;
  line: number;
  column: number;
  says: string;
}

/**
 * Reads the English in some files.
 *
 * @param others codes of the languages that are not English
 * @returns what to write differently, file by file from top to bottom
 */
export async function lintFiles(
  root: string,
  paths: readonly string[],
  words: HouseWords,
  others: readonly string[],
): Promise<Advice[]> {
  const found: Advice[] = [];
  for (const path of paths) found.push(...(await lintFile(root, path, words, others)));
  return found;
}

async function lintFile(root: string, path: string, words: HouseWords, others: readonly string[]): Promise<Advice[]> {
  const source = await readFile(join(root, path), 'utf8');
  const place = placeIn(source);
  let passages: ProsePassage[];
  try {
    passages = readPassages(path, source, others);
  } catch (error) {
    return [
      {
        path,
        line: 1,
        column: 1,
        says: `The file cannot be parsed: ${error instanceof Error ? error.message : error}`,
      },
    ];
  }
  const { text, offsetOf } = joined(passages);
  // A text may be read in several ways; each word is reported once.
  const found = new Map<number, Advice>();
  for (const { start, found: word, advice } of [...words(path, text), ...(await grammarProblems(text))]) {
    const offset = offsetOf(start);
    found.set(offset, { path, ...place(offset), says: `"${word.replace(/\s+/g, ' ')}". ${advice}` });
  }
  return [...found].sort(([a], [b]) => a - b).map(([, advice]) => advice);
}
