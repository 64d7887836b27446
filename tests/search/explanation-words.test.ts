import { describe, expect, it } from 'vitest';
import type { ExplainedWord } from '#search/explain.ts';
import { wordRows } from '#search/explanation-words.ts';

const word = (word: string, share: number, more: Partial<ExplainedWord> = {}): ExplainedWord => ({
  ...{ word, share, state: 'found' },
  ...more,
});

describe('the words of a question', () => {
  it('are in rows, those that count most first', () => {
    expect(wordRows([word('my', 0.1), word('card', 0.7), word('gone', 0.2, { state: 'unknown' })])).toEqual([
      { word: 'card', share: '70%', note: '' },
      { word: 'gone', share: '20%', note: 'not in any article' },
      { word: 'my', share: '10%', note: '' },
    ]);
  });

  it('share a row if they decide nothing, except with a note', () => {
    const small = [word('is', 0.01), word('my', 0.03), word('of', 0.02, { synonyms: ['by'] })];
    expect(wordRows([...small, word('card', 0.94)])).toEqual([
      { word: 'card', share: '94%', note: '' },
      { word: 'of', share: '2%', note: 'also searched: by' },
      { word: 'my, is', share: '4%', note: 'together' },
    ]);
    expect(wordRows([word('my', 0.03), word('card', 0.97)])).toHaveLength(2);
  });
});
