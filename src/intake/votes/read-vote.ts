import { type VoteReason, voteReasons } from '#kb/content/vote-reasons.ts';
import { isOnScale, isSatisfied, type VoteScale } from '#kb/tickets/records/votes.ts';
import { dayOf } from '../log-values.ts';
import { cellAt } from '../named-columns.ts';
import type { Problem } from '../problem.ts';
import type { VoteColumns, VoteForm } from './columns.ts';

/** What a row says, before it is known whether the site has such an article and language. */
export interface Vote {
  day: string;
  /** As written: an id or an address. */
  article: string;
  locale: string;
  section: string;
  reason?: VoteReason | undefined;
  helpful: number;
  unhelpful: number;
}

const yes = /^(?:yes|true|1|up|helpful)$/i;
const no = /^(?:no|false|0|down|unhelpful)$/i;
const number = /^\d{1,15}$/;

/**
 * Reads a row of a log of votes. What readers wrote in their own words is never read.
 *
 * @param day for all votes, where the log has no days
 * @param scale of ratings; a log with ratings is not read without one
 */
export function readVote(
  cells: readonly string[],
  columns: VoteColumns,
  { day: given, scale }: { day?: string | undefined; scale?: VoteScale | undefined },
): Vote | Problem {
  const cell = (place: number | undefined) => cellAt(cells, place) ?? '';
  const day = columns.day === undefined ? given : dayOf(cell(columns.day));
  if (day === undefined)
    return problem(
      cell(columns.day),
      'a date',
      'Write a date such as 2026-11-15, or a time such as 2026-11-15T10:30:00Z.',
    );
  const article = cell(columns.article);
  if (article === '') return { says: 'The article is missing.', fix: 'Write its id, or the address of its page.' };
  const votes = readVotes(cell, columns.told, scale);
  if ('says' in votes) return votes;
  const reason = votes.unhelpful > 0 ? reasonOf(cell(columns.reason)) : undefined;
  return { day, article, locale: cell(columns.locale), section: cell(columns.section), reason, ...votes };
}

type Votes = Pick<Vote, 'helpful' | 'unhelpful'>;

function readVotes(
  cell: (place: number | undefined) => string,
  told: VoteForm,
  scale: VoteScale | undefined,
): Votes | Problem {
  const whole = 'Write a whole number, 0 or more.';
  if (told.by === 'counts') {
    const [helpful, unhelpful] = [cell(told.helpful), cell(told.unhelpful)];
    const wrong = [helpful, unhelpful].find((text) => !number.test(text));
    if (wrong !== undefined) return problem(wrong, 'a number of votes', whole);
    return { helpful: Number(helpful), unhelpful: Number(unhelpful) };
  }
  if (told.by === 'sum') {
    const [sum, count] = [cell(told.sum), cell(told.count)];
    if (!number.test(count)) return problem(count, 'a number of votes', whole);
    if (!/^-?\d{1,15}$/.test(sum)) return problem(sum, 'a vote sum', 'Write a whole number.');
    // helpful + unhelpful = count, and helpful - unhelpful = sum.
    const helpful = (Number(count) + Number(sum)) / 2;
    if (!Number.isInteger(helpful) || helpful < 0 || helpful > Number(count))
      return {
        says: `The vote sum ${sum} isn't possible with ${count} votes of 1 or -1 each.`,
        fix: 'Check both numbers, or export the articles again.',
      };
    return { helpful, unhelpful: Number(count) - helpful };
  }
  const votes = told.votes === undefined ? '1' : cell(told.votes);
  if (!number.test(votes)) return problem(votes, 'a number of votes', whole);
  const helped = told.by === 'rating' ? ratingOf(cell(told.rating), scale) : answerOf(cell(told.helpful));
  if (typeof helped !== 'boolean') return helped;
  return helped ? { helpful: Number(votes), unhelpful: 0 } : { helpful: 0, unhelpful: Number(votes) };
}

function answerOf(text: string): boolean | Problem {
  if (yes.test(text) || no.test(text)) return yes.test(text);
  return problem(text, 'yes or no', 'Write yes or no, true or false, 1 or 0, up or down, helpful or unhelpful.');
}

function ratingOf(text: string, scale: VoteScale | undefined): boolean | Problem {
  const rating = /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  if (scale && isOnScale(rating, scale)) return isSatisfied(rating, scale);
  const range = `a rating from ${scale?.worst} to ${scale?.best}`;
  return problem(text, range, 'Write a number on the scale set under "votes" in tickets.yaml.');
}

/** Reasons in other words than ours are of another kind. */
function reasonOf(text: string): VoteReason | undefined {
  if (text === '') return undefined;
  return voteReasons.find((reason) => reason === text.toLowerCase()) ?? 'other';
}

/** Anything longer than a word can be what someone wrote, so it isn't quoted. */
function problem(text: string, expected: string, fix: string): Problem {
  if (text === '') return { says: `The cell is empty, but ${expected} is expected.`, fix };
  const shown = /^[^\s@]{1,24}$/.test(text) ? `"${text}"` : `A text of ${text.length} characters`;
  return { says: `${shown} isn't ${expected}.`, fix };
}
