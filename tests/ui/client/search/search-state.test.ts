import { describe, expect, it } from 'vitest';
import type { Answer, Result } from '#search/ask.ts';
import type { AnswerState } from '#search/confidence.ts';
import {
  bestResults,
  newSearch,
  nextSearch,
  type Search,
  type SearchEvent,
  type SearchState,
  searchMessage,
  spoken,
} from '#ui/client/search/search-state.ts';

const result = (id: string): Result => ({
  id,
  url: `/en/${id}/`,
  title: id,
  section: 'Cards',
  type: 'faq',
  score: 1,
  excerpt: '',
  headings: [],
});
const answerOf = (count: number, state: AnswerState = 'answer'): Answer => ({
  confidence: 0.3,
  state,
  confident: state === 'answer',
  results: Array.from({ length: count }, (_, index) => result(`cards/${index}`)),
});
const sent = (question: string): SearchEvent => ({ kind: 'sent', question });
const answered = (question: string, answer = answerOf(1)): SearchEvent => ({ kind: 'answered', question, answer });
const failed = (question: string): SearchEvent => ({ kind: 'failed', question });
const searchAfter = (...events: SearchEvent[]): Search => events.reduce(nextSearch, newSearch);
const questionOf = (state: SearchState) => (state.kind === 'answered' ? state.question : undefined);

describe('a search', () => {
  it('is empty at first, and loading once a question is sent', () => {
    expect(newSearch.state.kind).toBe('empty');
    expect(searchAfter(sent('card')).state.kind).toBe('loading');
  });

  it('keeps an answer until the next one is there', () => {
    expect(questionOf(searchAfter(sent('card'), answered('card'), sent('card fee')).state)).toBe('card');
    const both = searchAfter(sent('card'), answered('card'), sent('card fee'), answered('card fee'));
    expect(questionOf(both.state)).toBe('card fee');
  });

  it('has the best results of an answer before the others', () => {
    const best: SearchEvent = { kind: 'answered', question: 'card', answer: answerOf(10), isPartial: true };
    const early = searchAfter(sent('card'), best);
    expect(early.state).toMatchObject({ kind: 'answered', isPartial: true });
    expect(nextSearch(early, answered('card', answerOf(25))).state).not.toHaveProperty('isPartial');
  });

  it.each([
    ['answer', answered('card')],
    ['failure', failed('card')],
  ])('ignores a late %s to an earlier question', (_, late) => {
    const search = searchAfter(sent('card'), sent('card fee'));
    expect(nextSearch(search, late)).toBe(search);
  });

  it('is empty again after the question is removed, even if an answer is still to come', () => {
    const search = searchAfter(sent('card'), answered('card'), sent(''), answered('card'));
    expect(search.state.kind).toBe('empty');
  });

  it('can be repeated after a failure', () => {
    const search = searchAfter(sent('card'), failed('card'));
    expect(search).toEqual({ state: { kind: 'failed', question: 'card' } });
    expect(nextSearch(search, sent('card'))).toEqual({ sent: 'card', state: search.state });
    expect(nextSearch(search, sent('cash')).state.kind).toBe('loading');
  });
});

describe('the results shown', () => {
  const limits = { answer: 6, closest: 4, nothing: 2 };

  it('are fewer, the less they help', () => {
    expect(bestResults(answerOf(10), limits)).toHaveLength(6);
    expect(bestResults(answerOf(10, 'closest'), limits)).toHaveLength(4);
    expect(bestResults(answerOf(10, 'nothing'), limits)).toHaveLength(2);
  });
});

describe('the texts of a search', () => {
  const words = (key: string, values = {}) => [key, ...Object.values(values)].join(' ');
  const texts = (state: SearchState, shown?: number) => spoken(searchMessage(state, words, 9, shown));
  const found = (count: number, answer: AnswerState = 'answer'): SearchState => ({
    kind: 'answered',
    question: 'card',
    answer: answerOf(count, answer),
  });

  it.each<[string, SearchState, string]>([
    ['nothing before it', { kind: 'empty' }, ''],
    ['that it is loading', { kind: 'loading' }, 'search.loading'],
    ['that it failed', { kind: 'failed', question: 'card' }, 'search.failed'],
    ['that more results are loading', { ...found(3), isPartial: true } as SearchState, 'search.loading'],
    ['what to do without an answer', found(3, 'nothing'), 'search.none. search.hint'],
    ['what to do without a result', found(0, 'nothing'), 'search.none. search.hint'],
    ['which article answers, and how many results there are', found(3), 'search.answer cards/0. search.count 3'],
    ['that no result is sure', found(3, 'closest'), 'search.unsure. search.unsure.hint'],
  ])('say %s', (_, state, text) => {
    expect(texts(state)).toBe(text);
  });

  it('say how many results the filters leave', () => {
    expect(texts(found(3), 3)).toBe('search.answer cards/0. search.count 3');
    expect(texts(found(3), 2)).toBe('search.some 2 3');
    expect(texts(found(3, 'closest'), 2)).toBe('search.unsure. search.some 2 3');
  });

  it('do not call as many results as were asked for all there are', () => {
    expect(texts(found(9))).toBe('search.answer cards/0. search.best 9');
    expect(texts(found(9), 2)).toBe('search.some 2 9');
  });
});
