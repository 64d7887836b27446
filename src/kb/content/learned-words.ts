import { z } from 'zod';
import { compareText } from '../values/text.ts';
import { MAX_WEIGHT, WEIGHT_STEP } from './learned-weight.ts';

/** `content/tickets/words.yaml`: the words and phrases customers use, by language and topic, learned by the import. */
export const LearnedWordsFile = z
  .record(
    z.string(),
    z
      .record(
        z.string(),
        z
          .record(
            z.string().trim().min(1),
            z
              .number()
              .min(0)
              .max(MAX_WEIGHT)
              .describe(`How strongly the word points to the topic, up to ${MAX_WEIGHT}; 0 rejects the word.`),
          )
          .describe('Words and two-word phrases, each with a number such as 1.5.'),
      )
      .describe('Topic ids from topics.yaml, each with its words.'),
  )
  .describe('Languages, each with its topics.');

/** By language and topic, how strongly each word points to the topic; 0 for a rejected word. */
export type LearnedWords = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>;

/** The nearest weight that the file can store. */
export function roundWeight(weight: number): number {
  return Math.min(MAX_WEIGHT, Math.round(weight / WEIGHT_STEP) * WEIGHT_STEP);
}

/**
 * Merges the words of another import: topics that it learned about get the new words, all others keep theirs. Rejected
 * words stay rejected.
 *
 * @param old languages and topics that no longer exist are dropped from it
 * @param fresh learned without the rejected words
 */
export function replaceLearned(
  old: LearnedWords,
  fresh: LearnedWords,
  locales: readonly string[],
  topics: readonly string[],
): LearnedWords {
  return new Map(
    locales.map((locale) => [
      locale,
      new Map(
        topics.map((topic) => {
          const before = [...(old.get(locale)?.get(topic) ?? [])];
          const learned = fresh.get(locale)?.get(topic);
          const rejected = before.filter(([, weight]) => weight === 0);
          return [topic, new Map(learned ? [...learned, ...rejected] : before)];
        }),
      ),
    ]),
  );
}

/** What was learned about topics that had no words. A few tickets teach less than the many from which words came before. */
export function learnedAnew(old: LearnedWords, fresh: LearnedWords): LearnedWords {
  const isKnown = (locale: string, topic: string) =>
    [...(old.get(locale)?.get(topic)?.values() ?? [])].some((weight) => weight > 0);
  return new Map(
    [...fresh].map(([locale, topics]) => [locale, new Map([...topics].filter(([topic]) => !isKnown(locale, topic)))]),
  );
}

const header = `\
# The words and short phrases that customers use for each topic, learned from their tickets by
# \`npm run tickets -- import\`. The search uses them to find the articles on the topic; no page shows them.
# The number says how strongly a word points to the topic, up to ${MAX_WEIGHT}.
#
# Review this list. To reject a word for good, set its number to 0. A line that you delete comes back with the next
# import if customers still use the word.
`;

/**
 * The text of the file, sorted by language, topic and weight, so git shows only what has changed.
 *
 * @param before the text it replaces: comments that people wrote at its top, such as a credit, are kept
 */
export function printLearnedWords(learned: LearnedWords, before = ''): string {
  const byName = <T>([a]: readonly [string, T], [b]: readonly [string, T]) => compareText(a, b);
  const lines = [...learned].sort(byName).flatMap(([locale, topics]) => {
    const filled = [...topics].filter(([, words]) => words.size > 0).sort(byName);
    return filled.length === 0
      ? []
      : [
          `${key(locale)}:`,
          ...filled.flatMap(([topic, words]) => [
            `  ${key(topic)}:`,
            ...[...words]
              .sort(([a, m], [b, n]) => n - m || compareText(a, b))
              .map(([word, weight]) => `    ${key(word)}: ${weight}`),
          ]),
        ];
  });
  return `${header}\n${commentsOf(before)}${lines.length === 0 ? '{}' : lines.join('\n')}\n`;
}

/** The comments at the top of the file, except our own. */
function commentsOf(text: string): string {
  const own = new Set(header.split('\n'));
  const top = text.split('\n').slice(
    0,
    Math.max(
      0,
      text.split('\n').findIndex((line) => /^[^#\s]/.test(line)),
    ),
  );
  const kept = top.filter((line) => line.startsWith('#') && !own.has(line));
  return kept.length === 0 ? '' : `${kept.join('\n')}\n\n`;
}

// Words that some YAML parsers read as a boolean, a number or null.
const reserved = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

function key(text: string): string {
  return /^\p{L}[\p{L}\p{M}' -]*$/u.test(text) && !reserved.test(text) ? text : JSON.stringify(text);
}
