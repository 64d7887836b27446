import picomatch from 'picomatch';
import { parse } from 'yaml';
import { z } from 'zod';
import type { WordingProblem } from './wording-problem.ts';

const Instead = z.string().nullable();
const Word = z.union([
  Instead,
  z.strictObject({
    write: Instead,
    why: z.string().optional(),
    allow: z.array(z.string()).default([]),
  }),
]);

/** The file of house words; its first lines explain it to those who extend it. */
const HouseWordsFile = z.array(
  z.strictObject({
    about: z.string(),
    notIn: z.array(z.string()).default([]),
    words: z.record(z.string(), Word),
  }),
);

/** Finds the words that the house avoids in a text of a file. */
export type HouseWords = (path: string, text: string) => WordingProblem[];

/** @throws if the file has a key that it does not know, or a value of another form */
export function houseWords(yaml: string): HouseWords {
  const rules = HouseWordsFile.parse(parse(yaml)).flatMap((group) => {
    const skips = group.notIn.length > 0 ? picomatch(group.notIn) : () => false;
    return Object.entries(group.words).map(([forms, word]) => {
      const { write, why, allow } = word === null || typeof word === 'string' ? { write: word, allow: [] } : word;
      const advice = write === null ? 'Leave it out.' : `Write: ${write}.`;
      return {
        skips,
        pattern: patternOf(forms.split(/,\s*/)),
        allowed: allow.length > 0 ? patternOf(allow) : undefined,
        advice: why === undefined ? advice : `${advice} ${why}`,
      };
    });
  });
  return (path, text) =>
    rules
      .filter(({ skips }) => !skips(path))
      .flatMap(({ pattern, allowed, advice }) => {
        const allowedIn = allowed ? [...text.matchAll(allowed)].map(rangeOf) : [];
        return [...text.matchAll(pattern)]
          .map((match) => ({ ...rangeOf(match), found: match[0], advice }))
          .filter((hit) => !allowedIn.some(({ start, end }) => start <= hit.start && hit.end <= end));
      });
}

const rangeOf = (match: RegExpExecArray) => ({ start: match.index, end: match.index + match[0].length });

/**
 * Phrases as they are written in the file: whole words in any case, `*` for any letters, and any white space between
 * words. Parts of file names and options are not words.
 */
function patternOf(phrases: readonly string[]): RegExp {
  const any = phrases.map((phrase) =>
    phrase
      .trim()
      .split(/\s+/)
      .map((part) => part.replace(/[.+?^${}()|[\]\\/]/g, '\\$&').replaceAll('*', '\\p{L}*'))
      .join('\\s+')
      .replaceAll('’', "['’]"),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}_@#$/.-])(?:${any.join('|')})(?![\\p{L}\\p{N}_(=-]|[./:][\\p{L}\\p{N}])`, 'giu');
}
