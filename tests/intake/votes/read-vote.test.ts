import { describe, expect, it } from 'vitest';
import { findVoteColumns, type VoteColumns } from '#intake/votes/columns.ts';
import { readVote } from '#intake/votes/read-vote.ts';
import { voiceFaults } from '../../voice.ts';

const oneToFive = { worst: 1, best: 5, satisfied: 4 };

/** The vote in a row under this header. */
function read(header: string, row: string, scale = oneToFive) {
  return readVote(row.split(','), findVoteColumns(header.split(','), false) as VoteColumns, { scale });
}

describe('a vote', () => {
  it.each(['yes', 'Yes', 'true', '1', 'up', 'helpful'])('"%s" is a helpful vote', (answer) => {
    expect(read('day,article,helpful', `2026-11-15,cards/order,${answer}`)).toMatchObject({ helpful: 1, unhelpful: 0 });
  });

  it.each(['no', 'FALSE', '0', 'down', 'unhelpful'])('"%s" is an unhelpful vote', (answer) => {
    expect(read('day,article,helpful', `2026-11-15,cards/order,${answer}`)).toMatchObject({ helpful: 0, unhelpful: 1 });
  });

  it.each([
    ['2026-11-15', '2026-11-15'],
    ['2026-11-15T23:59:00+02:00', '2026-11-15'],
    ['20261115', '2026-11-15'],
    ['1794700800', '2026-11-15'],
    ['1794700800123', '2026-11-15'],
  ])('of %s is one of %s', (time, day) => {
    expect(read('time,article,helpful', `${time},cards/order,yes`)).toMatchObject({ day });
  });

  it.each([
    ['helpful,votes', 'no,12', { helpful: 0, unhelpful: 12 }],
    ['helpful,unhelpful', '7,3', { helpful: 7, unhelpful: 3 }],
    // 10 votes, of which 6 more are helpful than not.
    ['vote_sum,vote_count', '6,10', { helpful: 8, unhelpful: 2 }],
    ['vote_sum,vote_count', '-4,4', { helpful: 0, unhelpful: 4 }],
    ['rating', '4', { helpful: 1, unhelpful: 0 }],
    ['rating', '3.5', { helpful: 0, unhelpful: 1 }],
  ])('can be written as %s: %s', (columns, values, votes) => {
    expect(read(`day,article,${columns}`, `2026-11-15,cards/order,${values}`)).toMatchObject(votes);
  });

  it('by rating is as good as the scale says, whichever end is best', () => {
    const marks = { worst: 6, best: 1, satisfied: 2 };
    const helpful = ['1', '2', '3', '6'].map((rating) => read('day,article,rating', `2026-11-15,a/b,${rating}`, marks));
    expect(helpful).toMatchObject([{ helpful: 1 }, { helpful: 1 }, { helpful: 0 }, { helpful: 0 }]);
  });

  it.each([
    ['no', 'Unclear', 'unclear'],
    ['no', 'outdated', 'other'],
    ['no', '', undefined],
    ['yes', 'unclear', undefined],
  ])('"%s" for "%s" has the reason %s', (answer, written, reason) => {
    expect(read('day,article,helpful,reason', `2026-11-15,a/b,${answer},${written}`)).toMatchObject({ reason });
  });

  it.each([
    ['helpful', 'yesterday,a/b,yes', '"yesterday" isn\'t a date.'],
    ['helpful', '2026-02-30,a/b,yes', '"2026-02-30" isn\'t a date.'],
    ['helpful', '2026-11-15,,yes', 'The article is missing.'],
    ['helpful', '2026-11-15,a/b,maybe', '"maybe" isn\'t yes or no.'],
    ['helpful', '2026-11-15,a/b', 'The cell is empty, but yes or no is expected.'],
    ['helpful,unhelpful', '2026-11-15,a/b,3,-1', '"-1" isn\'t a number of votes.'],
    ['vote_sum,vote_count', '2026-11-15,a/b,3,4', "The vote sum 3 isn't possible with 4 votes of 1 or -1 each."],
    ['vote_sum,vote_count', '2026-11-15,a/b,6,4', "The vote sum 6 isn't possible with 4 votes of 1 or -1 each."],
    ['rating', '2026-11-15,a/b,6', '"6" isn\'t a rating from 1 to 5.'],
  ])('%s: %s is not a vote, with the reason', (columns, row, says) => {
    const found = read(`day,article,${columns}`, row);
    expect(found).toMatchObject({ says });
    if ('says' in found) expect(voiceFaults(found)).toEqual([]);
  });

  it('is not repeated if a reader wrote a sentence instead', () => {
    const found = read('day,article,helpful', '2026-11-15,a/b,I am canary and lost my card');
    expect(found).toMatchObject({ says: "A text of 28 characters isn't yes or no." });
    expect(JSON.stringify(found)).not.toContain('canary');
  });
});
