import type { TextLookup } from '#kb/content/interface-texts.ts';
import type { Answer, Result } from '#search/ask.ts';
import type { AnswerState } from '#search/confidence.ts';

/** What a reader sees of a search. An answer remains until the answer to the next question is there. */
export type SearchState =
  | { kind: 'empty' }
  | { kind: 'loading' }
  /** `isPartial`: more results are still on their way. */
  | { kind: 'answered'; question: string; answer: Answer; isPartial?: boolean }
  | { kind: 'failed'; question: string };

export interface Search {
  /** The question sent last; `undefined` before the first one and after a failure, so it can be sent again. */
  sent?: string | undefined;
  state: SearchState;
}

export type SearchEvent =
  | { kind: 'sent'; question: string }
  | { kind: 'answered'; question: string; answer: Answer; isPartial?: boolean }
  | { kind: 'failed'; question: string };

export const newSearch: Search = { state: { kind: 'empty' } };

/** @returns the same search if the event doesn't concern the question sent last: answers can overtake each other */
export function nextSearch(search: Search, event: SearchEvent): Search {
  const { question } = event;
  if (event.kind === 'sent') {
    if (question === '') return { sent: question, state: { kind: 'empty' } };
    const { state } = search;
    // While a question that failed is sent again, the reader still sees that it failed.
    const stays = state.kind === 'answered' || (state.kind === 'failed' && state.question === question);
    return { sent: question, state: stays ? state : { kind: 'loading' } };
  }
  if (question !== search.sent) return search;
  if (event.kind === 'failed')
    return { state: search.state.kind === 'failed' ? search.state : { kind: 'failed', question } };
  return { sent: question, state: event };
}

/** How many results to show at most. */
export type ResultLimits = Readonly<Record<AnswerState, number>>;

export function bestResults({ state, results }: Answer, limits: ResultLimits): Result[] {
  return results.slice(0, limits[state]);
}

export interface SearchMessage {
  heading: string;
  hint: string;
  /** What only screen readers say, before the rest: readers see the answer itself. */
  answer?: string;
}

/**
 * What the search says about itself, in the heading of its results and to screen readers.
 *
 * @param limit how many results were asked for: if there are as many, there can be more
 * @param shown how many results are shown, if filters hide others
 */
export function searchMessage(state: SearchState, text: TextLookup, limit: number, shown?: number): SearchMessage {
  if (state.kind === 'empty') return { heading: '', hint: '' };
  if (state.kind === 'loading') return { heading: text('search.loading'), hint: '' };
  if (state.kind === 'failed') return { heading: text('search.failed'), hint: '' };
  const { results } = state.answer;
  const total = results.length;
  if (state.answer.state === 'nothing') return { heading: text('search.none'), hint: text('search.hint') };
  const filtered = shown !== undefined && shown < total;
  const all = total < limit ? text('search.count', { count: total }) : text('search.best', { count: total });
  const count = filtered ? text('search.some', { count: shown, total }) : all;
  if (state.answer.state === 'closest')
    return { heading: text('search.unsure'), hint: filtered ? count : text('search.unsure.hint') };
  // How many there are isn't known yet.
  if (state.isPartial) return { heading: text('search.loading'), hint: '' };
  const [first] = results;
  return {
    heading: count,
    hint: '',
    ...(first && !filtered && { answer: text('search.answer', { title: first.title }) }),
  };
}

/** For a live region. */
export function spoken({ heading, hint, answer = '' }: SearchMessage): string {
  return [answer, heading, hint]
    .filter((part) => part !== '')
    .reduce((all, part) => (all === '' ? part : `${all}${/[.…?!؟]$/.test(all) ? '' : '.'} ${part}`), '');
}
