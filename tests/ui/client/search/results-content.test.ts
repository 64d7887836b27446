import { describe, expect, it } from 'vitest';
import type { Result } from '#search/ask.ts';
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
const answered = (confident: boolean, ...sections: string[]): SearchState => ({
  kind: 'answered',
  question: 'card',
  answer: { confidence: confident ? 0.9 : 0.3, confident, results: sections.map(result) },
});
const none = { sections: [], types: [] };

describe('the search page', () => {
  it.each<[string, SearchState, object]>([
    ['the sections before a question', { kind: 'empty' }, { isOpen: false, browse: true, contactFirst: false }],
    ['neither while it is loading', { kind: 'loading' }, { isOpen: true, browse: false, isLoading: true }],
    ['the sections after a failure', { kind: 'failed' }, { isOpen: true, browse: true, contactFirst: false }],
    ['the results', answered(true, 'Cards'), { isOpen: true, browse: false, contactFirst: false, first: 10 }],
    ['fewer guesses', answered(false, 'Cards'), { browse: false, contactFirst: false, first: 5 }],
    ['the contact options without a result', answered(false), { isOpen: true, browse: true, contactFirst: true }],
  ])('shows %s', (_, state, content) => {
    expect(resultsContent(state, none)).toMatchObject(content);
  });

  it('shows the results that pass the filters', () => {
    const wanted = { sections: ['Cash'], types: [] };
    const { filtered } = resultsContent(answered(true, 'Cards', 'Cards', 'Cards', 'Cash'), wanted);
    expect(filtered.shown).toHaveLength(1);
    expect(selectionOf(filtered)).toEqual(wanted);
  });

  it('keeps no filter that a new answer offers no choice of', () => {
    const wanted = { sections: ['Cash'], types: ['faq'] };
    expect(selectionOf(resultsContent(answered(true, 'Cards', 'Cards', 'Cards', 'Loans'), wanted).filtered)).toEqual(
      none,
    );
  });
});
