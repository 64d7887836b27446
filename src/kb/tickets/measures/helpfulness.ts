import { MIN_CASES, type Share, shareOf } from '../../statistics/proportion.ts';
import { measureBoth, type NowAndBefore, type Span, within } from '../../values/day-span.ts';
import { compareText } from '../../values/text.ts';
import type { VoteCount } from '../records/votes.ts';

/** What readers said about the articles in one window. */
export interface Helpfulness {
  /** Of the votes those that say "helpful", from 0 to 1; more is more helpful. */
  helpful: Share;
  /** Articles with enough votes, the lowest share first. */
  articles: ({ article: string } & Share)[];
}

/** Votes by the id of their article, and what they say together. */
export interface VotesByArticle {
  helpful: Share;
  byArticle: ReadonlyMap<string, readonly VoteCount[]>;
}

export function groupVotes(votes: readonly VoteCount[]): VotesByArticle {
  return { helpful: helpfulShare(votes), byArticle: Map.groupBy(votes, ({ article }) => article) };
}

/**
 * The helpful share of the votes on all articles together, and on each in all its languages.
 *
 * @returns `undefined` if no one has ever voted
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

/** Of some votes, those that say "helpful". */
export function helpfulShare(votes: readonly VoteCount[]): Share {
  const helpful = votes.reduce((sum, vote) => sum + vote.helpful, 0);
  return shareOf(
    helpful,
    votes.reduce((sum, vote) => sum + vote.unhelpful, helpful),
  );
}
