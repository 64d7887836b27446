import type { Result } from '#search/ask.ts';
import type { AnswerState } from '#search/confidence.ts';
import { bestResults, type ResultLimits, type SearchState } from './search-state.ts';

// The less the results help, the fewer there are, so the contact options stay in sight.
export const panelLimits: ResultLimits = { answer: 8, closest: 4, nothing: 3 };

/** What the panel below the search box shows. */
export interface PanelContent {
  /** Earlier questions of the reader. */
  recent: readonly string[];
  results: readonly Result[];
  /** What the results are: the first one is the answer, all are about as close, or they come after what may help. */
  resultsStyle: AnswerState;
  /** The number of results is for screen readers only; that none of them answers is visible. */
  headingStyle: 'label' | 'unsure' | 'hidden';
  offers: { contact: boolean; sections: boolean; allResults: boolean };
}

/** @param recent earlier questions, the newest first; shown before anything is typed */
export function panelContent(state: SearchState, recent: readonly string[]): PanelContent {
  const nothing: PanelContent = {
    recent: [],
    results: [],
    resultsStyle: 'closest',
    headingStyle: 'label',
    offers: { contact: false, sections: false, allResults: false },
  };
  const { offers } = nothing;
  switch (state.kind) {
    case 'empty':
      return recent.length > 0 ? { ...nothing, recent } : { ...nothing, offers: { ...offers, sections: true } };
    case 'loading':
      return nothing;
    case 'failed':
      return { ...nothing, headingStyle: 'unsure' };
    case 'answered': {
      const results = bestResults(state.answer, panelLimits);
      const found = results.length > 0;
      const isAnswer = state.answer.state === 'answer';
      return {
        recent: [],
        results,
        resultsStyle: state.answer.state,
        headingStyle: isAnswer ? 'hidden' : 'unsure',
        offers: { contact: !isAnswer, sections: !found, allResults: found },
      };
    }
  }
}

/** Whether the panel is open. When it fills a small screen it always is, if only with the sections. */
export function isPanelOpen(
  state: SearchState,
  { closed, recent, fullScreen }: { closed: boolean; recent: readonly string[]; fullScreen: boolean },
): boolean {
  return !closed && (state.kind !== 'empty' || fullScreen || recent.length > 0);
}
