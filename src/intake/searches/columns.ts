import { plainName } from '../column-name.ts';
import { type ColumnNames, logNames, missingColumn, placesOf } from '../named-columns.ts';
import type { Problem } from '../problem.ts';

/** The index of each column in a log of searches. */
export interface SearchColumns {
  question: number;
  day: number;
  locale?: number | undefined;
  /** How many results the search had. */
  results?: number | undefined;
  /** Whether the answer said that it is one. */
  confident?: number | undefined;
  /** The article that was opened; empty if none was. */
  article?: number | undefined;
  /** How many searches the row stands for. */
  searches?: number | undefined;
  /** The name of the event that was collected. */
  event?: number | undefined;
}

const names: ColumnNames<keyof SearchColumns> = {
  ...logNames,
  question: ['question', 'query', 'search', 'term', 'search term', 'search query', 'searchterm', 'keyword'],
  results: ['results', 'result count', 'results count', 'number of results', 'hits'],
  confident: ['confident'],
  article: ['article', 'chosen', 'clicked'],
  searches: ['searches', 'times', 'event count', 'total searches'],
};

/** Recognizes the columns of a search log by their names, in any order and any upper or lower case. */
export function findSearchColumns(header: readonly string[]): SearchColumns | Problem {
  const { question, day, ...others } = placesOf(names, header);
  if (question === undefined) return missingColumn('the questions', names.question.slice(0, 4), header);
  if (day === undefined) return missingColumn('the dates', names.day.slice(0, 4), header);
  const columns: SearchColumns = { question, day, ...others };
  // "count" can be the number of results or of searches: it is the one that no other column has.
  const count = header.map(plainName).indexOf('count');
  if (count < 0) return columns;
  if (columns.searches === undefined) return { ...columns, searches: count };
  return columns.results === undefined ? { ...columns, results: count } : columns;
}
