import type { Result } from '#search/ask.ts';
import type { AnswerState } from '#search/confidence.ts';
import { type FilteredResults, type FilterSelection, filterResults } from './filters.ts';
import type { ResultLimits, SearchState } from './search-state.ts';

// Shown at first. The less the results help, the fewer there are, so the contact options stay in sight.
const FIRST: ResultLimits = { answer: 10, closest: 5, nothing: 3 };

/** What the search page shows besides its texts. */
export interface ResultsContent {
  filtered: FilteredResults<Result>;
  /** What the results are: the first one is the answer, all are about as close, or they come after what may help. */
  resultsStyle: AnswerState;
  /** How many of the results are shown before the reader asks for more. */
  first: number;
  /** The place of the results; an empty search has none. */
  isOpen: boolean;
  /** Also while only the best results are there. */
  isLoading: boolean;
  /** The sections to browse, if there are no results to read. */
  browse: boolean;
  /** Whether the contact options come before everything else. */
  contactFirst: boolean;
}

export function resultsContent(state: SearchState, wanted: FilterSelection): ResultsContent {
  const answer = state.kind === 'answered' ? state.answer : { state: 'closest' as const, results: [] };
  const { results } = answer;
  const filtered = filterResults(results, wanted);
  const isFirst = filtered.shown[0] === results[0];
  return {
    filtered,
    resultsStyle: answer.state === 'answer' && !isFirst ? 'closest' : answer.state,
    first: FIRST[answer.state],
    isOpen: state.kind !== 'empty',
    isLoading: state.kind === 'loading' || (state.kind === 'answered' && state.isPartial === true),
    browse: state.kind !== 'loading' && results.length === 0,
    contactFirst: answer.state === 'nothing',
  };
}

/** The filters that remain for a new answer: those it offers a choice of. */
export function selectionOf({ sections, types }: FilteredResults<unknown>): FilterSelection {
  const chosen = (choices: FilteredResults<unknown>['sections']) =>
    choices.filter((choice) => choice.chosen).map(({ value }) => value);
  return { sections: chosen(sections), types: chosen(types) };
}
