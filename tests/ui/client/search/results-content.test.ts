import { describe, expect, it } from 'vitest';
import type { Result } from '#search/ask.ts';
import type { AnswerState } from '#search/confidence.ts';
import { resultsContent, selectionOf } from '#ui/client/search/results-content.ts';
import type { SearchState } from '#ui/client/search/search-state.ts';

const result = (section: string): Result => ({
  id: 'cards/order',
  url: '/en/cards/order/',
  title: 'Order a card',
  section,
  type: 'faq',
  score: 1,
  excerpt: '',
  headings: [],
});
const answered = (state: AnswerState, ...sections: string[]): SearchState => ({
  kind: 'answered',
  question: 'card',
  answer: { confidence: 0.3, state, confident: state === 'answer', results: sections.map(result) },
});
const none = { sections: [], types: [] };

describe('the search page', () => {
  it.each<[string, SearchState, object]>([
    ['the sections before a question', { kind: 'empty' }, { isOpen: false, browse: true, contactFirst: false }],
    ['neither while it is loading', { kind: 'loading' }, { isOpen: true, browse: false, isLoading: true }],
    [
      'the sections after a failure',
      { kind: 'failed', question: 'card' },
      { isOpen: true, browse: true, contactFirst: false },
    ],
    ['the results', answered('answer', 'Cards'), { isOpen: true, browse: false, contactFirst: false, first: 10 }],
    ['fewer guesses', answered('closest', 'Cards'), { browse: false, contactFirst: false, first: 5 }],
    ['other articles after the contact options', answered('nothing', 'Cards'), { contactFirst: true, first: 3 }],
    ['the contact options without a result', answered('nothing'), { isOpen: true, browse: true, contactFirst: true }],
  ])('shows %s', (_, state, content) => {
    expect(resultsContent(state, none)).toMatchObject(content);
  });

  it('shows the results that pass the filters', () => {
    const wanted = { sections: ['Cash'], types: [] };
    const { filtered } = resultsContent(answered('answer', 'Cards', 'Cards', 'Cards', 'Cash'), wanted);
    expect(filtered.shown).toHaveLength(1);
    expect(selectionOf(filtered)).toEqual(wanted);
  });

  it('shows the first result as the answer, except if the filters hide it', () => {
    const state = answered('answer', 'Cards', 'Cards', 'Cash');
    expect(resultsContent(state, none).resultsStyle).toBe('answer');
    expect(resultsContent(state, { sections: ['Cash'], types: [] }).resultsStyle).toBe('closest');
  });

  it('keeps no filter that a new answer offers no choice of', () => {
    const wanted = { sections: ['Cash'], types: ['faq'] };
    expect(
      selectionOf(resultsContent(answered('answer', 'Cards', 'Cards', 'Cards', 'Loans'), wanted).filtered),
    ).toEqual(none);
  });
});
