import { describe, expect, it } from 'vitest';
import { findSearchColumns } from '#intake/searches/columns.ts';

describe('the columns of a search log', () => {
  it('are known by their names, in any order and spelling', () => {
    expect(
      findSearchColumns(['Confident', 'RESULTS', 'Search_Term', ' Timestamp', 'Language', 'chosen', 'event-name']),
    ).toEqual({ confident: 0, results: 1, question: 2, day: 3, locale: 4, article: 5, event: 6, searches: undefined });
  });

  it.each([['question'], ['query'], ['search'], ['term']])('can call the question "%s"', (name) => {
    expect(findSearchColumns(['day', name])).toMatchObject({ question: 1 });
  });

  it.each([
    [['query', 'day', 'count'], { question: 0, day: 1, searches: 2 }],
    [['query', 'day', 'results', 'count'], { searches: 3, results: 2 }],
    [['query', 'day', 'searches', 'count'], { searches: 2, results: 3 }],
    [['query', 'day', 'searches', 'results', 'count'], { searches: 2, results: 3 }],
  ])('%j: "count" is what no other column has', (header, columns) => {
    expect(findSearchColumns(header)).toMatchObject(columns);
  });

  it('must include a question and a day', () => {
    expect(findSearchColumns(['day', 'visitors'])).toEqual({
      says: 'There is no column for the questions. The columns are "day", "visitors".',
      fix: 'Use one of these column names: question, query, search, term.',
    });
    expect(findSearchColumns(['query', 'results'])).toMatchObject({
      fix: 'Use one of these column names: day, date, time, timestamp.',
    });
  });
});
