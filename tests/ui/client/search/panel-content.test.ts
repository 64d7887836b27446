import { describe, expect, it } from 'vitest';
import type { Result } from '#search/ask.ts';
import type { AnswerState } from '#search/confidence.ts';
import { isPanelOpen, panelContent } from '#ui/client/search/panel-content.ts';
import type { SearchState } from '#ui/client/search/search-state.ts';

const result: Result = {
  id: 'cards/order',
  url: '/en/cards/order/',
  title: 'Order a card',
  section: 'Cards',
  type: 'faq',
  score: 1,
  excerpt: '',
  headings: [],
};
const answered = (count: number, state: AnswerState): SearchState => ({
  kind: 'answered',
  question: 'card',
  answer: {
    confidence: 0.3,
    state,
    confident: state === 'answer',
    results: Array.from({ length: count }, () => result),
  },
});
const empty: SearchState = { kind: 'empty' };

describe('the panel below the search box', () => {
  const none = { contact: false, sections: false, allResults: false };

  it.each<[string, SearchState, Partial<typeof none>, number]>([
    ['the sections before a question', empty, { sections: true }, 0],
    ['nothing else while it is loading', { kind: 'loading' }, {}, 0],
    ['nothing else after a failure', { kind: 'failed', question: 'card' }, {}, 0],
    ['the best answers, and a link to all', answered(20, 'answer'), { allResults: true }, 8],
    [
      'guesses, a link to all, and the contact options',
      answered(20, 'closest'),
      { allResults: true, contact: true },
      4,
    ],
    ['the contact options, and few other articles', answered(20, 'nothing'), { allResults: true, contact: true }, 3],
    [
      'the contact options and the sections without a result',
      answered(0, 'nothing'),
      { contact: true, sections: true },
      0,
    ],
  ])('offers %s', (_, state, offers, count) => {
    const content = panelContent(state, []);
    expect(content.offers).toEqual({ ...none, ...offers });
    expect(content.results).toHaveLength(count);
  });

  it('shows earlier questions only before the next one', () => {
    expect(panelContent(empty, ['card'])).toMatchObject({ recent: ['card'], offers: none });
    expect(panelContent(answered(1, 'answer'), ['card']).recent).toEqual([]);
  });

  it('counts results for screen readers only, and lets everyone see that they are guesses or none', () => {
    expect(panelContent(answered(1, 'answer'), []).headingStyle).toBe('hidden');
    expect(panelContent(answered(1, 'closest'), []).headingStyle).toBe('unsure');
    expect(panelContent(answered(0, 'nothing'), []).headingStyle).toBe('unsure');
  });

  it.each([
    ['stays closed once the reader closed it', answered(1, 'answer'), { closed: true }, false],
    ['opens for a state that has something to say', { kind: 'loading' } as const, {}, true],
    ['stays closed for an empty search', empty, {}, false],
    ['opens for earlier questions', empty, { recent: ['card'] }, true],
    ['is open while it fills the screen', empty, { fullScreen: true }, true],
  ])('%s', (_, state, change, isOpen) => {
    expect(isPanelOpen(state, { closed: false, recent: [], fullScreen: false, ...change })).toBe(isOpen);
  });
});
