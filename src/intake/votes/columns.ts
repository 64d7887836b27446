import { type ColumnNames, logNames, missingColumn, placesOf } from '../named-columns.ts';
import type { Problem } from '../problem.ts';

/** How a row says whether an article helped. */
export type VoteForm =
  /** One vote: yes or no. */
  | { by: 'answer'; helpful: number; votes?: number | undefined }
  /** How many found it helpful, and how many did not. */
  | { by: 'counts'; helpful: number; unhelpful: number }
  /** How many voted, and by how many the helpful votes are more than the others, as Zendesk has it. */
  | { by: 'sum'; sum: number; count: number }
  /** A number on a scale. */
  | { by: 'rating'; rating: number; votes?: number | undefined };

/** The index of each column in a log of votes. */
export interface VoteColumns {
  /** Its id, or an address of its page. */
  article: number;
  told: VoteForm;
  /** Missing only where a day is given for all votes. */
  day?: number | undefined;
  locale?: number | undefined;
  section?: number | undefined;
  reason?: number | undefined;
}

const names = {
  ...logNames,
  article: ['article', 'article id', 'url', 'page', 'path', 'address', 'page path', 'page location', 'link'],
  helpful: ['helpful', 'thumbs up', 'upvotes', 'helpful votes', 'was helpful', 'vote', 'answer'],
  unhelpful: ['unhelpful', 'thumbs down', 'downvotes', 'unhelpful votes', 'not helpful'],
  sum: ['vote sum'],
  count: ['vote count'],
  rating: ['rating', 'score', 'stars'],
  votes: ['votes', 'event count', 'times'],
  section: ['section'],
  reason: ['reason'],
} satisfies ColumnNames<string>;

/**
 * Recognizes the columns of a log of votes by their names, in any order and any upper or lower case.
 *
 * @param dayGiven whether a day is given for all votes
 */
export function findVoteColumns(header: readonly string[], dayGiven: boolean): VoteColumns | Problem {
  const places = placesOf(names, header);
  const { article, locale, section, reason } = places;
  if (article === undefined) return missingColumn('the articles', ['article', 'url', 'path', 'page'], header);
  const told = voteFormOf(places);
  if (!told)
    return missingColumn(
      'the votes',
      ['helpful (yes or no)', 'helpful and unhelpful (numbers)', 'vote_sum and vote_count', 'rating'],
      header,
    );
  // In a list of articles with totals, this is the date of the article.
  const dayNames = isTotal(told) ? names.day.filter((name) => name !== 'created at') : names.day;
  const { day } = placesOf({ day: dayNames }, header);
  if (dayGiven && (day !== undefined || !isTotal(told)))
    return {
      says: '--day is only for a list of articles with their total votes, which this log is not.',
      fix: 'Leave out --day, and name the column with the dates day, date, time, or timestamp.',
    };
  if (day === undefined && !dayGiven) {
    const missing = missingColumn('the dates', names.day.slice(0, 4), header);
    const orGive = 'If the log has the total votes of each article, name the day of the export with --day.';
    return isTotal(told) ? { ...missing, fix: `${missing.fix} ${orGive}` } : missing;
  }
  return { article, told, day, locale, section, reason };
}

function isTotal({ by }: VoteForm): boolean {
  return by === 'counts' || by === 'sum';
}

function voteFormOf(places: Partial<Record<keyof typeof names, number>>): VoteForm | undefined {
  const { helpful, unhelpful, sum, count, rating, votes } = places;
  if (helpful !== undefined && unhelpful !== undefined) return { by: 'counts', helpful, unhelpful };
  if (sum !== undefined && count !== undefined) return { by: 'sum', sum, count };
  if (helpful !== undefined) return { by: 'answer', helpful, votes };
  if (rating !== undefined) return { by: 'rating', rating, votes };
  return undefined;
}

/** Whether an event of this name is a vote; so is a row that names no event. */
export function isVote(event: string | undefined): boolean {
  return event === undefined || /vote|helpful|feedback|rating/i.test(event);
}
