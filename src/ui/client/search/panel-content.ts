import type { Result } from '#search/ask.ts';
import { bestResults, type ResultLimits, type SearchState } from './search-state.ts';

// Fewer guesses than answers, so the contact options stay in sight.
export const panelLimits: ResultLimits = { confident: 8, unsure: 4 };

/** What the panel below the search box shows. */
export interface PanelContent {
  /** Earlier questions of the reader. */
  recent: readonly string[];
  results: readonly Result[];
  /** The number of results is for screen readers only; that there are none, or only guesses, is visible. */
  headingStyle: 'label' | 'unsure' | 'hidden';
  offers: { contact: boolean; sections: boolean; allResults: boolean };
}

/** @param recent earlier questions, the newest first; shown before anything is typed */
export function panelContent(state: SearchState, recent: readonly string[]): PanelContent {
  const nothing: PanelContent = {
    recent: [],
    results: [],
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
      const { confident } = state.answer;
      const results = bestResults(state.answer, panelLimits);
      const found = results.length > 0;
      return {
        recent: [],
        results,
        headingStyle: found && confident ? 'hidden' : 'unsure',
        offers: { contact: !(found && confident), sections: !found, allResults: found },
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
