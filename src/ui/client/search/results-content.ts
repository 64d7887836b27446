import type { Result } from '#search/ask.ts';
import { type FilteredResults, type FilterSelection, filterResults } from './filters.ts';
import type { ResultLimits, SearchState } from './search-state.ts';

// Shown at first. Fewer guesses than answers, so the contact options stay in sight.
const FIRST: ResultLimits = { confident: 10, unsure: 5 };

/** What the search page shows besides its texts. */
export interface ResultsContent {
  filtered: FilteredResults<Result>;
  /** How many of the results are shown before the reader asks for more. */
  first: number;
  /** The place of the results; an empty search has none. */
  isOpen: boolean;
  isLoading: boolean;
  /** The sections to browse, if there are no results to read. */
  browse: boolean;
  /** Whether the contact options come before the sections. */
  contactFirst: boolean;
}

export function resultsContent(state: SearchState, wanted: FilterSelection): ResultsContent {
  const { confident, results } = state.kind === 'answered' ? state.answer : { confident: true, results: [] };
  return {
    filtered: filterResults(results, wanted),
    first: confident ? FIRST.confident : FIRST.unsure,
    isOpen: state.kind !== 'empty',
    isLoading: state.kind === 'loading',
    browse: state.kind !== 'loading' && results.length === 0,
    contactFirst: state.kind === 'answered' && results.length === 0,
  };
}

/** The filters that remain for a new answer: those it offers a choice of. */
export function selectionOf({ sections, types }: FilteredResults<unknown>): FilterSelection {
  const chosen = (choices: FilteredResults<unknown>['sections']) =>
    choices.filter((choice) => choice.chosen).map(({ value }) => value);
  return { sections: chosen(sections), types: chosen(types) };
}
