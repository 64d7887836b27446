import { describe, expect, it } from 'vitest';
import type { ExplainedResult, Explanation } from '#search/explain.ts';
import { explanationText } from '../../../scripts/ask/explain-text.ts';

const none = { words: 0, place: 0, unit: 0, title: 0, learned: 0, exact: 0 };
const result = (id: string, more: Partial<ExplainedResult> = {}): ExplainedResult => ({
  ...{ id, title: `Title of ${id}`, score: 7, points: { ...none, words: 4, place: 3 } },
  ...{ like: { text: 'card is gone', share: 0.5 }, near: 0.75, has: ['card'], lacks: ['weeks'] },
  ...more,
});
const explanation: Explanation = {
  words: [
    { word: 'card', share: 0.25, state: 'found' },
    { word: 'weks', share: 0.75, state: 'guessed', instead: ['week'] },
  ],
  results: [result('a'), result('b', { score: 4, points: { ...none, words: 4 }, like: { text: '', share: 0 } })],
  ahead: 'place',
};
const text = (more: Partial<Explanation> = {}) => explanationText({ ...explanation, ...more });

describe('an explanation', () => {
  it('lists the words that count most first, with what was searched instead of a word that no article has', () => {
    expect(text()).toContain('  weks   75%  not in any article; searched instead: week\n  card   25%\n');
  });

  it('says which other words for the same thing were searched', () => {
    const words = [{ word: 'delete', share: 1, state: 'found', synonyms: ['remov', 'eras'] }] as const;
    expect(text({ words })).toContain('  delete  100%  also searched: remov, eras\n');
  });

  it('shows what each result has its points for, and leaves out what it got none for', () => {
    expect(text()).toContain(
      [
        '1. Title of a (a)',
        '   7.0 points: words 4.0, said in one place 3.0',
        '   Most like the question: "card is gone", 50%',
        '   Says in one place: 75% of the question',
        '   Has: card',
        '   Lacks: weeks',
      ].join('\n'),
    );
    expect(text()).toContain('2. Title of b (b)\n   4.0 points: words 4.0\n   Says in one place');
  });

  it('says why the first is before the second', () => {
    expect(text()).toContain(
      '"Title of a" is before "Title of b" mainly because it says more of the question in one place: 3.0 against 0.0 points.',
    );
    expect(text({ results: [result('a')], ahead: undefined })).not.toContain('is before');
  });

  it('says so if there is nothing to explain', () => {
    expect(text({ words: [], results: [], ahead: undefined })).toBe(
      'How much each word counts\n  The question has no words.\n\nNo results.\n',
    );
  });

  it('advises how to move an article up, unless it is first', () => {
    const article = (place: number | undefined) => text({ article: { id: 'x', place, lacks: ['weeks'] } });
    expect(article(4)).toMatch(/x is number 4\. It lacks "weeks"\.\nAdd the question in a few words/);
    expect(article(undefined)).toMatch(/x isn't found\. Check its name\..*\nAdd the question in a few words/);
    expect(article(1)).toMatch(/x is first\. There is nothing to do\.\n$/);
  });
});
