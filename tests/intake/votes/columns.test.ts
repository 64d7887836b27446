import { describe, expect, it } from 'vitest';
import { findVoteColumns, isVote } from '#intake/votes/columns.ts';

describe('the columns of a log of votes', () => {
  it('are known by their names, in any order and spelling', () => {
    expect(findVoteColumns(['Reason', 'HELPFUL', 'Page_Path', ' Timestamp', 'Language', 'section'], false)).toEqual({
      article: 2,
      told: { by: 'answer', helpful: 1 },
      day: 3,
      locale: 4,
      section: 5,
      reason: 0,
    });
  });

  it.each([
    ['day,article,helpful', { by: 'answer', helpful: 2 }],
    ['day,article,helpful,votes', { by: 'answer', helpful: 2, votes: 3 }],
    ['day,article,helpful,unhelpful', { by: 'counts', helpful: 2, unhelpful: 3 }],
    ['day,article,thumbs_up,thumbs_down', { by: 'counts', helpful: 2, unhelpful: 3 }],
    ['day,article,vote_sum,vote_count', { by: 'sum', sum: 2, count: 3 }],
    ['day,article,rating', { by: 'rating', rating: 2 }],
  ])('%s: the column of votes is recognized', (header, told) => {
    expect(findVoteColumns(header.split(','), false)).toMatchObject({ told });
  });

  it.each([
    ['day,helpful', 'There is no column for the articles', 'article, url, path, page'],
    ['day,article', 'There is no column for the votes', 'helpful (yes or no)'],
    ['article,helpful', 'There is no column for the dates', 'day, date, time, timestamp.'],
    ['article,created_at,vote_sum,vote_count', 'There is no column for the dates', '--day'],
  ])('%s: says which column is missing, and what it can be called', (header, says, fix) => {
    expect(findVoteColumns(header.split(','), false)).toEqual({
      says: expect.stringContaining(says),
      fix: expect.stringContaining(fix),
    });
  });

  it('need no days if sums of all days are counted on one', () => {
    expect(findVoteColumns(['article', 'created_at', 'thumbs_up', 'thumbs_down'], true)).toMatchObject({
      told: { by: 'counts' },
      day: undefined,
    });
    for (const header of ['day,article,helpful', 'article,helpful', 'day,article,thumbs_up,thumbs_down'])
      expect(findVoteColumns(header.split(','), true)).toMatchObject({ fix: expect.stringContaining('--day') });
  });

  it('are those of votes, not of other events', () => {
    expect(['ohje:vote', 'Article Helpful', undefined].map(isVote)).toEqual([true, true, true]);
    expect(['ohje:search', 'ohje:search-choose', 'page_view', ''].map(isVote)).toEqual([false, false, false, false]);
  });
});
