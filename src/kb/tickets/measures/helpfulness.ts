import { MIN_CASES, type Share, shareOf } from '../../statistics/proportion.ts';
import { measureBoth, type NowAndBefore, type Span, within } from '../../values/day-span.ts';
import { compareText } from '../../values/text.ts';
import type { VoteCount } from '../records/votes.ts';

/** How readers voted on the articles in one window. */
export interface Helpfulness {
  /** The share of votes that say "helpful", from 0 to 1; higher is better. */
  helpful: Share;
  /** Articles with enough votes, the lowest share first. */
  articles: ({ article: string } & Share)[];
}

/** Votes by article id, and the helpful share of all of them. */
export interface VotesByArticle {
  helpful: Share;
  byArticle: ReadonlyMap<string, readonly VoteCount[]>;
}

export function groupVotes(votes: readonly VoteCount[]): VotesByArticle {
  return { helpful: helpfulShare(votes), byArticle: Map.groupBy(votes, ({ article }) => article) };
}

/**
 * The helpful share of all votes, and of the votes on each article in all its languages.
 *
 * @returns `undefined` if no one ever voted
 */
export function measureHelpfulness(
  votes: readonly VoteCount[],
  windows: NowAndBefore<Span>,
): NowAndBefore<Helpfulness> | undefined {
  if (votes.length === 0) return undefined;
  return measureBoth(windows, (span) => {
    const { helpful, byArticle } = groupVotes(within(votes, span));
    return {
      helpful,
      articles: [...byArticle]
        .map(([article, own]) => ({ article, ...helpfulShare(own) }))
        .filter(({ cases }) => cases >= MIN_CASES)
        .sort((a, b) => (a.share ?? 0) - (b.share ?? 0) || compareText(a.article, b.article)),
    };
  });
}

/** The share of votes that say "helpful". */
export function helpfulShare(votes: readonly VoteCount[]): Share {
  const helpful = votes.reduce((sum, vote) => sum + vote.helpful, 0);
  return shareOf(
    helpful,
    votes.reduce((sum, vote) => sum + vote.unhelpful, helpful),
  );
}
