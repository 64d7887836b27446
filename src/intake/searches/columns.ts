import { plainName } from '../column-name.ts';
import type { Unusable } from '../tickets/recognise.ts';

/** Where each part of a search stands in a row of a log, counted from 0. */
export interface LogColumns {
  question: number;
  day: number;
  locale?: number | undefined;
  /** How many results the search had. */
  results?: number | undefined;
  /** Whether the answer said that it is one. */
  confident?: number | undefined;
  /** The article that was chosen; empty where none was. */
  article?: number | undefined;
  /** How many searches the row stands for. */
  searches?: number | undefined;
  /** The name of the event that was collected. */
  event?: number | undefined;
}

const names: Readonly<Record<keyof LogColumns, readonly string[]>> = {
  question: ['question', 'query', 'search', 'term', 'search term', 'search query', 'searchterm', 'keyword'],
  day: ['day', 'date', 'time', 'timestamp', 'date time', 'datetime', 'created at'],
  locale: ['locale', 'language', 'lang'],
  results: ['results', 'result count', 'results count', 'number of results', 'hits'],
  confident: ['confident'],
  article: ['article', 'chosen', 'clicked'],
  searches: ['searches', 'times', 'event count', 'total searches'],
  event: ['event', 'event name'],
};

/** Recognises the columns of a search log by their names, in any order and spelling of upper and lower case. */
export function findColumns(header: readonly string[]): LogColumns | Unusable {
  const written = header.map(plainName);
  const place = (part: keyof LogColumns) => {
    const name = names[part].find((one) => written.includes(one));
    return name === undefined ? undefined : written.indexOf(name);
  };
  const [question, day] = [place('question'), place('day')];
  if (question === undefined) return missing('the questions', names.question.slice(0, 4), header);
  if (day === undefined) return missing('the days', names.day.slice(0, 4), header);
  const columns: LogColumns = { question, day };
  for (const part of ['locale', 'results', 'confident', 'article', 'searches', 'event'] as const)
    columns[part] = place(part);
  // Some call the number of results so, others that of the searches: it is what no other column is.
  const count = written.indexOf('count');
  if (count < 0) return columns;
  if (columns.searches === undefined) return { ...columns, searches: count };
  return columns.results === undefined ? { ...columns, results: count } : columns;
}

function missing(what: string, choices: readonly string[], header: readonly string[]): Unusable {
  const shown = header.slice(0, 8).map((name) => `"${name.trim().slice(0, 30)}"`);
  return {
    says: `No column holds ${what}; the first line names ${shown.join(', ')}${header.length > 8 ? ', …' : ''}.`,
    fix: `Name the column ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}.`,
  };
}
