import { expect, it } from 'vitest';
import { grammarProblems } from '../../../scripts/lint/grammar.ts';

it.each([
  ['a word that is written twice', 'It is in the\n  the folder.', [[9, 'the\n  the', 'Write: the.']]],
  ['"a" before a vowel', 'Write a address.', [[6, 'a', 'Write: an.']]],
  ['"an" before a consonant', 'Write an file.', [[6, 'an', 'Write: a.']]],
  ['nothing in good English', 'An hour, a URL, an MDX file. We had had that that.', []],
  ['nothing in a list of names', 'a abbr b', []],
  ['nothing in an option with its value', '--name NAME\n--dist dist\nFILE  file to read', []],
])('finds %s', async (_, text, hits) => {
  expect((await grammarProblems(text)).map(({ start, found, advice }) => [start, found, advice])).toEqual(hits);
});
